"""What a file is, told from its content: a name can say anything."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, unique
from io import BytesIO
from types import MappingProxyType
from typing import Literal, TypeAlias

Family: TypeAlias = Literal["pdf", "picture", "text", "spreadsheet", "slides"]
"""Kinds that the same program opens."""


@unique
class Kind(Enum):
    """A kind of file, by the suffix that its name usually has."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"
    WEBP = "webp"
    TIFF = "tif"
    HEIC = "heic"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PPTX = "pptx"
    PPT = "ppt"
    ODP = "odp"


_FAMILIES: Mapping[Family, tuple[Kind, ...]] = MappingProxyType(
    {
        "pdf": (Kind.PDF,),
        "picture": (Kind.PNG, Kind.JPEG, Kind.GIF, Kind.WEBP, Kind.TIFF, Kind.HEIC),
        "text": (Kind.DOCX, Kind.DOC, Kind.RTF, Kind.ODT),
        "spreadsheet": (Kind.XLSX, Kind.XLS, Kind.ODS),
        "slides": (Kind.PPTX, Kind.PPT, Kind.ODP),
    }
)
# Other names that files of a kind have, those with macros among them.
_SUFFIXES: Mapping[str, Kind] = MappingProxyType(
    {
        **{kind.value: kind for kind in Kind},
        "jpeg": Kind.JPEG,
        "tiff": Kind.TIFF,
        "heif": Kind.HEIC,
        "docm": Kind.DOCX,
        "xlsm": Kind.XLSX,
        "pptm": Kind.PPTX,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """The kind of a file, and what an office file may have besides."""

    kind: Kind
    encrypted: bool = False
    macros: bool = False

    @property
    def family(self) -> Family:
        """Which kinds the same program opens."""
        return family_of(self.kind)


def family_of(kind: Kind) -> Family:
    """The family that a kind belongs to."""
    return next(family for family, kinds in _FAMILIES.items() if kind in kinds)


def kind_by_name(name: str) -> Kind | None:
    """What a file is called as."""
    return _SUFFIXES.get(name.rpartition(".")[2].lower())


def kind_of(content: bytes) -> FileKind | None:
    """What a file is, or None where it is of no kind that can be a bilag.

    An archive so damaged that it cannot be looked into is of no kind.
    """
    for start, kind in _STARTS:
        if start.match(content):
            return FileKind(kind=kind)
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content)
    if content.startswith(_COMPOUND):
        return _of_compound_file(content)
    return None


_STARTS = (
    (re.compile(rb".{0,1000}?%PDF-", re.DOTALL), Kind.PDF),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), Kind.PNG),
    (re.compile(rb"\xff\xd8\xff"), Kind.JPEG),
    (re.compile(rb"GIF8[79]a"), Kind.GIF),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), Kind.WEBP),
    (re.compile(rb"II\*\0|MM\0\*"), Kind.TIFF),
    (re.compile(rb"....ftyp(heic|heix|heim|heis|hevc|mif1|msf1|avif)", re.DOTALL), Kind.HEIC),
    (re.compile(rb"\s*\{\\rtf"), Kind.RTF),
)


# --- archives: Office Open XML and OpenDocument -------------------------------------------------------

_MAIN_PARTS = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.", Kind.XLSX),
    ("ppt/presentation.", Kind.PPTX),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    b"application/vnd.oasis.opendocument.presentation": Kind.ODP,
}
_MANIFEST_READ = 1_000_000  # bytes; far above any


def _of_archive(content: bytes) -> FileKind | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                return _of_open_document(archive, names)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        return None
    kind = next((kind for start, kind in _MAIN_PARTS if any(name.startswith(start) for name in names)), None)
    macros = any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
    return FileKind(kind=kind, macros=macros) if kind else None


def _of_open_document(archive: zipfile.ZipFile, names: list[str]) -> FileKind | None:
    with archive.open("mimetype") as stream:
        kind = _OPEN_DOCUMENT.get(stream.read(100).strip())
    if kind is None:
        return None
    manifest = b""
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as stream:
            manifest = stream.read(_MANIFEST_READ)
    return FileKind(
        kind=kind,
        encrypted=b"encryption-data" in manifest,
        macros=any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names),
    )


# --- compound files: Office before 2007, and Office Open XML behind a password ([MS-CFB] 2.6.1) ----------

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128  # bytes of an entry of the directory, which lies at a multiple of that
_STREAMS = {
    "WordDocument": Kind.DOC,
    "Workbook": Kind.XLS,
    "Book": Kind.XLS,
    "PowerPoint Document": Kind.PPT,
}


def _of_compound_file(content: bytes) -> FileKind | None:
    entries = set(_entries(content))
    if "EncryptedPackage" in entries:
        # Which of the kinds it is, only the password would tell.
        return FileKind(kind=Kind.DOCX, encrypted=True)
    kind = next((kind for name, kind in _STREAMS.items() if name in entries), None)
    return FileKind(kind=kind, macros=bool(entries & {"VBA", "_VBA_PROJECT"})) if kind else None


def _entries(content: bytes) -> Iterator[str]:
    """The names in the directory, wherever its sectors lie; other data hardly ever looks like one."""
    for name in (*_STREAMS, "EncryptedPackage", "VBA", "_VBA_PROJECT"):
        sought = name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")
        at = content.find(sought)
        while at >= 0:
            if at % _ENTRY == 0:
                yield name
                break
            at = content.find(sought, at + 1)
