import pytest
from word_files import house

from kdnet_docs.ooxml.styles import Styles


def test_a_style_is_found_by_its_name_however_it_is_capitalised() -> None:
    styles = Styles(house())
    assert styles.id("Heading 1") == styles.id("heading 1")
    assert styles.element("Caption") is styles.element("caption")


def test_words_of_one_kind_have_the_template_s_style() -> None:
    styles = Styles(house())
    assert styles.of_run() is None
    assert styles.of_run("Emphasis") == styles.id("Emphasis")
    assert styles.of_run("Strong", "Emphasis") == styles.id("Intense Emphasis")


def test_a_style_for_several_kinds_follows_the_template_s_own() -> None:
    word = house()
    made = Styles(word).of_run("Hyperlink", "Strong", "Emphasis")
    assert made == Styles(word).of_run("Hyperlink", "Strong", "Emphasis")
    style = next(style for style in word.styles if style.style_id == made)
    assert style.name == "Hyperlink + Strong + Emphasis"
    assert (style.font.italic, style.base_style.font.bold) == (True, True)
    assert style.base_style.base_style.name == "Hyperlink"


def test_a_style_that_is_not_there_is_named() -> None:
    styles = Styles(house())
    with pytest.raises(KeyError, match="no such style"):
        styles.id("No such style")
