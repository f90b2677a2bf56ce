"""A Word file as bytes, the same for the same content."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Word
from docx.opc.part import Part, XmlPart
from lxml import etree

from kdnet_docs.ooxml.parts import package_of
from kdnet_docs.ooxml.xml import NAMESPACES, Element, qualified, root_of, to_xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_OLD = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold
_LEVEL = 6  # of compression: the highest one takes twice the time for a hundredth of the size
_IGNORABLE = qualified("mc:Ignorable")


def to_bytes(word: Word) -> bytes:
    """The file with its parts sorted by name, no date of its own, and one compression."""
    package = package_of(word)
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts))
        _write(archive, "_rels/.rels", package.rels.xml)
        for part in parts:
            _write(archive, part.partname.membername, _content(part))
            if part.rels:
                _write(archive, part.partname.rels_uri.membername, part.rels.xml)
    return buffer.getvalue()


def _write(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _OLD)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content, compresslevel=_LEVEL)


def _content(part: Part) -> bytes:
    return to_xml(_with_namespaces(part.element)) if isinstance(part, XmlPart) else part.blob


def _with_namespaces(root: Element) -> Element:
    """The same tree below a root that declares what we write, and that `w14` may be passed over.

    The prefixes are Word's own: pandoc finds nothing under others.
    """
    if not root.tag.startswith(f"{{{NAMESPACES['w']}}}"):
        return root
    ours = {prefix: name for prefix, name in NAMESPACES.items() if prefix != "xml"}
    others = {prefix: name for prefix, name in root.nsmap.items() if prefix and name not in ours.values()}
    made = etree.Element(root.tag, nsmap=others | ours)
    made.attrib.update(root.attrib)
    made.set(_IGNORABLE, " ".join(dict.fromkeys([*made.get(_IGNORABLE, "").split(), "w14"])))
    for child in list(root.iterchildren("*")):
        # One by one: lxml takes time in the square of the declarations below what it moves at once.
        shell = etree.SubElement(made, child.tag, {str(key): str(held) for key, held in child.attrib.items()})
        shell.extend(list(child))
    return made


def _content_types(parts: Iterable[Part]) -> bytes:
    root = root_of(_TYPES, "Types")
    for extension, content_type in (("rels", _RELATIONSHIPS_TYPE), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
    for part in parts:
        etree.SubElement(
            root, f"{{{_TYPES}}}Override", PartName=str(part.partname), ContentType=part.content_type
        )
    return to_xml(root)
