"""What files are found to lack, each in turn; and of the samples, no less than veraPDF finds."""

from pathlib import Path

import pytest
from hand_made_pdf import Sheet, Tagged, packed, stream
from pdf_damage import SAMPLES
from verapdf import failures

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Lack, Lacking

BOX = "/MediaBox [0 0 9 9]"
OF_PDF_A = {Lack.A_CLAIM, Lack.OUTPUT_INTENT, Lack.ARCHIVABLE}


def lacks(file: Tagged) -> list[Lacking]:
    result = inspect(file.pdf())
    assert isinstance(result, Inspected)
    return list(result.lacks)


def element(entries: str) -> Tagged:
    return Tagged(objects={1000: f"<</Type /StructElem /P 5 0 R /Pg 10 0 R /K 0 {entries}>>"})


def annotated(annotation: str, **objects: str) -> Tagged:
    more = {int(key.removeprefix("o")): value for key, value in objects.items()}
    return Tagged(sheets=(Sheet(entries=f"{BOX} /Annots [<<{annotation}>>]"),), objects=more)


def drawn_with(entries: str, **objects: str | bytes) -> Tagged:
    more = {int(key.removeprefix("o")): value for key, value in objects.items()}
    form = stream(b"", f"/Subtype /Form /Resources <<{entries}>>")
    return annotated("/Subtype /Stamp /F 2 /AP <</N 80 0 R>>", o80=form.decode("latin-1"), **more)  # type: ignore[arg-type]


HERE = (1,)


@pytest.mark.parametrize(
    ("file", "lacking"),
    [
        (element("/S /Figure"), Lacking(lack=Lack.ALTERNATIVE_TEXT, pages=HERE, what="Figure")),
        (
            Tagged(tree="/RoleMap <</Map /Chart /Chart /Figure>>", sheets=(Sheet(lines=(("Map", "x"),)),)),
            Lacking(lack=Lack.ALTERNATIVE_TEXT, pages=HERE, what="Figure"),
        ),
        (element("/S /Note"), Lacking(lack=Lack.NOTE_ID, pages=HERE)),
        (element("/S /Odd"), Lacking(lack=Lack.TAG_ROLE, pages=HERE, what="Odd")),
        (annotated("/Subtype /Link"), Lacking(lack=Lack.LINK_CONTENTS, pages=HERE)),
        (annotated("/Subtype /Text"), Lacking(lack=Lack.ANNOTATION_TAGS, pages=HERE)),
        (annotated("/Subtype /Text /StructParent 77"), Lacking(lack=Lack.ANNOTATION_TAGS, pages=HERE)),
        (Tagged(objects={6: "<</Nums [0 []]>>"}), Lacking(lack=Lack.CONTENT_TAGS, pages=HERE)),
        (Tagged(), Lacking(lack=Lack.FONT_NOT_EMBEDDED, pages=HERE, what="Helvetica")),
        (
            drawn_with("/Font <</F <</Subtype /Type0 /BaseFont /X /DescendantFonts [<<>>]>>>>"),
            Lacking(lack=Lack.FONT_NOT_EMBEDDED, pages=HERE, what="X"),
        ),
        (drawn_with("/ExtGState <</G <</BM /Odd>>>>"), Lacking(lack=Lack.ARCHIVABLE, pages=HERE, what="/BM")),
        (drawn_with("/ExtGState <</G <</TR 1>>>>"), Lacking(lack=Lack.ARCHIVABLE, pages=HERE, what="/TR")),
        (Tagged(catalogue=""), Lacking(lack=Lack.TITLE)),
        (
            Tagged(objects={1: "<</Type /Catalog /Pages 2 0 R /Lang (no language)>>"}),
            Lacking(lack=Lack.LANGUAGE),
        ),
        (
            Tagged(
                objects={
                    1: "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R /MarkInfo <</Marked false>>>>"
                }
            ),
            Lacking(lack=Lack.UNTAGGED),
        ),
    ],
)
def test_what_is_lacking_is_found(file: Tagged, lacking: Lacking) -> None:
    assert lacking in lacks(file)


@pytest.mark.parametrize(
    "file",
    [
        element("/S /Figure /Alt (A map)"),
        element("/S /Figure /ActualText (7)"),
        element("/S /Note /ID (a)"),
        element("/S /Strong"),
        annotated("/Subtype /Popup"),
        annotated("/Subtype /Text /F 2"),
        drawn_with("/ExtGState <</G <</BM [/Multiply] /TR2 /Default>>>>"),
        drawn_with("/Font <</F <</Subtype /Type3>>>>"),
    ],
)
def test_what_is_there_is_not_said_to_lack(file: Tagged) -> None:
    assert {one.lack for one in lacks(file)} == {one.lack for one in lacks(Tagged())}


@pytest.mark.parametrize("written", ["/S#c3#b8lv", "/S\xc3\xb8lv", "/S#f8lv"])
def test_a_font_is_called_as_people_read_its_name(written: str) -> None:
    font = f"<</Type /Font /Subtype /Type1 /BaseFont {written}>>"
    assert "Sølv" in {one.what for one in lacks(Tagged(objects={3: font}))}


def test_a_scan_is_pages_with_pictures_and_no_text() -> None:
    image = packed(b"\0", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    scan = Sheet(entries=BOX)
    both = Tagged(
        sheets=(scan, Sheet()),
        objects={
            11: stream(b"/I Do"),
            10: f"<</Type /Page {BOX} /Contents 11 0 R /Resources <</XObject <</I 90 0 R>>>>>>",
            90: image,
        },
    )
    assert Lacking(lack=Lack.SCAN, pages=(1,)) in lacks(both)
    result = inspect(both.pdf())
    assert isinstance(result, Inspected)
    assert not result.scanned


def test_of_the_samples_no_less_is_found_than_verapdf_finds(tmp_path: Path) -> None:
    for name, content in SAMPLES.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    broken = failures(sorted(tmp_path.glob("*.pdf")))
    # A merge writes these anew: the order of the tabulator, and the window's title.
    ours = ("7.18.3-1", "7.1-10")
    for name, content in SAMPLES.items():
        result = inspect(content)
        assert isinstance(result, Inspected)
        found = {one.lack for one in result.lacks}
        rules = [line.split(": ")[1] for line in broken if f"/{name}.pdf: " in line]
        bad_ua = [rule for rule in rules if rule.startswith("ua1") and not rule.endswith(ours)]
        bad_a = [rule for rule in rules if rule.startswith("3a")]
        assert bool(bad_ua) is bool(found - OF_PDF_A - {Lack.TITLE, Lack.LANGUAGE}), (name, bad_ua, found)
        assert bool(bad_a) is bool(found & OF_PDF_A), (name, bad_a, found)
