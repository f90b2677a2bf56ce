"""A file is there as a whole, or as it was."""

import os
import stat
from pathlib import Path

import pytest

from kdnet_docs.base.files import tidy, write_all, write_files, write_folder


def nobodys(_place: Path, _old: Path) -> None:
    """Nothing in the place is anybody's."""


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


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder_is_replaced_by_one_with_these_files_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "ud/pakke"
    write_folder(folder, {"a.txt": b"1", "under/b.txt": b"2"}, nobodys)
    write_folder(folder, {"a.txt": b"3"}, nobodys)
    assert content(tmp_path) == {"ud/pakke/a.txt": b"3"}
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == 0o644
    assert stat.S_IMODE(folder.stat().st_mode) & 0o500 == 0o500


def test_a_folder_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    write_folder(tmp_path / "pakke", {"a.txt": b"1"}, nobodys)
    with pytest.raises(OSError, match=r"a\.txt"):
        write_folder(tmp_path / "pakke", {"a.txt": b"2", "a.txt/b.txt": b"2"}, nobodys)
    assert content(tmp_path) == {"pakke/a.txt": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["pakke"]


def test_a_file_in_the_place_of_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "pakke").write_bytes(b"1")
    with pytest.raises(NotADirectoryError, match="pakke"):
        write_folder(tmp_path / "pakke", {"a.txt": b"2"}, nobodys)
    assert content(tmp_path) == {"pakke": b"1"}


def test_a_link_in_the_place_of_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "langt væk").mkdir()
    (tmp_path / "pakke").symlink_to(tmp_path / "langt væk")
    write_folder(tmp_path / "pakke", {"a.txt": b"1"}, nobodys)
    assert (tmp_path / "pakke").is_symlink()
    assert (tmp_path / "langt væk/a.txt").read_bytes() == b"1"


@pytest.mark.parametrize("killed", ["before", "between", "after"])
def test_what_a_killed_process_left_is_put_right(killed: str, tmp_path: Path) -> None:
    whole, new, old = tmp_path / "pakke", tmp_path / ".kdnet-new.pakke", tmp_path / ".kdnet-old.pakke"
    left = {
        "before": {whole: b"1", new: b"2"},
        "between": {old: b"1", new: b"2"},
        "after": {whole: b"2", old: b"1"},
    }
    for folder, data in left[killed].items():
        write_folder(folder, {"a.txt": data}, nobodys)
    (tmp_path / ".kdnet-new.b.txt.x1y2").write_bytes(b"half")
    tidy(tmp_path)
    assert content(whole) == {"a.txt": b"2" if killed == "after" else b"1"}
    # What was not looked through is not gone before it is.
    assert content(tmp_path).get(".kdnet-old.pakke/a.txt") == (b"1" if killed == "after" else None)
    seen = []
    write_folder(whole, {"a.txt": b"3"}, lambda _place, old: seen.append((old / "a.txt").read_bytes()))
    assert seen == ([b"1", b"2"] if killed == "after" else [b"1"])
    assert content(tmp_path) == {"pakke/a.txt": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["pakke"]


def test_what_was_there_is_looked_through_where_nobody_saves_any_more(tmp_path: Path) -> None:
    seen: dict[str, bytes] = {}

    def look(place: Path, old: Path) -> None:
        assert place.read_bytes() == b"2"
        seen[place.name] = old.read_bytes()

    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"1")
    write_files({tmp_path / name: b"2" for name in ("a", "b", "c")}, look)
    assert seen == {"a": b"1", "b": b"1"}
    assert content(tmp_path) == {"a": b"2", "b": b"2", "c": b"2"}
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]  # noqa: PTH208 - hidden files too


def failing(_place: Path, _old: Path) -> None:
    raise OSError("disk")


def test_what_cannot_be_looked_through_comes_back(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"1")
    write_folder(tmp_path / "pakke", {"a.txt": b"1"}, nobodys)
    with pytest.raises(OSError, match="disk"):
        write_files({tmp_path / name: b"2" for name in ("a", "b", "c")}, failing)
    with pytest.raises(OSError, match="disk"):
        write_folder(tmp_path / "pakke", {"a.txt": b"2"}, failing)
    assert content(tmp_path) == {"a": b"1", "b": b"1", "pakke/a.txt": b"1"}
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "pakke"]  # noqa: PTH208 - hidden files too
