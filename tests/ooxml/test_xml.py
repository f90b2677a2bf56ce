import pytest
from word_schema import faults

from kdnet_docs.ooxml.xml import build, element, insert_setting, root_of, to_xml


def test_a_setting_goes_to_its_place_in_the_schema() -> None:
    settings = element("settings", element("zoom"), element("compat"), element("decimalSymbol"))
    insert_setting(settings, element("themeFontLang"))
    insert_setting(settings, element("footnotePr"))
    assert list(faults(settings)) == []


def test_words_that_xml_cannot_hold_are_a_bug_and_not_lost() -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        element("t", val="a\x00b")


def test_an_attribute_without_prefix_has_no_namespace() -> None:
    assert build("v:shape", {"id": "a", "o:spid": "b"}).get("id") == "a"


def test_a_root_has_its_namespace_without_prefix() -> None:
    assert b'<a xmlns="urn:x"/>' in to_xml(root_of("urn:x", "a"))
