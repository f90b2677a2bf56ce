import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
import verapdf
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.pdf.stamps import StampPage, stamp_pages, watermark_pages

TEMPLATES = Path(__file__).parents[3] / "templates"
DAY = date(2021, 9, 1)
A4 = (595.3, 841.9)

STAMPS = (
    StampPage(width=A4[0], height=A4[1], whole="1"),
    StampPage(width=A4[0], height=A4[1], label="Bilag 1", count="side 3 af 14", whole="17"),
    StampPage(width=1190.6, height=841.9, label="Bilag 12.10", count="side 134 af 210", whole="417"),
    StampPage(width=90, height=60, label="Bilag 12.10", count="side 134 af 210", whole="418"),
    StampPage(width=3370, height=2384, label="Bilag 3"),
    StampPage(width=14400, height=14400, label="Bilag 4"),
)


def stamps() -> bytes:
    made = stamp_pages(STAMPS, "da", TEMPLATES, DAY)
    assert isinstance(made, bytes)
    return made


def watermarks(*sizes: tuple[float, float], word: str = "UDKAST") -> bytes:
    made = watermark_pages(sizes, word, "da", TEMPLATES, DAY)
    assert isinstance(made, bytes)
    return made


def words_on(pdf: bytes, page: int, *options: str) -> str:
    command = [tool("pdftotext"), "-f", str(page), "-l", str(page), *options, "-", "-"]
    return " ".join(
        subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode().split()
    )


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (1, "1"),
        (2, "Bilag 1 · side 3 af 14 17"),
        (3, "Bilag 12.10 · side 134 af 210 417"),
        (4, "Bilag 12.10 · side 134 af 210 418"),
        (5, "Bilag 3"),
    ],
)
def test_each_page_has_its_stamp_whole(page: int, words: str) -> None:
    assert words_on(stamps(), page) == words


def test_the_stamp_stands_in_the_corner_and_above_the_header_of_our_own_pages() -> None:
    corner = ("-x", "297", "-y", "0", "-W", "298", "-H", "34", "-r", "72")  # the header begins at 35 points
    assert words_on(stamps(), 2, *corner) == "Bilag 1 · side 3 af 14 17"


def test_a_stamp_is_as_large_for_the_largest_page_as_for_an_ordinary_one() -> None:
    command = [tool("pdftotext"), "-bbox", "-", "-"]
    said = subprocess.run(command, input=stamps(), capture_output=True, check=True).stdout.decode()
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Bilag<', said)
    heights = [float(bottom) - float(top) for top, bottom in words]
    assert heights[4] / 14400 == pytest.approx(heights[0] / A4[0], rel=0.01)


def test_pages_have_the_size_asked_for() -> None:
    command = [tool("pdfinfo"), "-f", "1", "-l", "9", "-"]
    said = subprocess.run(command, input=stamps(), capture_output=True, check=True).stdout.decode()
    sizes = [
        line.split()[3:6:2] for line in said.splitlines() if "size:" in line and line.startswith("Page ")
    ]
    assert [tuple(map(float, size)) for size in sizes] == [
        pytest.approx((stamp.width, stamp.height), abs=0.01) for stamp in STAMPS
    ]


def shades_of(pdf: bytes) -> bytes:
    command = [tool("pdftoppm"), "-r", "36", "-gray", "-"]
    image = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return image.split(b"\n", 3)[3]  # after the header of a PGM: its kind, its size, and white


@pytest.mark.parametrize("size", [A4, (1190.6, 841.9), (720, 405), (1000, 100), (60, 90)])
def test_the_watermark_lets_what_it_covers_shine_through(size: tuple[float, float]) -> None:
    shades = shades_of(watermarks(size))
    assert 205 <= min(shades) <= 240  # darker where two letters touch
    assert shades.count(255) > len(shades) / 2


def test_all_pages_of_the_watermark_have_the_word() -> None:
    assert watermarks(A4, (842, 595)).count(b"/MediaBox") == 2
    assert sorted(words_on(watermarks(A4), 1).replace(" ", "")) == sorted("UDKAST")


@pytest.mark.parametrize("word", ["FORTROLIGT - MÅ IKKE VIDEREGIVES", "Udkast til drøftelse den 3. marts"])
def test_many_words_are_set_in_lines_and_stay_large(word: str) -> None:
    ink, of_one_word = (
        sum(shade < 255 for shade in shades_of(watermarks(A4, word=words))) for words in (word, "UDKAST")
    )
    assert ink > of_one_word / 2


def test_the_same_pages_give_the_same_bytes() -> None:
    assert stamps() == stamps()
    assert watermarks(A4) == watermarks(A4)


def test_stamps_and_watermarks_keep_the_standards(tmp_path: Path) -> None:
    files = {tmp_path / "stamps.pdf": stamps(), tmp_path / "watermarks.pdf": watermarks(A4, (842, 595))}
    for file, content in files.items():
        file.write_bytes(content)
    assert verapdf.failures(files) == []


def test_a_label_that_the_house_font_cannot_show_is_a_finding() -> None:
    refused = stamp_pages([StampPage(width=100, height=100, label="附件 1")], "da", TEMPLATES, DAY)
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.diagnostics] == [Code.MISSING_GLYPH]
