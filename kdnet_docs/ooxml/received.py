"""A Word file that somebody sends us, opened with care: it may be broken, huge or hostile."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.xml import Element

_LARGEST = 200_000_000  # bytes of XML in all, unpacked
_MOST_PARTS = 2_000


def read_received(file: Path | bytes, largest: int = _LARGEST) -> Mapping[str, Element] | Refused:
    """The roots of the document, notes, custom XML and properties by their names ("word/document.xml").

    Nothing outside the file is read, no entity is resolved, and no more is unpacked than a long
    contract with all its notes could need: `largest` is in bytes of XML.
    """
    name = file.name if isinstance(file, Path) else ".docx"
    try:
        with ZipFile(file if isinstance(file, Path) else BytesIO(file)) as archive:
            return _parts(archive, name, largest)
    except (BadZipFile, etree.XMLSyntaxError, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        return _refused(name, str(error))


def _parts(archive: ZipFile, name: str, room: int) -> Mapping[str, Element] | Refused:
    entries = [entry for entry in archive.namelist() if _is_wanted(entry)]
    if len(entries) > _MOST_PARTS:
        return _refused(name, "too many parts")
    parts = {}
    for entry in entries:
        with archive.open(entry) as stream:  # what the entry says of its own size may be a lie
            content = stream.read(room + 1)
        if (room := room - len(content)) < 0:
            return _refused(name, "too large")
        root = etree.fromstring(content, _parser())
        if root.getroottree().docinfo.internalDTD is not None:
            return _refused(name, "DOCTYPE")
        parts[entry] = root
    return parts if "word/document.xml" in parts else _refused(name, "no word/document.xml")


def _is_wanted(entry: str) -> bool:
    custom = entry.startswith("customXml/item") and entry.endswith(".xml")
    return custom or entry in {"word/document.xml", "word/footnotes.xml", "docProps/custom.xml"}


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _refused(name: str, reason: str) -> Refused:
    return Refused(
        (
            Diagnostic(
                code=Code.UNREADABLE,
                message=msg(
                    "{file} is not a Word file that can be read ({reason})", file=name, reason=reason
                ),
                hint=msg("open it in Word and save it again as .docx, without a password"),
            ),
        )
    )
