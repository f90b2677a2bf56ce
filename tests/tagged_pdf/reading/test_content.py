"""What a page is found to draw."""

import pytest
from hand_made_pdf import Sheet, Tagged, stream

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.reading.content import Drawn, drawn
from kdnet_docs.tagged_pdf.reading.pages import pages
from kdnet_docs.tagged_pdf.reading.reader import Reader, limits
from kdnet_docs.tagged_pdf.verdicts import Inspected


def found(content: bytes, resources: str = "", **objects: str | bytes) -> Drawn:
    more = {int(key.removeprefix("o")): value for key, value in objects.items()}
    sheet = Sheet(entries="/MediaBox [0 0 9 9]", resources=resources)
    file = Tagged(sheets=(sheet,), objects={11: stream(content), **more}).pdf()
    with limits():
        reader = Reader(file)
        return drawn(reader, next(pages(reader)))


@pytest.mark.parametrize(
    ("content", "loose"),
    [
        (b"/P <</MCID 0>> BDC (a) Tj EMC", False),
        (b"/Artifact BMC 0 0 m 9 9 l S EMC", False),
        (b"/Artifact <</Type /Layout>> BDC /Span BMC f EMC f EMC", False),
        (b"/P <</MCID 0>> BDC EMC (a) Tj", True),
        (b"/OC /Layer BDC (a) Tj EMC", True),
        (b"/Span <</Lang (da)>> BDC [(a) 1 (b)] TJ EMC", True),
        (b"0 0 9 9 re W n", False),
        (b"(f S Tj) pop % f S", False),
        (rb"(a\) (b) f ) pop", False),
        (b"EMC EMC EMC", False),
        (b"BI /W 1 /H 1 ID \xff EI", True),
        (b"/P <</MCID 0>> BDC BI /W 1 /H 1 ID ( EI EMC", False),
        (b"(" * 5000, False),
        (b"", False),
    ],
)
def test_content_is_loose_where_no_mark_with_a_number_and_no_decoration_is_around_it(
    content: bytes,
    loose: bool,  # noqa: FBT001
) -> None:
    assert found(content).loose is loose


def test_marks_can_stand_in_the_resources() -> None:
    properties = "/Properties <</A 90 0 R /B <</Type /OCG>>>>"
    result = found(b"/P /A BDC (a) Tj EMC", properties, o90="<</MCID 7>>")
    assert (result.marks, result.loose) == ({7}, False)
    assert found(b"/P /B BDC (a) Tj EMC", properties, o90="<</MCID 7>>").loose


def test_forms_are_read_where_they_are_drawn() -> None:
    forms = "/XObject <</F 90 0 R /I 91 0 R>>"
    inner = {
        "o90": stream(b"/I Do f /F Do", "/Subtype /Form /Resources <</XObject <</I 91 0 R /F 90 0 R>>>>"),
        "o91": stream(b"", "/Subtype /Image"),
    }
    assert found(b"/F Do", forms, **inner) == Drawn(picture=True, loose=True)
    assert found(b"/Artifact BMC /F Do EMC", forms, **inner) == Drawn(picture=True)
    assert found(b"q Q", forms, **inner) == Drawn()


@pytest.mark.parametrize("written", ["/X#e6#f8", "/X\xe6\xf8", "/X#58", "/#c3#a6"])
def test_what_is_drawn_under_a_name_of_any_bytes_is_found(written: str) -> None:
    content = f"/P <</MCID 0>> BDC {written} Do EMC".encode("latin-1")
    form = stream(b"BT /F1 9 Tf (Text) Tj ET", "/Subtype /Form /Resources <</Font <</F1 3 0 R>>>>")
    assert found(content, f"/XObject <<{written} 90 0 R>>", o90=form) == Drawn(text=True, marks={0})
    sheet = Sheet(resources=f"/XObject <<{written} 90 0 R>>")
    result = inspect(Tagged(sheets=(sheet,), objects={90: form, 11: stream(content)}).pdf())
    assert isinstance(result, Inspected)
    assert not result.scanned
