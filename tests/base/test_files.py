"""A file is there as a whole, or as it was."""

import os
import stat
from pathlib import Path

import pytest

from kdnet_docs.base.files import write_whole


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "fil.txt", "æøå".encode())
    assert (tmp_path / "a/b/fil.txt").read_bytes() == "æøå".encode()


def test_others_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "fil.txt", b"")
    assert stat.S_IMODE((tmp_path / "fil.txt").stat().st_mode) == 0o644


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    write_whole(tmp_path / "fil.txt", b"1")
    write_whole(tmp_path / "fil.txt", b"2")
    assert os.listdir(tmp_path) == ["fil.txt"]  # noqa: PTH208 - hidden files too


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").mkdir()
    with pytest.raises(OSError, match=r"fil\.txt"):
        write_whole(tmp_path / "fil.txt", b"ny")
    assert [path.name for path in tmp_path.iterdir()] == ["fil.txt"]
    assert (tmp_path / "fil.txt").is_dir()
