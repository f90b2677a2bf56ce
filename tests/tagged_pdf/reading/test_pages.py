"""How large a reader shows a page."""

import subprocess
from pathlib import Path

import pytest
from hand_made_pdf import Sheet, Tagged
from tools import tool

from kdnet_docs.tagged_pdf.reading.pages import page_sizes
from kdnet_docs.tagged_pdf.verdicts import PageSize

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


def test_what_stands_above_a_page_holds_for_it() -> None:
    tree = "<</Type /Pages /Count 1 /Kids [7 0 R] /MediaBox [0 0 100 200] /Rotate 90>>"
    below = "<</Type /Pages /Parent 2 0 R /Count 1 /Kids [10 0 R] /CropBox [0 0 50 60]>>"
    content = Tagged(sheets=(Sheet(entries=""),), objects={2: tree, 7: below}).pdf()
    assert page_sizes(content) == (PageSize(width=60, height=50),)
