"""Files that others have sent for a meeting, and the project that they lie in."""

import struct
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path

from command_line import project
from tools import tool

from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.sources.project import Project


def with_files(folder: Path, files: Mapping[str, bytes], more: str = "") -> tuple[Project, tuple[Bilag, ...]]:
    """A project whose meeting has these files as bilag; `more` are lines that each bilag has besides."""
    bilag = "".join(f"      - title: Bilag {n}\n        file: {name}\n{more}" for n, name in enumerate(files))
    meeting = (
        "kind: meeting\nid: 2022-03\ntitle: Møde\ndate: 2022-03-01\nagenda:\n"
        f"  - number: 1\n    title: Punkt\n    bilag:\n{bilag}"
    )
    root = project(folder, meeting=meeting)
    for name, content in files.items():
        path = root / "contract_sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    there = Project(root)
    model = there.read("2022-03")
    assert isinstance(model, Meeting)
    return there, model.agenda[0].bilag


def png(width: int, height: int) -> bytes:
    """A red picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xb4\x1e\x1e" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    content = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + content


def jpeg(pdf: bytes) -> bytes:
    """The first page of a PDF as poppler photographs it."""
    command = [tool("pdftoppm"), "-jpeg", "-r", "36", "-singlefile", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def turned(photograph: bytes) -> bytes:
    """A photograph that its camera noted to be turned a quarter clockwise (EXIF orientation 6)."""
    orientation = struct.pack(">HHIHxx", 0x0112, 3, 1, 6)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + orientation + b"\0\0\0\0"
    return photograph[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + photograph[2:]
