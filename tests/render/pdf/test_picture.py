import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import verapdf
from attached import jpeg, png, turned
from hand_made_pdf import Tagged
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.pdf.picture import picture_page

TEMPLATES = Path(__file__).parents[3] / "templates"


@cache
def photograph() -> bytes:
    return jpeg(Tagged().pdf())  # upright


def page(picture: bytes) -> bytes:
    made = picture_page(picture, "Kort over Odder", "da", TEMPLATES, date(2021, 9, 1))
    assert isinstance(made, bytes)
    return made


def said(program: str, pdf: bytes, *options: str) -> str:
    return subprocess.run(
        [tool(program), *options, "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (lambda: png(30, 40), "595.3 x 841.9"),
        (lambda: png(3000, 20), "841.9 x 595.3"),
        (photograph, "595.3 x 841.9"),
        (lambda: turned(photograph()), "841.9 x 595.3"),
    ],
)
def test_the_page_lies_or_stands_as_the_picture_does(picture: Callable[[], bytes], size: str) -> None:
    assert f"{size} pts" in said("pdfinfo", page(picture()))


def test_the_title_is_read_out_in_the_pictures_place() -> None:
    made = page(png(30, 40))
    assert "Figure" in said("pdfinfo", made, "-struct")
    assert b"/Alt(Kort over Odder)" in made


def test_a_large_picture_stays_within_the_margins_and_a_small_one_as_it_is() -> None:
    assert said("pdfimages", page(png(30, 20)), "-list").split()[-4:-2] == ["72", "72"]
    box = ("-x", "0", "-y", "0", "-W", "595", "-H", "40", "-r", "72", "-gray")
    margin = subprocess.run(
        [tool("pdftoppm"), *box, "-"], input=page(png(900, 1300)), capture_output=True, check=True
    ).stdout
    assert set(margin.split(b"\n", 3)[3]) == {255}


def test_the_standards_are_kept(tmp_path: Path) -> None:
    files = {
        tmp_path / "photograph.pdf": page(turned(photograph())),
        tmp_path / "drawing.pdf": page(png(9, 9)),
    }
    for file, content in files.items():
        file.write_bytes(content)
    assert verapdf.failures(files) == []


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert page(photograph()) == page(photograph())


def test_a_damaged_picture_is_refused() -> None:
    made = picture_page(png(30, 40)[:60], "Kort", "da", TEMPLATES, date(2021, 9, 1))
    assert isinstance(made, Refused)
