"""What somebody left is kept, never over another file; and is where it was if the build fails."""

import os
from pathlib import Path

import pytest

from kdnet_docs.meeting.record import Record, digests
from kdnet_docs.meeting.set_aside import aside, files_below, is_nobodys, of_somebody, place_beside


def test_files_are_somebodys_unless_a_build_left_them_as_they_are(tmp_path: Path) -> None:
    before, after = (
        Record(files=digests({"a": b"1", "b": b"1"})),
        Record(files=digests({"b": b"2", "c": b"3"})),
    )
    for name, content in {"a": b"1", "b": b"2", "c": b"4", "d": b"5", "Thumbs.db": b""}.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "e").symlink_to(tmp_path / "a")
    os.mkfifo(tmp_path / "f")
    names = list(files_below(tmp_path))
    assert names == ["Thumbs.db", "a", "b", "c", "d", "e", "f"]
    files = {name: tmp_path / name for name in names}
    assert list(of_somebody(files, after.begun(before))) == ["c", "d", "e"]
    assert list(of_somebody(files, after)) == ["a", "c", "d", "e"]


def test_links_to_folders_are_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/rod").symlink_to("/")
    assert list(files_below(tmp_path)) == ["a/b/rod"]


def test_the_place_is_called_in_the_language_of_the_document() -> None:
    folder = Path("build/meeting-2021-09")
    assert place_beside(folder, "da") == Path("build/meeting-2021-09 (gemt)")
    assert place_beside(folder, "en") == Path("build/meeting-2021-09 (kept)")


@pytest.mark.parametrize("name", [".DS_Store", "a/Thumbs.db", "~$dsorden.docx", ".~lock.a.docx#", "._a.pdf"])
def test_what_systems_leave_is_nobodys(name: str) -> None:
    assert is_nobodys(name)


def failing(folder: Path, name: str, place: Path) -> Path:
    """Sets a file aside for a build that fails; gives the copy that was there until then."""
    copies: set[Path] = set()

    def build() -> None:
        before = set(place.glob("*"))
        with aside(place) as kept:
            kept.keep({name: folder / name})
            copies.update(set(place.glob("*")) - before)
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        build()
    (copy,) = copies
    return copy


def test_a_failed_build_leaves_no_copies(tmp_path: Path) -> None:
    folder, place = tmp_path / "m", tmp_path / "m (gemt)"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"hendes")
    assert failing(folder, "a.txt", place) == place / "a.txt"
    assert not place.exists()
    assert (folder / "a.txt").read_bytes() == b"hendes"


def test_what_was_kept_before_stays_when_a_build_fails(tmp_path: Path) -> None:
    folder, place = tmp_path / "m", tmp_path / "m (gemt)"
    for file, content in {folder / "a.txt": b"ny", place / "a.txt": b"gammel"}.items():
        file.parent.mkdir()
        file.write_bytes(content)
    assert failing(folder, "a.txt", place) == place / "a (2).txt"
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {"a.txt": b"gammel"}
