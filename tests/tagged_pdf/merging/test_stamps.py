import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from small_pdfs import PROPERTIES, SmallPdf, catalog, part
from tools import tool

from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.values import Plain, stream
from kdnet_docs.tagged_pdf.parts import Part, Stamp
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable

BLACK = b"\0\0\0"


def sheet(
    width: float, height: float, *boxes: tuple[float, ...], left: float = 0, bottom: float = 0
) -> bytes:
    """A page with black boxes, as tags would have them marked."""
    file = SmallPdf()
    drawn = b"".join(b"%g %g %g %g re f " % (left + x, bottom + y, w, h) for x, y, w, h in boxes)
    content = file.add(stream(b"/P <</MCID 0>> BDC 0 g " + drawn + b"EMC", {}))
    file.element("/P")
    file.put(
        file.pages[0], {"/MediaBox": [left, bottom, left + width, bottom + height], "/Contents": content}
    )
    return file.bytes()


def page(content: bytes = b"", **entries: Plain) -> SmallPdf:
    file = SmallPdf()
    contents = file.add(stream(content, {}))
    file.put(file.pages[0], {"/Contents": contents} | {f"/{key}": value for key, value in entries.items()})
    file.element("/P")
    return file


def stamped(file: SmallPdf, *stamps: Stamp) -> Part:
    return replace(part(file), stamps={0: stamps})


def black(pdf: bytes, folder: Path) -> tuple[tuple[int, int], tuple[int, int, int, int]]:
    """The size of the first page as it is shown, and where it is black: left, top, right, bottom."""
    (folder / "page.pdf").write_bytes(pdf)
    command = [
        tool("pdftoppm"),
        "-cropbox",
        "-aa",
        "no",
        "-r",
        "72",
        str(folder / "page.pdf"),
        str(folder / "page"),
    ]
    subprocess.run(command, check=True)
    [image] = folder.glob("*.ppm")
    _, size, _, pixels = image.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    dark = [at // 3 for at in range(0, len(pixels), 3) if pixels[at : at + 3] == BLACK]
    columns, rows = [one % width for one in dark], [one // width for one in dark]
    return (width, height), (min(columns), min(rows), max(columns) + 1, max(rows) + 1)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("crop", [(0, 0, 200, 300), (30, 40, 170, 260)])
def test_a_stamp_stands_upright_in_the_corner_that_is_seen(
    rotate: int, crop: tuple[int, ...], tmp_path: Path
) -> None:
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if rotate % 180:
        width, height = height, width
    stamp = sheet(width, height, (width - 50, height - 20, 40, 10), left=-7, bottom=11)
    one = stamped(page(Rotate=rotate, CropBox=list(crop)), Stamp(pdf=stamp, page=0))
    seen = black(merge([one], PROPERTIES, outline=()).pdf, tmp_path)
    assert seen == ((width, height), (width - 50, 10, width - 10, 20))


def test_a_stamp_is_as_large_as_it_is_by_itself_on_a_page_of_another_unit() -> None:
    one = stamped(page(UserUnit=2), Stamp(pdf=sheet(400, 600, (0, 0, 10, 10)), page=0))
    contents = PdfReader(io.BytesIO(merge([one], PROPERTIES, outline=()).pdf)).pages[0].get_contents()
    assert contents is not None
    assert b"q 0.5 0 0 0.5 0 0 cm /Stamp1 Do Q" in contents.get_data()


@pytest.mark.parametrize("content", [b"q 5 0 0 5 0 0 cm q", b"Q 1 g Q", b"BT 3 0 0 3 0 0 Tm", b"/Span BMC"])
def test_what_a_page_leaves_open_does_not_move_the_stamp(content: bytes, tmp_path: Path) -> None:
    one = stamped(page(content), Stamp(pdf=sheet(200, 300, (150, 280, 40, 10)), page=0))
    assert black(merge([one], PROPERTIES, outline=()).pdf, tmp_path) == ((200, 300), (150, 10, 190, 20))


def test_a_stamp_over_the_page_covers_it_and_one_under_it_is_covered(tmp_path: Path) -> None:
    white = b"1 g 0 0 200 300 re f"
    stamp = sheet(200, 300, (150, 280, 40, 10))
    over = stamped(page(white), Stamp(pdf=stamp, page=0))
    assert black(merge([over], PROPERTIES, outline=()).pdf, tmp_path)[1] == (150, 10, 190, 20)
    under = stamped(page(white + b" 0 g 0 0 1 1 re f"), Stamp(pdf=stamp, page=0, place="under"))
    assert black(merge([under], PROPERTIES, outline=()).pdf, tmp_path)[1] == (0, 299, 1, 300)


def test_a_stamp_is_an_artifact_without_marks_and_stored_once() -> None:
    stamp = Stamp(pdf=sheet(200, 300, (0, 0, 10, 10)), page=0)
    parts = [stamped(page(), stamp, stamp), stamped(page(), stamp)]
    whole = merge(parts, PROPERTIES, outline=())
    forms = set()
    for reference in catalog(whole)["/Pages"]["/Kids"]:
        for form in reference.get_object()["/Resources"]["/XObject"].values():
            forms.add(form)
            assert b"MCID" not in form.get_object().get_data()
    assert len(forms) == 1
    contents = PdfReader(io.BytesIO(whole.pdf)).pages[0].get_contents()
    assert contents is not None
    assert contents.get_data().count(b"/Artifact <</Type /Pagination>> BDC") == 2


def test_a_stamp_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Unmergeable):
        merge([stamped(page(), Stamp(pdf=b"no PDF", page=0))], PROPERTIES, outline=())
