from word_files import house, part_names

from kdnet_docs.ooxml.parts import add_custom_xml, put_part
from kdnet_docs.ooxml.save import to_bytes


def test_a_part_takes_the_place_of_the_template_s() -> None:
    word = house()
    for content in (b"<a/>", b"<b/>"):
        put_part(word, "custom-properties", "/docProps/custom.xml", "application/xml", content)
    assert part_names(to_bytes(word)).count("docProps/custom.xml") == 1


def test_custom_xml_stands_beside_what_the_template_has() -> None:
    word = house()
    for content in (b"<a/>", b"<b/>"):
        add_custom_xml(word, content, b"<p/>")
    names = part_names(to_bytes(word))
    assert {"customXml/item1.xml", "customXml/item2.xml", "customXml/itemProps2.xml"} <= set(names)
