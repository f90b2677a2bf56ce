"""What a file is stands in it: shown on files that other programs have written."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from attached import png
from hypothesis import given
from hypothesis import strategies as st
from tools import tool

from kdnet_docs.sources.file_kinds import FileKind, Kind, family_of, kind_by_name, kind_of


def word() -> bytes:
    output = BytesIO()
    docx.Document().save(output)
    return output.getvalue()


def archive(*names: str, **parts: str) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name in names:
            file.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], ""))
    return output.getvalue()


def compound(*streams: str) -> bytes:
    """A compound file as far as its directory tells."""
    entries = [
        name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little") + b"\2" * 62
        for name in streams
    ]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(entries)


TEXT = "application/vnd.oasis.opendocument.text"

KINDS = {
    "pdf": (b"%PDF-1.7\n", FileKind(kind=Kind.PDF)),
    "pdf after junk": (b"\xef\xbb\xbf\n%PDF-1.4", FileKind(kind=Kind.PDF)),
    "png": (png(1, 1), FileKind(kind=Kind.PNG)),
    "jpeg": (b"\xff\xd8\xff\xe0", FileKind(kind=Kind.JPEG)),
    "gif": (b"GIF89a", FileKind(kind=Kind.GIF)),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", FileKind(kind=Kind.WEBP)),
    "tiff": (b"II*\0", FileKind(kind=Kind.TIFF)),
    "heic": (b"\0\0\0\x18ftypheic", FileKind(kind=Kind.HEIC)),
    "word": (word(), FileKind(kind=Kind.DOCX)),
    "excel": (archive("[Content_Types].xml", "xl/workbook.xml"), FileKind(kind=Kind.XLSX)),
    "slides": (archive("ppt/presentation.xml"), FileKind(kind=Kind.PPTX)),
    "macros": (archive("word/document.xml", "word/vbaProject.bin"), FileKind(kind=Kind.DOCX, macros=True)),
    "old macros": (
        archive("xl/workbook.xml", "xl/macrosheets/sheet1.xml"),
        FileKind(kind=Kind.XLSX, macros=True),
    ),
    "open text": (archive("mimetype", mimetype=TEXT), FileKind(kind=Kind.ODT)),
    "open text with macros": (
        archive("mimetype", "Basic/Standard/Module1.xml", mimetype=TEXT),
        FileKind(kind=Kind.ODT, macros=True),
    ),
    "open text behind a password": (
        archive("mimetype", "META-INF/manifest.xml", mimetype=TEXT, manifest="<encryption-data/>"),
        FileKind(kind=Kind.ODT, encrypted=True),
    ),
    "old word": (compound("Root Entry", "WordDocument"), FileKind(kind=Kind.DOC)),
    "old excel with macros": (compound("Workbook", "VBA"), FileKind(kind=Kind.XLS, macros=True)),
    "word behind a password": (compound("EncryptedPackage"), FileKind(kind=Kind.DOCX, encrypted=True)),
    "any zip": (archive("notat.txt"), None),
    "damaged zip": (word()[:400], None),
    "html": (b"<html>", None),
    "program": (b"MZ\x90", None),
    "nothing": (b"", None),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_what_it_holds(name: str) -> None:
    content, kind = KINDS[name]
    assert kind_of(content) == kind


@pytest.mark.parametrize("suffix", ["odt", "doc", "rtf"])
def test_texts_that_libreoffice_saves_are_known(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "text.docx").write_bytes(word())
    command = [tool("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", suffix, "--outdir", str(tmp_path), str(tmp_path / "text.docx")]
    subprocess.run(command, check=True, capture_output=True)
    assert kind_of((tmp_path / f"text.{suffix}").read_bytes()) == FileKind(kind=Kind(suffix))


@given(st.binary(max_size=300).map(lambda tail: b"PK\x03\x04" + tail))
def test_what_is_no_archive_is_of_no_kind(content: bytes) -> None:
    assert kind_of(content) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Notat.PDF", Kind.PDF),
        ("a.b.jpeg", Kind.JPEG),
        ("ark.xlsm", Kind.XLSX),
        ("notat", None),
        ("x.exe", None),
    ],
)
def test_a_name_says_a_kind(name: str, kind: Kind | None) -> None:
    assert kind_by_name(name) == kind


def test_every_kind_is_of_a_family() -> None:
    assert all(family_of(kind) for kind in Kind)
