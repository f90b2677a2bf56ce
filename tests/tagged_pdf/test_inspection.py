"""Somebody else's PDF: every nasty thing is refused for what it is, in time, and nothing raises."""

import time

import pytest
from hand_made_pdf import Sheet, Tagged, packed, pdf, stream
from hypothesis import given, settings
from pdf_damage import SAMPLES, Damaged, damaged

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable

PLAIN = Tagged()


def with_catalogue(entries: str, **objects: str | bytes) -> bytes:
    more = {int(key.removeprefix("o")): value for key, value in objects.items()}
    return Tagged(catalogue=entries, objects=more).pdf()


def with_page(entries: str, **objects: str | bytes) -> bytes:
    more = {int(key.removeprefix("o")): value for key, value in objects.items()}
    return Tagged(sheets=(Sheet(entries=f"/MediaBox [0 0 9 9] {entries}"),), objects=more).pdf()


def changed(number: int, content: str | bytes) -> bytes:
    return Tagged(objects={number: content}).pdf()


def link(action: str) -> str:
    return f"/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {action}>>]"


def annotation(subtype: str) -> str:
    return f"/Annots [<</Type /Annot /Subtype /{subtype} /Rect [0 0 9 9]>>]"


TWO = Tagged(sheets=(Sheet(), Sheet()))
DEEP = {n: f"<</S /Div /P {n - 1} 0 R /K {n + 1} 0 R>>" for n in range(1000, 4000)}
CHAIN = {n: f"<</Type /Pages /Kids [{n + 1} 0 R] /Count 1>>" for n in range(100, 3000)} | {2: "100 0 R"}
BOMB = packed(b"0 0 m\n" * 20_000_000)

REFUSED = {
    "empty": (b"", Reason.BROKEN),
    "words": (b"This is no PDF.", Reason.BROKEN),
    "head": (b"%PDF-1.7\n", Reason.BROKEN),
    "no-pages": (changed(2, "<</Type /Pages /Kids [] /Count 0>>"), Reason.EMPTY),
    "no-page-tree": (pdf({1: "<</Type /Catalog>>"}), Reason.BROKEN),
    "root-is-a-page": (pdf({1: "<</Type /Page>>"}), Reason.BROKEN),
    "pages-in-a-circle": (changed(2, "<</Type /Pages /Kids [2 0 R] /Count 1>>"), Reason.BROKEN),
    "missing-page": (changed(2, "<</Type /Pages /Kids [77 0 R] /Count 1>>"), Reason.BROKEN),
    "no-box": (Tagged(sheets=(Sheet(entries=""),)).pdf(), Reason.BROKEN),
    "no-area": (Tagged(sheets=(Sheet(entries="/MediaBox [0 0 0 9]"),)).pdf(), Reason.BROKEN),
    "endless-area": (with_page("/UserUnit " + "9" * 20), Reason.BROKEN),
    "one-page-twice": (changed(2, "<</Type /Pages /Kids [10 0 R 10 0 R] /Count 2>>"), Reason.SHARED_PAGE),
    "one-key-twice": (
        Tagged(
            sheets=(Sheet(), Sheet(entries="/MediaBox [0 0 9 9]")),
            objects={20: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /StructParents 0>>"},
        ).pdf(),
        Reason.PARENT_TREE,
    ),
    "tags-in-a-circle": (changed(1000, "<</S /P /P 5 0 R /K 5 0 R>>"), Reason.STRUCTURE),
    "tags-without-end": (Tagged(objects=DEEP).pdf(), Reason.STRUCTURE),
    "parent-tree-in-a-circle": (changed(6, "<</Kids [6 0 R]>>"), Reason.STRUCTURE),
    "encrypted": (
        pdf(PLAIN.objects_by_number(), trailer="/Root 1 0 R /Encrypt <</Filter /Standard /V 5>>"),
        Reason.ENCRYPTED,
    ),
    "portfolio": (with_catalogue("/Collection <</Type /Collection>>"), Reason.PORTFOLIO),
    "xfa": (with_catalogue("/AcroForm <</Fields [] /XFA [(x) 90 0 R]>>", o90=stream(b"<x/>")), Reason.XFA),
    "certified": (with_catalogue("/Perms <</DocMDP 90 0 R>>", o90="<</Type /Sig>>"), Reason.SIGNED),
    "signed": (
        with_catalogue(
            "/AcroForm <</Fields [90 0 R]>>",
            o90="<</FT /Sig /T (s) /V 91 0 R>>",
            o91="<</ByteRange [0 1 2 3] /Contents <00>>>",
        ),
        Reason.SIGNED,
    ),
    "script-on-opening": (with_catalogue("/OpenAction <</S /JavaScript /JS (app.alert)>>"), Reason.SCRIPTS),
    "script-in-names": (
        with_catalogue("/Names <</JavaScript <</Names [(a) 90 0 R]>>>>", o90="<</S /JavaScript /JS (1)>>"),
        Reason.SCRIPTS,
    ),
    "script-on-closing": (
        with_catalogue("/AA <</WC 90 0 R>>", o90="<</S /JavaScript /JS 91 0 R>>", o91=stream(b"1")),
        Reason.SCRIPTS,
    ),
    "script-of-a-page": (with_page("/AA <</O <</S /JavaScript /JS (1)>>>>"), Reason.SCRIPTS),
    "script-in-a-link": (with_page(link("<</S /JavaScript /JS (1)>>")), Reason.SCRIPTS),
    "script-that-comes-next": (
        with_page(link("<</S /URI /URI (x) /Next [<</S /JavaScript /JS (1)>>]>>")),
        Reason.SCRIPTS,
    ),
    "script-in-disguise": (with_page(link("<</S /#4aava#53cript /JS (1)>>")), Reason.SCRIPTS),
    "script-behind-references": (
        with_page(link("90 0 R"), o90="91 0 R", o91="<</S 92 0 R /JS (1)>>", o92="93 0 R", o93="/JavaScript"),
        Reason.BROKEN,
    ),
    "script-as-an-element": (
        changed(1000, "<</Type /StructElem /S /JavaScript /JS (1) /P 5 0 R>>"),
        Reason.SCRIPTS,
    ),
    "script-of-a-field": (
        with_catalogue("/AcroForm <</Fields [<</FT /Tx /T (a) /AA <</K <</S /JavaScript /JS (1)>>>>>>]>>"),
        Reason.SCRIPTS,
    ),
    "script-in-an-outline": (
        with_catalogue("/Outlines <</First <</Title (a) /A <</S /JavaScript /JS (1)>>>>>>"),
        Reason.SCRIPTS,
    ),
    "script-with-a-film": (with_page(link("<</S /Rendition /JS (1)>>")), Reason.SCRIPTS),
    "postscript": (with_page("/Thumb 90 0 R", o90=stream(b"showpage", "/Subtype /PS")), Reason.SCRIPTS),
    "program": (with_page(link("<</S /Launch /F (calc.exe)>>")), Reason.LAUNCH),
    "form-from-a-file": (with_page(link("<</S /ImportData /F (x.fdf)>>")), Reason.LAUNCH),
    "stream-elsewhere": (with_page("/Thumb 90 0 R", o90=stream(b"", "/F (other.bin)")), Reason.EXTERNAL),
    "form-elsewhere": (
        with_page("/Thumb 90 0 R", o90=stream(b"", "/Subtype /Form /Ref <</F (x.pdf)>>")),
        Reason.EXTERNAL,
    ),
    **{
        f"medium-{kind}": (with_page(annotation(kind)), Reason.MULTIMEDIA)
        for kind in ("Movie", "Sound", "Screen", "3D", "RichMedia")
    },
    "page-tree-of-a-chain": (Tagged(objects=CHAIN).pdf(), Reason.BROKEN),
    "bomb-on-the-page": (changed(11, BOMB), Reason.TOO_LARGE),
    "bomb-in-xmp": (with_catalogue("/Metadata 90 0 R", o90=BOMB), Reason.TOO_LARGE),
    "bomb-in-a-bomb": (
        changed(11, packed(BOMB * 3000, "/Filter [/FlateDecode /FlateDecode]")),
        Reason.TOO_LARGE,
    ),
    "arrays-in-arrays": (with_page("/X " + "[" * 150 + "]" * 150), Reason.BROKEN),
    "brackets-in-use": (with_page("/X 90 0 R", o90="[" * 100_000), Reason.BROKEN),
    "dictionaries-in-use": (with_page("/X 90 0 R", o90="<</A" * 100_000), Reason.BROKEN),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_merged_is_refused_for_what_it_is_within_seconds(name: str) -> None:
    content, reason = REFUSED[name]
    started = time.monotonic()
    result = inspect(content)
    assert isinstance(result, Unusable)
    assert result.reason is reason, result.detail
    assert time.monotonic() - started < 20


def test_a_file_with_too_many_pages_or_too_large_is_refused() -> None:
    assert inspect(TWO.pdf(), max_pages=1) == Unusable(reason=Reason.TOO_MANY_PAGES, detail="more than 1")
    assert isinstance(inspect(TWO.pdf(), max_pages=2), Inspected)
    result = inspect(PLAIN.pdf(), max_bytes=100)
    assert isinstance(result, Unusable)
    assert result.reason is Reason.TOO_LARGE


def test_harmless_actions_are_no_reason_to_refuse() -> None:
    for action in (
        "/GoTo /D [10 0 R /Fit]",
        "/URI /URI (https://example.org)",
        "/Named /N /NextPage",
        "/GoToR /F (x.pdf)",
    ):
        assert isinstance(inspect(with_page(link(f"<</S {action}>>"))), Inspected)


def test_nothing_is_written_on_the_log(caplog: pytest.LogCaptureFixture) -> None:
    inspect(SAMPLES["scan"][:-200])
    assert caplog.records == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_can_be_merged(name: str) -> None:
    assert isinstance(inspect(SAMPLES[name]), Inspected)


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_file_raises_nothing(file: Damaged) -> None:
    assert isinstance(inspect(file.content), Inspected | Unusable)
