"""The base that goes along in a Word file: the YAML it was made from, and the map of its anchors."""

import json
import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from lxml import etree

from kdnet_docs.ooxml.xml import Element, root_of, to_xml

NAMESPACE = "urn:kdnet-docs:base:1"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_LARGEST = 100_000_000  # bytes; a base that unpacks to more was not written by us


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The source as it was when the file was made; `anchors` is bookmark name -> block id."""

    source_name: str
    source_text: str
    anchors: Mapping[str, str]

    def to_json(self) -> bytes:
        """The base as bytes, the same for the same content."""
        content = {
            "source_name": self.source_name,
            "source_text": self.source_text,
            "anchors": dict(self.anchors),
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @property
    def digest(self) -> str:
        """The SHA-256 by which the file and the repository know this base."""
        return sha256(self.to_json()).hexdigest()


def base_xml(base: Base) -> bytes:
    """The base as a custom XML part."""
    root = root_of(NAMESPACE, "base")
    root.set("sha256", base.digest)
    root.set("encoding", "zlib+base64")
    root.text = b64encode(zlib.compress(base.to_json(), 9)).decode()
    return to_xml(root)


def base_properties(base: Base) -> bytes:
    """What Word wants to stand beside a custom XML part: an id, and the namespace in it."""
    root = etree.Element(f"{{{_DATA_STORE}}}datastoreItem", nsmap={"ds": _DATA_STORE})
    identity = UUID(bytes=sha256(base.to_json()).digest()[:16])
    root.set(f"{{{_DATA_STORE}}}itemID", f"{{{str(identity).upper()}}}")
    schemas = etree.SubElement(root, f"{{{_DATA_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_DATA_STORE}}}schemaRef").set(f"{{{_DATA_STORE}}}uri", NAMESPACE)
    return to_xml(root)


def parse_base(root: Element) -> Base | None:
    """The base in a custom XML part, or None where the part is another's or was tampered with."""
    if root.tag != f"{{{NAMESPACE}}}base":
        return None
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(b64decode(root.text or ""), _LARGEST)
        if unpacker.unconsumed_tail or sha256(content).hexdigest() != root.get("sha256"):
            return None
        base = json.loads(content)
        return Base(
            source_name=str(base["source_name"]),
            source_text=str(base["source_text"]),
            anchors={str(name): str(block_id) for name, block_id in base["anchors"].items()},
        )
    except (zlib.error, Base64Error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
