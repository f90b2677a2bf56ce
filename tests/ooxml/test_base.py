from lxml import etree

from kdnet_docs.ooxml.base import NAMESPACE, Base, base_xml, parse_base

BASE = Base(source_name="a.yaml", source_text="tekst: æøå\n", anchors={"_kd_1": "a/b"})


def test_a_base_comes_back_whole() -> None:
    assert parse_base(etree.fromstring(base_xml(BASE))) == BASE


def test_the_order_of_the_map_does_not_change_the_bytes() -> None:
    forth = Base(source_name="", source_text="", anchors={"a": "1", "b": "2"})
    back = Base(source_name="", source_text="", anchors={"b": "2", "a": "1"})
    assert base_xml(forth) == base_xml(back)


def test_another_s_part_and_a_changed_base_are_none() -> None:
    changed = etree.fromstring(base_xml(BASE))
    changed.set("sha256", "0" * 64)
    assert parse_base(changed) is None
    assert parse_base(etree.fromstring(b"<a/>")) is None
    assert parse_base(etree.fromstring(f'<base xmlns="{NAMESPACE}">&#230;=</base>'.encode())) is None
