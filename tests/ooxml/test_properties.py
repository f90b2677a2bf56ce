from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
from lxml import etree
from samples import DOCUMENT
from word_files import house, part
from word_schema import faults

from kdnet_docs.ooxml.properties import set_language, text_width, write_properties
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.xml import descendants, element, get

FULL = replace(DOCUMENT, comments="En bemærkning", title="T" * 300 + " <&>", date=date(2021, 9, 1))


def written(**custom: str) -> bytes:
    word = house()
    write_properties(word, FULL, custom)
    return to_bytes(word)


def test_python_docx_reads_what_was_said_of_the_document() -> None:
    core = docx.Document(BytesIO(written())).core_properties
    assert core.title == FULL.title
    assert (core.author, core.last_modified_by) == ("KD-Net", "KD-Net")
    assert (core.subject, core.keywords, core.comments) == ("Prøve", "prøve, kontrakt", "En bemærkning")
    assert (core.language, core.version, core.revision) == ("da-DK", "2022", 1)
    assert core.created == core.modified == datetime(2021, 9, 1, tzinfo=UTC)


def test_custom_properties_are_numbered_as_word_numbers_them() -> None:
    root = part(written(a="1", b="<2>"), "docProps/custom.xml")
    assert [(one.get("name"), one.get("pid"), one[0].text) for one in root] == [
        ("a", "2", "1"),
        ("b", "3", "<2>"),
    ]
    assert {etree.QName(one[0]).localname for one in root} == {"lpwstr"}


def test_the_file_is_one_language() -> None:
    word = house()
    word.add_paragraph().add_run("x")._r.get_or_add_rPr().append(element("lang", val="en-US"))  # noqa: SLF001
    set_language(word, "en")
    tags = [
        get(found, "w:val")
        for root in (word.styles.element, word.element, word.settings.element)
        for found in descendants(root, "w:lang", "w:themeFontLang")
    ]
    assert tags == ["en-GB", "en-GB"]
    assert list(faults(word.settings.element)) == []


def test_text_is_as_wide_as_the_margins_leave_room() -> None:
    section = house().sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None
    assert left is not None
    assert right is not None
    assert text_width(house()) == (page - left - right) // 635
