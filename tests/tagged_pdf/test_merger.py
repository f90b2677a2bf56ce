"""The merge as a whole: what it gives, what it refuses, and that its work grows no faster than its parts."""

import gc
import io
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from peculiar_parts import PECULIAR
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from small_pdfs import PROPERTIES, SmallPdf, catalog, kinds, merged, of_kind, part

from kdnet_docs import tagged_pdf
from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.values import stream
from kdnet_docs.tagged_pdf.parts import Bookmark, Stamp
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import Lack, Reason


def small() -> SmallPdf:
    file = SmallPdf()
    file.element("/H1")
    file.element("/P")
    return file


def test_the_same_parts_give_the_same_bytes() -> None:
    assert merged(small(), small()).pdf == merged(small(), small()).pdf


def test_a_merged_file_can_be_a_part() -> None:
    both = merged(small(), small())
    again = merged(both.pdf, both.pdf)
    assert kinds(again) == ["Document", *["Part", "Part", "H1", "P", "Part", "H1", "P"] * 2]


def test_the_whole_says_its_title_language_and_that_it_is_tagged() -> None:
    root = catalog(merged(small()))
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>" not in root["/Metadata"].get_data()


def test_an_untagged_page_becomes_a_figure_that_says_which_page_it_is() -> None:
    scan = SmallPdf(pages=2)
    for page in scan.pages:
        scan.put(page, {"/Contents": scan.add(stream(b"/P <</MCID 0>> BDC EMC q", {}))})
    del scan.catalog["/StructTreeRoot"]
    whole = merge([part(small()), part(scan, title="Kort", language="da")], PROPERTIES, outline=())
    assert [one["/Alt"] for one in of_kind(whole, "Figure")] == ["Kort, side 1", "Kort, side 2"]
    content = PdfReader(io.BytesIO(whole.pdf)).pages[1].get_contents()
    assert content is not None
    assert content.get_data().split() == b"/Figure <</MCID 0>> BDC q q Q Q EMC".split()
    assert (whole.claims.pdf_ua, whole.claims.pdf_a) == (False, None)
    assert (1, Lack.UNTAGGED) in {(one.part, one.lacking.lack) for one in whole.lacks}


def _encrypted() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(small().bytes()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _page_twice() -> bytes:
    file = small()
    kids = file.at(file.pages[0])["/Parent"]["/Kids"]
    kids.append(file.pages[0])
    return file.bytes()


def _plain(file: SmallPdf) -> bytes:
    """The file without object streams, so that a test can spoil its text."""
    writer = PdfWriter(clone_from=io.BytesIO(file.bytes()))
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _deep() -> bytes:
    return _plain(small()).replace(b"/MediaBox", b"/X " + b"[" * 3000 + b"]" * 3000 + b" /MediaBox")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", Reason.BROKEN),
        (lambda: b"%PDF-1.7\nnothing", Reason.BROKEN),
        (lambda: small().bytes()[:200], Reason.BROKEN),
        (lambda: SmallPdf(pages=0).bytes(), Reason.EMPTY),
        (_encrypted, Reason.ENCRYPTED),
        (_page_twice, Reason.SHARED_PAGE),
        (_deep, Reason.BROKEN),
    ],
    ids=["nothing", "no objects", "cut off", "no pages", "encrypted", "a page twice", "arrays in arrays"],
)
def test_what_cannot_be_merged_is_refused_with_the_part_and_the_reason(
    make: Callable[[], bytes], reason: Reason
) -> None:
    with pytest.raises(Unmergeable) as raised:
        merged(small(), make())
    assert (raised.value.part, raised.value.reason) == (1, reason)


def test_many_objects_in_a_row_are_no_recursion() -> None:
    file = small()
    following = file.add({})
    for _ in range(20_000):
        following = file.add({"/Next": following})
    file.put(file.pages[0], {"/PieceInfo": following})
    assert kinds(merged(file)) == ["Document", "Part", "H1", "P"]


STAMP = small().bytes()


def _calls(parts: int) -> int:
    """How many functions of Python are called for a merge of so many parts."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    # They use the same names for roles, classes, ids, destinations, fields, fonts and files, and mean others.
    contents = islice(cycle(part(file.pdf()) for file in PECULIAR.values()), parts)
    wanted = [Bookmark(title="x", part=number, own=True) for number in range(parts)]
    mixed = [replace(one, stamps={0: (Stamp(pdf=STAMP, page=0),)}) for one in contents]
    sys.setprofile(count)
    try:
        merge(mixed, PROPERTIES, outline=wanted)
    finally:
        sys.setprofile(None)
    return calls


def test_each_part_costs_the_same_however_many_there_are() -> None:
    kinds_of_parts = len(PECULIAR)
    few, some, many = (_calls(times * kinds_of_parts) for times in (2, 10, 18))
    assert 18 * kinds_of_parts in range(190, 230)
    assert many - some <= 1.02 * (some - few)


def test_what_is_merged_can_be_said_without_loading_a_pdf_library() -> None:
    script = "import sys; from kdnet_docs.tagged_pdf import Part, Inspected; sys.exit('pypdf' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_all_that_one_needs_is_exported() -> None:
    assert all(getattr(tagged_pdf, name).__name__ == name for name in tagged_pdf.__all__)
    assert not hasattr(tagged_pdf, "something_else")


def test_garbage_is_collected_again_afterwards() -> None:
    assert gc.isenabled()
    with pytest.raises(Unmergeable):
        merged(b"")
    assert gc.isenabled()


def test_what_nothing_leads_to_is_left_out() -> None:
    file = small()
    file.catalog[NameObject("/PieceInfo")] = file.at(file.add({"/Private": stream(b"x" * 999, {})}))
    assert b"PieceInfo" not in merged(file).pdf
    assert len(merged(file).pdf) == len(merged(small()).pdf)


def test_the_example_of_the_docs_runs(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "tagged-pdf.md").read_text("utf-8")
    example, _ = re.findall(r"^```python\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    for name in ("front.pdf", "report.pdf"):
        (tmp_path / name).write_bytes(small().bytes())
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", example]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("(0, 1) Claims(pdf_ua=False, pdf_a=None)\nfront.pdf ")
    assert (tmp_path / "whole.pdf").exists()
