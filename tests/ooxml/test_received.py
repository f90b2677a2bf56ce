import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from samples import DOCUMENT
from word_files import with_part, written

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.received import read_received


def archive(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


BILLION_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;&b;&b;&b;&b;</a>'
)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"not a zip",
        archive(),
        archive(word__document=b"<w:document"),
        archive(word__document=b"<a>" * 5000 + b"</a>" * 5000),
        archive(word__document=BILLION_LAUGHS),
        archive(word__document=b"<a>" + b" " * 210_000_000 + b"</a>"),
        written(DOCUMENT)[:-2000],
    ],
    ids=["empty", "no zip", "no parts", "no XML", "deep", "entities", "bomb", "cut off"],
)
def test_a_file_that_cannot_be_read_is_a_finding(file: bytes) -> None:
    assert isinstance(read_received(file), Refused)


def test_a_folder_or_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert isinstance(read_received(tmp_path), Refused)
    assert isinstance(read_received(tmp_path / "none.docx"), Refused)


def test_our_own_file_is_read() -> None:
    parts = read_received(written(DOCUMENT))
    assert not isinstance(parts, Refused)
    assert {"word/document.xml", "word/footnotes.xml"} <= set(parts)


def test_a_damaged_part_is_a_finding() -> None:
    damaged = with_part(written(DOCUMENT), "word/footnotes.xml", zlib.compress(b"x"))
    assert isinstance(read_received(damaged), Refused)
