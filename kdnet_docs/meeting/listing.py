"""What lies in a folder or a zip that may come from anywhere: listed, and read with a limit.

Nothing is unpacked to the disk, and no link is followed.
"""

import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from stat import S_ISLNK, S_ISREG
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kdnet_docs.meeting.manifest import MANIFEST
from kdnet_docs.meeting.set_aside import files_below, is_a_programs
from kdnet_docs.meeting.zip_layout import is_all_zip

_AT_ONCE = 1 << 20
_ENCRYPTED = 0x1
# What Python raises for zips that are damaged, or that it does not know how to read.
_UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, LookupError, zlib.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file as it lies there: its size in bytes, and how it is opened; None for what is no plain file."""

    size: int
    open: Callable[[], IO[bytes]] | None

    def content(self, most: int) -> bytes | None:
        """What it holds, if that is no more than `most` bytes and can be read."""
        if self.open is None or self.size > most:
            return None
        try:
            with self.open() as file:
                data = file.read(most + 1)
        except _UNREADABLE:
            return None
        return data if len(data) <= most else None

    def digest(self, size: int) -> str | None:
        """The SHA-256 of what it holds, if that is exactly `size` bytes and can be read."""
        if self.open is None or self.size != size:
            return None
        digest, left = sha256(), size
        try:
            with self.open() as file:
                # What a file says of its size may be untrue: no more is read than was asked for.
                while data := file.read(min(_AT_ONCE, left + 1)):
                    digest.update(data)
                    left -= len(data)
                    if left < 0:
                        return None
        except _UNREADABLE:
            return None
        return digest.hexdigest() if left == 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Files by their names from the folder of the package, spelled as `spelled` does."""

    files: Mapping[str, Found]
    twice: frozenset[str] = frozenset()
    """Names that more than one file has: which of them one gets depends on the program."""
    holds_more: bool = False
    """Whether a zip holds something that is in none of its files."""


def spelled(name: str) -> str:
    """The one way to spell a name: some systems keep the ring of an å as a character of its own."""
    return unicodedata.normalize("NFC", name)


def in_folder(folder: Path) -> Listing:
    """The files below a folder, but for those that systems put there of themselves."""
    return _listing((name, _in_place(folder / name)) for name in files_below(folder))


def _in_place(path: Path) -> Found:
    status = path.lstat()
    return Found(size=status.st_size, open=(lambda: path.open("rb")) if S_ISREG(status.st_mode) else None)


def in_zip(file: IO[bytes]) -> Listing | None:
    """The files of a zip, named from the folder in it that holds the manifest; None if it is damaged."""
    try:
        archive = ZipFile(file)
        holds_more = not is_all_zip(file, archive)
    except _UNREADABLE:
        return None
    entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
    top = _top([entry.filename for entry in entries])
    found = _listing((entry.filename.removeprefix(top), _packed(archive, entry)) for entry in entries)
    if holds_more and MANIFEST not in found.files:
        # Where a zip is cut off, Python finds the end of a whole one within it, such as a Word file.
        return None
    return replace(found, holds_more=holds_more)


def _packed(archive: ZipFile, entry: ZipInfo) -> Found:
    return Found(size=entry.file_size, open=_unpacking(archive, entry) if _is_plain(entry) else None)


def _listing(named: Iterable[tuple[str, Found]]) -> Listing:
    files: dict[str, Found] = {}
    twice: set[str] = set()
    for raw, found in named:
        if found.open is not None and is_a_programs(raw, found.size):
            continue
        name = spelled(raw)
        if name in files:
            twice.add(name)
        files[name] = found
    return Listing(files=files, twice=frozenset(twice))


def _top(names: list[str]) -> str:
    """The folder that holds the manifest: "meeting-2021-09/", or "" where there is none, or more than one."""
    found = {name for name in names if PurePosixPath(name).name == MANIFEST and name.count("/") <= 1}
    return found.pop().removesuffix(MANIFEST) if len(found) == 1 else ""


def _is_folder(entry: ZipInfo) -> bool:
    """Whether an entry is a folder, and nothing is packed in it; packing nothing can take two bytes."""
    return entry.is_dir() and entry.file_size == 0 and entry.compress_size <= len(b"\x03\x00")


def _is_plain(entry: ZipInfo) -> bool:
    """Whether an entry is a file that we can and may unpack: no link, not encrypted, packed as zips are."""
    return (
        not S_ISLNK(entry.external_attr >> 16)
        and not entry.flag_bits & _ENCRYPTED
        and entry.compress_type in {ZIP_STORED, ZIP_DEFLATED}
    )


def _unpacking(archive: ZipFile, entry: ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(entry)
