"""A file is there as a whole, or as it was."""

import os
import stat
from pathlib import Path

import pytest

from kdnet_docs.base.files import write_all


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b" / "fil.txt": "æøå".encode()})
    assert (tmp_path / "a/b/fil.txt").read_bytes() == "æøå".encode()


def test_others_may_read_it(tmp_path: Path) -> None:
    write_all({tmp_path / "fil.txt": b""})
    assert stat.S_IMODE((tmp_path / "fil.txt").stat().st_mode) == 0o644


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    write_all({tmp_path / "fil.txt": b"1"})
    write_all({tmp_path / "fil.txt": b"2"})
    assert os.listdir(tmp_path) == ["fil.txt"]  # noqa: PTH208 - hidden files too


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").mkdir()
    with pytest.raises(OSError, match=r"fil\.txt"):
        write_all({tmp_path / "fil.txt": b"ny"})
    assert [path.name for path in tmp_path.iterdir()] == ["fil.txt"]
    assert (tmp_path / "fil.txt").is_dir()


@pytest.mark.parametrize("folder", ["a.txt", "b.txt", "c.txt"])
def test_all_files_are_written_or_none(folder: str, tmp_path: Path) -> None:
    names = ("a.txt", "b.txt", "c.txt")
    (tmp_path / folder).mkdir()
    for name in {*names} - {folder}:
        (tmp_path / name).write_bytes(b"1")
    with pytest.raises(OSError, match=folder):
        write_all({tmp_path / name: b"2" for name in names})
    assert sorted(os.listdir(tmp_path)) == list(names)  # noqa: PTH208 - hidden files too
    assert {(tmp_path / name).read_bytes() for name in {*names} - {folder}} == {b"1"}


def test_a_file_in_the_place_of_a_folder_stops_all(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").write_bytes(b"1")
    (tmp_path / "mappe").write_bytes(b"1")
    with pytest.raises(OSError, match="mappe"):
        write_all({tmp_path / "fil.txt": b"2", tmp_path / "mappe/b.txt": b"2"})
    assert (tmp_path / "fil.txt").read_bytes() == b"1"
    assert sorted(os.listdir(tmp_path)) == ["fil.txt", "mappe"]  # noqa: PTH208 - hidden files too
