"""A Word file as its XML parts, read without python-docx (which takes 70 ms to load)."""

from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# A template may come by mail: no entities, no network.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)

Parts = dict[str, Any]


def template_name(file: Path) -> str:
    """A template's name as a person sees it: "templates/word/house.docx"."""
    return str(PurePosixPath(*file.parts[-3:]))


def parse(xml: bytes) -> Any:
    """The root element of a part.

    Raises:
        etree.XMLSyntaxError: the part is not XML.
    """
    return etree.fromstring(xml, _PARSER)


def read_parts(file: Path) -> Parts | Refused:
    """The XML parts below `word/` of a Word file, by their names without it ("styles.xml")."""
    name = template_name(file)
    try:
        with ZipFile(file) as package:
            parts = {
                entry.removeprefix("word/"): parse(package.read(entry))
                for entry in package.namelist()
                if entry.startswith("word/") and entry.endswith((".xml", ".rels"))
            }
    except (FileNotFoundError, IsADirectoryError):
        return _refused(
            Diagnostic(
                code=Code.TEMPLATE,
                message=msg("the template {file} does not exist", file=name),
                hint=msg("put it back, or copy one from a folder that has it"),
            )
        )
    except (BadZipFile, etree.XMLSyntaxError, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        return _refused(unreadable(name, str(error)))
    if missing := {"document.xml", "styles.xml"} - parts.keys():
        return _refused(unreadable(name, ", ".join(sorted(missing))))
    if parts["document.xml"].tag != f"{W}document":
        return _refused(unreadable(name, "Strict Open XML"))
    return parts


def style_name(style: Any) -> str:
    """A style's name as Word stores it ("heading 1")."""
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")) if name is not None else ""


def unreadable(name: str, reason: str) -> Diagnostic:
    """The finding that a template is no Word file, or none that we can read."""
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the template {file} is not a Word file that can be read ({reason})", file=name, reason=reason
        ),
        hint=msg("open it in Word and save it again as .docx, without a password"),
    )


def _refused(diagnostic: Diagnostic) -> Refused:
    return Refused((diagnostic,))
