import docx
from word_files import house, text_of
from word_schema import faults

from kdnet_docs.ooxml.footnotes import Footnotes
from kdnet_docs.ooxml.paragraph import paragraph, words
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import descendants, find_all, get


def test_notes_come_after_the_two_separators() -> None:
    word = house()
    notes = Footnotes(word, Styles(word))
    for text in ("En", "To"):
        notes.add(notes.reserve(), [paragraph("FootnoteText", [*notes.mark(), words(text)])])
    found = find_all(notes.part.element, "w:footnote")
    assert [get(note, "w:id") for note in found] == ["-1", "0", "1", "2"]
    assert [text_of(note).strip() for note in found] == ["", "", "En", "To"]
    assert list(faults(notes.part.element)) == []


def test_the_specimen_s_notes_are_left_in_the_template() -> None:
    word = house()
    first = Footnotes(word, Styles(word))
    first.add(first.reserve(), [paragraph("FootnoteText", [words("af skabelonen")])])
    again = Footnotes(word, Styles(word))
    assert text_of(again.part.element) == ""
    assert to_bytes(word).count(b"word/footnotes.xml") == 2  # its entry, and that in the zip's directory


def test_a_template_without_notes_gets_the_part_and_the_setting() -> None:
    plain = docx.Document()
    styles = Styles(house())
    Footnotes(plain, styles)
    settings = plain.settings.element
    assert [get(note, "w:id") for note in descendants(settings, "w:footnote")] == ["-1", "0"]
    assert list(faults(settings)) == []
