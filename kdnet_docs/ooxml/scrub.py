"""Takes out of a Word file what Word itself leaves there, that nobody wrote and nobody can remove by hand."""

from collections.abc import Iterator

from docx.document import Document as Word
from docx.opc.part import Part, XmlPart

from kdnet_docs.ooxml.base import NAMESPACE
from kdnet_docs.ooxml.parts import package_of
from kdnet_docs.ooxml.xml import Element, qualified

_NAMES_OF_PEOPLE = "/people"
_DATA = "/customXml"
_TEMPLATE = "/attachedTemplate"
_SETTINGS = ("w:rsids", "w:attachedTemplate", "w:docVars")
_RSID = qualified("w:rsidR")[: -len("R")]


def scrub(word: Word) -> None:
    """Removes the marks of sittings (rsid), the list of people, the template's path, and others' data."""
    for part in package_of(word).iter_parts():
        _drop_relations(part)
        if isinstance(part, XmlPart):
            _clean(part.element)


def _drop_relations(part: Part) -> None:
    for key, relation in list(part.rels.items()):
        kind = relation.reltype
        if kind.endswith((_NAMES_OF_PEOPLE, _TEMPLATE)) or (
            kind.endswith(_DATA) and NAMESPACE.encode() not in relation.target_part.blob
        ):
            del part.rels[key]


def _clean(root: Element) -> None:
    for element in list(root.iter("*")):
        for key in [key for key in element.attrib if str(key).startswith(_RSID)]:
            del element.attrib[key]
    for found in list(_in_settings(root)):
        parent = found.getparent()
        if parent is not None:
            parent.remove(found)


def _in_settings(root: Element) -> Iterator[Element]:
    return root.iter(*map(qualified, _SETTINGS))
