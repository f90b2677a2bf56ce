"""What a PDF says of itself in its XMP: which standards it follows, and its title."""

import html
import re

from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import value_in
from kdnet_docs.tagged_pdf.verdicts import Claims

MAX_XMP = 2_000_000
"""The bytes of XMP that are read."""

# PDF/A and PDF/UA prescribe these prefixes. The value stands as an attribute or as an element.
VALUE = r"""%s\s*(?:=\s*["']|>)\s*(\w+)"""
UA_PART = re.compile(VALUE % "pdfuaid:part")
A_PART = re.compile(VALUE % "pdfaid:part")
A_LEVEL = re.compile(VALUE % "pdfaid:conformance")
MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))


TITLE = re.compile(r"<dc:title[^>]*>.*?<rdf:li[^>]*>([^<]+)<", re.DOTALL)


def claims(root: DictionaryObject) -> Claims:
    """The standards that the catalogue's XMP names. It is not read as XML, so nothing in it is expanded."""
    packet = xmp(root)
    ua, part, level = UA_PART.search(packet), A_PART.search(packet), A_LEVEL.search(packet)
    return Claims(
        pdf_ua=ua is not None and ua[1] == "1",
        pdf_a=None if part is None else part[1] + (level[1].lower() if level else ""),
    )


def title(root: DictionaryObject) -> str | None:
    """The title in the catalogue's XMP, which is where PDF/UA looks for it."""
    found = TITLE.search(xmp(root))
    return None if found is None else html.unescape(found[1]).strip() or None


def xmp(root: DictionaryObject) -> str:
    """The catalogue's XMP, as much of it as is read; empty where there is none."""
    metadata = value_in(root, "/Metadata")
    data = metadata.get_data()[:MAX_XMP] if isinstance(metadata, StreamObject) else b""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    return data.decode(encoding, "replace")
