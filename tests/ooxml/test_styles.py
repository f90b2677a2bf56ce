import pytest
from word_files import house

from kdnet_docs.ooxml.styles import Styles


def test_a_style_is_found_by_its_name_however_it_is_capitalised() -> None:
    styles = Styles(house())
    assert styles.id("Heading 1") == styles.id("heading 1")
    assert styles.element("Caption") is styles.element("caption")


def test_an_indent_is_the_style_s_own_in_twips() -> None:
    styles = Styles(house())
    assert styles.indent("List Bullet 2") == 2 * styles.indent("List Bullet") > 0
    assert styles.indent("Normal") == 0


def test_a_style_that_is_not_there_is_named() -> None:
    styles = Styles(house())
    with pytest.raises(KeyError, match="no such style"):
        styles.id("No such style")
