"""Zips of all programs are nothing but zips, and one that hides something is not."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from authored import ROOT
from tools import tool

from kdnet_docs.meeting.zip_layout import is_all_zip

FILES = {"m/a.txt": b"a", "m/b.txt": b"b" * 1000}


def is_nothing_else(content: bytes) -> bool:
    file = BytesIO(content)
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        return is_all_zip(file, archive)


def packed() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
    return file.getvalue()


def _append(zip_file: bytes) -> bytes:
    return zip_file + b"ondt" * 100


def _prepend(zip_file: bytes) -> bytes:
    return b"ondt" * 100 + zip_file


def _comment(zip_file: bytes) -> bytes:
    return zip_file[:-2] + b"\x04\x00ondt"


def _between(zip_file: bytes) -> bytes:
    """Bytes between the last entry and the directory, which is said to begin behind them."""
    at = zip_file.index(b"PK\x01\x02")
    begins = int.from_bytes(zip_file[-6:-2], "little")
    return zip_file[:at] + b"ondt" + zip_file[at:-6] + (begins + 4).to_bytes(4, "little") + zip_file[-2:]


def test_a_zip_is_nothing_else_until_something_is_put_into_it() -> None:
    assert is_nothing_else(packed())
    assert is_nothing_else((ROOT / "templates/word/house.docx").read_bytes())


@pytest.mark.parametrize("change", [_append, _prepend, _comment, _between])
def test_what_belongs_to_no_file_is_seen(change: Callable[[bytes], bytes]) -> None:
    assert not is_nothing_else(change(packed()))


def test_so_is_what_the_zip_program_makes(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    for command in ([tool("zip"), "-r", "-", "m"], [tool("zip"), "-r", "-fd", "-", "m"]):
        made = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
        assert is_nothing_else(made)


class Pipe(BytesIO):
    """Where one cannot go back, as a browser that packs what it sends."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")


def test_so_is_one_that_was_packed_while_it_was_sent() -> None:
    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for name, content in FILES.items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    assert is_nothing_else(pipe.getvalue())


def test_so_is_one_of_the_large_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zipfile.ZIP_FILECOUNT_LIMIT", 1)
    large = packed()
    assert b"PK\x06\x06" in large
    assert is_nothing_else(large)
    assert not is_nothing_else(_append(large))
