from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from word_files import house
from word_schema import faults

from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.watermark import add_watermark
from kdnet_docs.ooxml.xml import Element, descendants, get

HOSTILE = '"UDKAST" <&> \u00e6'


def headers(word: Word) -> list[Element]:
    return [
        header._element  # noqa: SLF001 python-docx has no other way to a header's XML
        for section in word.sections
        for header in (section.header, section.first_page_header, section.even_page_header)
    ]


def marked(text: str = "UDKAST") -> Word:
    word = house()
    word.add_section(WD_SECTION.NEW_PAGE)  # its headers are linked to the first section's
    own = word.add_section(WD_SECTION.NEW_PAGE)
    own.header.is_linked_to_previous = False
    add_watermark(word, text, "Source Sans Pro", Styles(word))
    return word


def test_every_kind_of_header_of_every_section_has_it_once() -> None:
    counts = [len(list(descendants(header, "v:shape"))) for header in headers(marked())]
    assert counts == [1] * 9


def test_each_stands_alone_in_the_content_control_that_word_removes() -> None:
    for header in headers(marked()):
        (control,) = descendants(header, "w:sdt")
        (gallery,) = descendants(control, "w:docPartGallery")
        (shape,) = descendants(control, "v:shape")
        assert get(gallery, "w:val") == "Watermarks"
        assert (shape.get("id") or "").startswith("PowerPlusWaterMarkObject")
        assert not list(descendants(control, "w:t"))


def test_shapes_of_different_headers_have_different_names() -> None:
    shapes = {shape.get("id") for header in headers(marked()) for shape in descendants(header, "v:shape")}
    assert len(shapes) == 4  # three of the first section, one that the third section has of its own


def test_the_word_is_data() -> None:
    (text,) = [
        text
        for text in descendants(headers(marked(HOSTILE))[0], "v:textpath")
        if text.get("string") is not None
    ]
    assert text.get("string") == HOSTILE


def test_headers_stay_valid() -> None:
    assert [list(faults(header)) for header in headers(marked())] == [[]] * 9
