"""How large a reader shows a page."""

import subprocess
from pathlib import Path

import pytest
from hand_made_pdf import Sheet, Tagged
from small_pdfs import merged
from tools import tool

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.reading.pages import page_sizes
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import Inspected, PageSize, Reason, Unusable

BOXES = {
    "/MediaBox [0 0 595 842]": (595, 842),
    "/MediaBox [595 842 0 0]": (595, 842),
    "/MediaBox [-100 -50 300 150]": (400, 200),
    "/MediaBox [0 0 595 842] /CropBox [10 20 210 120]": (200, 100),
    "/MediaBox [0 0 595 842] /CropBox [-50 -50 200 100]": (200, 100),
    "/MediaBox [0 0 595 842] /CropBox [600 900 700 950]": (595, 842),
    "/MediaBox [0 0 595 842] /Rotate 90": (842, 595),
    "/MediaBox [0 0 595 842] /Rotate -90": (842, 595),
    "/MediaBox [0 0 595 842] /Rotate 180": (595, 842),
    "/MediaBox [0 0 595 842] /Rotate 450 /CropBox [10 20 210 120]": (100, 200),
    "/MediaBox [0 0 100 200] /UserUnit 2.5": (250, 500),
}


@pytest.mark.parametrize("entries", BOXES)
def test_a_page_is_as_large_as_it_is_seen(entries: str) -> None:
    width, height = BOXES[entries]
    assert page_sizes(Tagged(sheets=(Sheet(entries=entries),)).pdf()) == (
        PageSize(width=width, height=height),
    )


@pytest.mark.parametrize("entries", [entries for entries in BOXES if "600 900" not in entries])
def test_poppler_draws_it_as_large(entries: str, tmp_path: Path) -> None:
    # Poppler draws nothing of a page that its crop box misses.
    file, picture = tmp_path / "page.pdf", tmp_path / "page"
    file.write_bytes(Tagged(sheets=(Sheet(entries=entries),)).pdf())
    command = [tool("pdftoppm"), "-r", "72", "-cropbox", "-singlefile", "-gray", str(file), str(picture)]
    subprocess.run(command, check=True, timeout=60)
    _, drawn, _ = picture.with_suffix(".pgm").read_bytes().split(b"\n", 2)
    scale = 2.5 if "UserUnit" in entries else 1
    assert tuple(int(side) * scale for side in drawn.split()) == BOXES[entries]


@pytest.mark.parametrize("crop", ["[1 2 3]", "[0 0 /X 9]", "/X", "[7 7 7 9]"])
def test_a_crop_box_that_is_none_is_passed_over(crop: str) -> None:
    content = Tagged(sheets=(Sheet(entries=f"/MediaBox [0 0 50 60] /CropBox {crop}"),)).pdf()
    assert page_sizes(content) == (PageSize(width=50, height=60),)
    assert isinstance(inspect(content), Inspected)


@pytest.mark.parametrize("entries", ["", "/MediaBox [0 0 9 0]", "/MediaBox [0 0 9 9] /UserUnit -1"])
def test_a_page_of_no_size_is_refused_by_all(entries: str) -> None:
    content = Tagged(sheets=(Sheet(entries=entries),)).pdf()
    found = inspect(content)
    assert isinstance(found, Unusable)
    assert found.reason is Reason.BROKEN
    with pytest.raises(Unmergeable) as raised:
        merged(content)
    assert raised.value.reason is Reason.BROKEN


def test_what_stands_above_a_page_holds_for_it() -> None:
    tree = "<</Type /Pages /Count 1 /Kids [7 0 R] /MediaBox [0 0 100 200] /Rotate 90>>"
    below = "<</Type /Pages /Parent 2 0 R /Count 1 /Kids [10 0 R] /CropBox [0 0 50 60]>>"
    content = Tagged(sheets=(Sheet(entries=""),), objects={2: tree, 7: below}).pdf()
    assert page_sizes(content) == (PageSize(width=60, height=50),)
