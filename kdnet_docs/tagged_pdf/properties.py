"""Properties of a file that are no standard's, in its XMP: written with their schema, and read back.

PDF/A allows properties of one's own where the file describes them (ISO 19005-3, 6.6.2.3).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import escape

from pypdf.generic import NameObject

from kdnet_docs.tagged_pdf.merging.values import stream
from kdnet_docs.tagged_pdf.reading.guarded import guarded
from kdnet_docs.tagged_pdf.reading.xmp import xmp
from kdnet_docs.tagged_pdf.rewriting import Change, Rewriting
from kdnet_docs.tagged_pdf.verdicts import Unusable

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SCHEMAS = "<pdfaExtension:schemas><rdf:Bag>"  # as Typst and this library write it; a file has one at most
_END = "</rdf:RDF>"
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_DEPTH = 3  # of a property: within rdf:RDF, which is within x:xmpmeta, and rdf:Description


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A family of properties: its namespace, the prefix that stands for it, and its title for people."""

    namespace: str
    prefix: str
    title: str


def stating(schema: Schema, properties: Mapping[str, str]) -> Change:
    """The change that adds properties to the XMP of a file with a PDF/A extension schema.

    Names are of lower-case letters, digits and hyphens. Raises `ValueError` for other names, and for a
    file whose XMP is of another make.
    """
    if wrong := [name for name in properties if not _NAME.fullmatch(name)]:
        raise ValueError(f"names that properties cannot have: {', '.join(wrong)}")

    def change(file: Rewriting) -> None:
        packet = xmp(file.root_object)
        if packet.count(_SCHEMAS) != 1 or packet.count(_END) != 1:
            raise ValueError("XMP of another make")
        packet = packet.replace(_SCHEMAS, _SCHEMAS + _description(schema, properties))
        packet = packet.replace(_END, _stated(schema, properties) + _END)
        metadata = stream(packet.encode(), {"/Type": "/Metadata", "/Subtype": "/XML"})
        file.root_object[NameObject("/Metadata")] = file.add(metadata)

    return change


def _description(schema: Schema, properties: Mapping[str, str]) -> str:
    each = "".join(
        '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>'
        f"<pdfaProperty:description>{escape(schema.title)}: {name}</pdfaProperty:description>"
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>"
        for name in properties
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{escape(schema.title)}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{escape(schema.namespace)}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{each}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _stated(schema: Schema, properties: Mapping[str, str]) -> str:
    prefix = schema.prefix
    each = "".join(
        f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}>" for name, value in properties.items()
    )
    namespace = escape(schema.namespace, {'"': "&quot;"})
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{namespace}">{each}</rdf:Description>'


def read_properties(pdf: bytes, namespace: str) -> Mapping[str, str] | Unusable:
    """The properties of a namespace that a file states as plain text; none where its XMP cannot be read.

    What XMP says twice is what it says last. Nothing in it is expanded or fetched: one with a document
    type, where entities would be declared, is not read.
    """
    return guarded(pdf, lambda reader: _read(xmp(reader.root_object), namespace))


def _read(packet: str, namespace: str) -> Mapping[str, str]:
    found = _Properties(namespace)
    try:
        found.parse(packet)
    except (expat.ExpatError, ValueError):
        return {}
    return found.of


class _Properties:
    """What is met of the properties while a packet is read from its beginning to its end."""

    def __init__(self, namespace: str) -> None:
        self.of: dict[str, str] = {}
        self._namespace = f"{namespace} "
        self._depth = 0
        self._within: str | None = None

    def parse(self, packet: str) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.Parse(packet.encode(), True)  # noqa: FBT003 - expat's

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._within = None
        if self._depth == _DEPTH and name.startswith(self._namespace):
            self._within = name.removeprefix(self._namespace)
            self.of[self._within] = ""
        if name == f"{_RDF} Description":
            # XMP may have a plain property as an attribute of its description too.
            own = {key: value for key, value in attributes.items() if key.startswith(self._namespace)}
            self.of |= {key.removeprefix(self._namespace): value for key, value in own.items()}
        self._depth += 1

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._within = None

    def _words(self, words: str) -> None:
        if self._within is not None:
            self.of[self._within] += words


def _refuse(*_declared: object) -> None:
    raise ValueError("a document type")
