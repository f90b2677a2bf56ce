"""Whether every byte of a zip belongs to the zip: nothing stands before, between or behind its entries."""

import struct
from itertools import pairwise
from os import SEEK_END
from typing import IO
from zipfile import ZipFile, ZipInfo

_LOCAL = struct.Struct("<26x2H")
"""An entry's own header; it ends with the lengths of the name and of the extra fields behind it."""
_END = struct.Struct("<4s8x2L2x")
"""The last record: its mark, the size of the directory, and where that begins."""
_LARGE_END = struct.Struct("<4sQ28x2Q20x")
"""The two records before it in a zip of the large form: the mark, a length, and the same with more room."""
_END_MARK, _LARGE_END_MARK = b"PK\x05\x06", b"PK\x06\x06"
_LARGE_END_LENGTH = 44
_HAS_DESCRIPTOR = 0x8
_DESCRIPTORS = frozenset({12, 16, 20, 24})
"""Bytes behind an entry that was packed before its size was known: with and without a mark, large or not."""


def is_all_zip(file: IO[bytes], archive: ZipFile) -> bool:
    """Whether the entries of `archive`, read from `file`, its directory and its end are all that is there."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    begins = [entry.header_offset for entry in entries]
    starts = [*begins, archive.start_dir]
    return (
        starts[0] == 0
        and all(
            _is_followed(file, entry, until)
            for entry, (_, until) in zip(entries, pairwise(starts), strict=True)
        )
        and _ends(file, archive.start_dir)
    )


def _is_followed(file: IO[bytes], entry: ZipInfo, until: int) -> bool:
    """Whether the entry reaches until there, where the next thing begins."""
    file.seek(entry.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size:
        return False
    gap = until - (entry.header_offset + _LOCAL.size + sum(_LOCAL.unpack(header)) + entry.compress_size)
    return gap in _DESCRIPTORS if entry.flag_bits & _HAS_DESCRIPTOR else gap == 0


def _ends(file: IO[bytes], directory: int) -> bool:
    """Whether the file ends with the directory, which begins there, and the last records; with no comment."""
    end = file.seek(0, SEEK_END) - _END.size
    file.seek(end)
    mark, size, begins = _END.unpack(file.read(_END.size))
    before = max(end - _LARGE_END.size, 0)
    file.seek(before)
    large = file.read(_LARGE_END.size)
    if large.startswith(_LARGE_END_MARK):
        _, length, size, begins = _LARGE_END.unpack(large)
        end = before if length == _LARGE_END_LENGTH else -1
    return (mark, begins, begins + size) == (_END_MARK, directory, end)
