"""The house's fonts: where their files are, and how they go along in a Word file.

Word embeds a font as an "obfuscated" part: the TrueType file with its first 32 bytes masked by a
GUID which stands beside it in the font table (ECMA-376 Part 4, "Font Embedding"). Why we do it, and
what Word does with it, stands in docs/decisions/fonts-in-word.md.
"""

import hashlib
import uuid
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

_WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT_TABLE = f"{_RELATIONSHIPS}/fontTable"
_FONT = f"{_RELATIONSHIPS}/font"
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"

# The faces in the order Word's schema wants them, with the file names of the wheel.
_FACES = {
    "embedRegular": "Regular",
    "embedBold": "Bold",
    "embedItalic": "It",
    "embedBoldItalic": "BoldIt",
}


def font_files(family: str) -> tuple[Path, ...]:
    """The TrueType files of a family: regular, bold, italic, bold italic; none for one we do not have."""
    if family != "Source Sans Pro":
        return ()
    from importlib import resources

    folder = Path(str(resources.files("font_source_sans_pro"))) / "files"
    return tuple(folder / f"SourceSansPro-{face}.ttf" for face in _FACES.values())


def embed_fonts(word: "WordDocument", families: Iterable[str]) -> None:
    """Embed the families that we have in `word`; the others are left to the reader's machine."""
    from docx.oxml import parse_xml
    from lxml import etree

    table = next((rel.target_part for rel in word.part.rels.values() if rel.reltype == _FONT_TABLE), None)
    if table is None:
        table = _new_font_table(word)
    fonts = parse_xml(table.blob)
    for family in sorted(set(families)):
        files = font_files(family)
        font = _entry(fonts, family) if files else None
        for element, file in zip(_FACES, files, strict=False):
            _embed_face(table, font, element, file)
    table._blob = etree.tostring(fonts, encoding="UTF-8", xml_declaration=True, standalone=True)  # noqa: SLF001


def _embed_face(table: "Part", font: Any, element: str, file: Path) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    key, data = _obfuscated(file)
    part = Part(PackURI(f"/word/fonts/{file.stem}.odttf"), _OBFUSCATED, data, table.package)
    for old in font.findall(f"{{{_WML}}}{element}"):
        table.rels.pop(old.get(f"{{{_RELATIONSHIPS}}}id"), None)
        font.remove(old)
    embedded = etree.SubElement(font, f"{{{_WML}}}{element}")
    embedded.set(f"{{{_RELATIONSHIPS}}}id", table.relate_to(part, _FONT))
    embedded.set(f"{{{_WML}}}fontKey", f"{{{str(key).upper()}}}")


@cache
def _obfuscated(file: Path) -> tuple[uuid.UUID, bytes]:
    """The file's key, drawn from its own bytes so that it is the same each time, and its masked bytes."""
    data = file.read_bytes()
    key = uuid.UUID(bytes=hashlib.sha256(data).digest()[:16])
    mask = bytes.fromhex(key.hex)[::-1] * 2
    return key, bytes(byte ^ masked for byte, masked in zip(data[:32], mask, strict=True)) + data[32:]


def _entry(fonts: Any, family: str) -> Any:
    """The font's own entry in the font table, made if there is none."""
    from lxml import etree

    for font in fonts.findall(f"{{{_WML}}}font"):
        if font.get(f"{{{_WML}}}name") == family:
            return font
    font = etree.SubElement(fonts, f"{{{_WML}}}font")
    font.set(f"{{{_WML}}}name", family)
    return font


def _new_font_table(word: "WordDocument") -> "Part":
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(
        PackURI("/word/fontTable.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
        f'<w:fonts xmlns:w="{_WML}"/>'.encode(),
        word.part.package,
    )
    word.part.relate_to(part, _FONT_TABLE)
    return part
