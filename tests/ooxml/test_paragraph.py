import pytest
from word_files import text_of
from word_schema import faults

from kdnet_docs.ooxml.paragraph import (
    FLOWING,
    Numbered,
    Setting,
    field,
    keep_with_next,
    lines,
    paragraph,
    words,
)
from kdnet_docs.ooxml.xml import descendants, get

EVERYTHING = Setting(numbered=Numbered(3, 1), keep_next=True, new_page=True)


@pytest.mark.parametrize("setting", [FLOWING, EVERYTHING, Setting(numbered=Numbered(3, 1))])
def test_properties_stand_in_the_order_of_the_schema(setting: Setting) -> None:
    made = paragraph("BodyText", [], setting)
    assert list(faults(made)) == []
    keep_with_next(made)
    assert list(faults(made)) == []
    assert len(list(descendants(made, "w:keepNext"))) == 1


def test_spaces_stay_as_they_are() -> None:
    assert text_of(words("  en\u00a0og  to ")) == "  en\u00a0og  to "


def test_tabs_and_soft_hyphens_are_word_s_own() -> None:
    run = words("a\tb\u00adc")
    assert [str(child.tag).partition("}")[2] for child in run] == ["t", "tab", "t", "softHyphen", "t"]


def test_lines_are_broken_inside_one_paragraph() -> None:
    made = paragraph("CodeBlock", lines("a\n\n  b"))
    assert len(list(descendants(made, "w:br"))) == 2
    assert text_of(made) == "a  b"


def test_a_field_is_not_marked_for_updating() -> None:
    made = paragraph("Normal", field(" PAGEREF x ", [words("7")]))
    assert text_of(made) == "7"
    assert [get(mark, "w:dirty") for mark in descendants(made, "w:fldChar")] == [None, None, None]
