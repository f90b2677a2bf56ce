import re

from word_files import house, text_of
from word_schema import faults

from kdnet_docs.ooxml.contents import Entry, contents
from kdnet_docs.ooxml.paragraph import paragraph
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, descendants, get

ENTRIES = [
    Entry(level=1, words="Økonomi", bookmark="_Toc1", page=4),
    Entry(level=5, words="Dybt nede", bookmark="_Toc2", page=12),
]


def made(*entries: Entry) -> Element:
    return contents(paragraph("TOCHeading", []), entries, 5, Styles(house()))


def test_entries_and_pages_are_there_before_word_has_counted() -> None:
    root = made(*ENTRIES)
    lines = [text_of(line) for line in descendants(root, "w:p")]
    assert lines == ["", "Økonomi4", "Dybt nede12", ""]
    assert len(list(descendants(root, "w:tab"))) == 2
    assert [get(link, "w:anchor") for link in descendants(root, "w:hyperlink")] == ["_Toc1", "_Toc2"]


def test_word_knows_it_as_a_table_of_contents() -> None:
    root = made(*ENTRIES)
    assert [get(found, "w:val") for found in descendants(root, "w:docPartGallery")] == ["Table of Contents"]
    instructions = [(found.text or "").strip() for found in descendants(root, "w:instrText")]
    assert instructions[0] == r'TOC \o "1-5" \h \z \u'
    assert all(re.fullmatch(r"PAGEREF _Toc\d \\h", instruction) for instruction in instructions[1:])


def test_every_field_that_begins_ends_also_where_there_are_no_headings() -> None:
    for root in (made(*ENTRIES), made()):
        kinds = [get(mark, "w:fldCharType") for mark in descendants(root, "w:fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0
        assert list(faults(root)) == []
