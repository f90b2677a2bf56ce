"""LibreOffice as a judge of tracked changes: it accepts or rejects them all, and says what is left."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lxml import etree
from tools import tool

from kdnet_docs.ooxml.xml import Element

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">
Sub Resolve(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  flat(0).Name = "FilterName"
  flat(0).Value = "OpenDocument Text Flat XML"
  Dim nothing()
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(opened.CurrentController.Frame, command, "", 0, nothing())
  End If
  opened.storeToURL(target, flat())
  opened.close(True)
End Sub
</script:module>
"""
_COMMANDS = {
    "as it is": "",
    "accepted": ".uno:AcceptAllTrackedChanges",
    "rejected": ".uno:RejectAllTrackedChanges",
}
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def text_in_libreoffice(
    file: Path, folder: Path, state: Literal["as it is", "accepted", "rejected"]
) -> list[str]:
    """The paragraphs, rows and cells, notes and headers that LibreOffice has once changes are resolved."""
    soffice = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():  # the first start puts an empty one there
        subprocess.run([*soffice, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    module.write_text(_MODULE)
    target = folder / f"{file.stem}-{state.replace(' ', '-')}.fodt"
    arguments = ",".join(f'"{held}"' for held in (file.as_uri(), target.as_uri(), _COMMANDS[state]))
    run = f"macro:///Standard.Module1.Resolve({arguments})"
    subprocess.run([*soffice, "--norestore", run], check=True, capture_output=True, timeout=120)
    root = etree.parse(str(target), etree.XMLParser(huge_tree=True)).getroot()
    return [*_edges(root), *_body(root)]


def _body(root: Element) -> Iterator[str]:
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert text is not None
    changes = text.find(f"{_TEXT}tracked-changes")
    if changes is not None:
        text.remove(changes)
    for found in text.iter(
        f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}table-cell"
    ):
        name = etree.QName(found).localname
        yield _words(found) if name in ("p", "h") else f"<{name}>"


def _edges(root: Element) -> Iterator[str]:
    """The words of headers and footers, but for empty ones, page numbers and watermarks."""
    for page in root.iter(f"{_STYLE}master-page"):
        for edge in page:
            paragraphs = (found for found in edge.iter(f"{_TEXT}p") if not _is_drawn(found))
            words = " ".join(_words(found) for found in paragraphs)
            if words.strip():
                yield f"{etree.QName(edge).localname}: {words}"


def _is_drawn(paragraph: Element) -> bool:
    return any(str(found.tag).startswith(_DRAW) for found in paragraph.iterancestors())


def _words(paragraph: Element) -> str:
    """Its own words; those of a note or drawing in it are paragraphs of their own."""
    made = [paragraph.text or ""]
    for child in paragraph:
        name = etree.QName(child).localname
        if name == "tab":
            made.append("\t")
        elif name == "line-break":
            made.append("\n")
        elif name == "s":
            made.append(" " * int(child.get(f"{_TEXT}c", "1")))
        elif name == "note":
            made.append("[note]")
        elif name not in ("p", "h", "page-number", "page-count") and not str(child.tag).startswith(_DRAW):
            made.append(_words(child))
        made.append(child.tail or "")
    return "".join(made)
