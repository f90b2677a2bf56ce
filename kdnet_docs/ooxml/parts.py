"""Parts that python-docx has no class for, put in their place in the package."""

from typing import TYPE_CHECKING, cast

from docx.document import Document as Word
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from kdnet_docs.ooxml.xml import Element

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def put_part(word: Word, kind: str, name: str, content_type: str, blob: bytes) -> None:
    """The package's one part of a kind ("custom-properties"), in place of the template's."""
    package = package_of(word)
    relationship = kind if ":" in kind else f"{_RELATIONSHIPS}/{kind}"
    drop_parts(word, relationship)
    package.relate_to(Part(PackURI(name), content_type, blob, package), relationship)


def drop_parts(word: Word, relationship: str) -> None:
    """Take the package's parts of a kind away."""
    package = package_of(word)
    for key in [key for key, found in package.rels.items() if found.reltype == relationship]:
        del package.rels[key]


def add_custom_xml(word: Word, blob: bytes, properties: bytes) -> None:
    """A custom XML part of the document, beside those that the template has."""
    package = package_of(word)
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    item = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", blob, package)
    described = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        properties,
        package,
    )
    item.relate_to(described, f"{_RELATIONSHIPS}/customXmlProps")
    word.part.relate_to(item, f"{_RELATIONSHIPS}/customXml")


def package_of(word: Word) -> Package:
    """The package that the document stands in."""
    package: Package = word.part.package
    return package


def add_xml_part(word: Word, kind: str, name: str, content_type: str, root: Element) -> XmlPart:
    """A new part of the document whose XML can still grow."""
    part = XmlPart(PackURI(name), content_type, cast("BaseOxmlElement", root), package_of(word))
    word.part.relate_to(part, kind)
    return part
