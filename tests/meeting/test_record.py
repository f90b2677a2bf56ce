"""A build remembers what it left, and is not led astray by what somebody else wrote there."""

import json
from pathlib import Path
from typing import Any

import pytest

from kdnet_docs.meeting.record import Record, Summary, digests, kept_keys, place_of, read_record

CONTENTS = {"a.txt": b"1", "meeting-2022-01/b.txt": b"2"}
RECORD = Record(
    key="key",
    folder="meeting-2022-01",
    files=digests(CONTENTS),
    earlier=({}, {"a.txt": "0"}),
    kept=("k1", "k2"),
    summary=Summary(documents=2, pages=3, first="meeting-2022-01/b.txt", pdf_a="3a", pdf_ua=True),
)


def read(place: Path) -> Record:
    return read_record(place, lambda _name: None)


def written(place: Path, **changed: Any) -> Path:
    place.write_text(json.dumps(json.loads(RECORD.to_json()) | changed), encoding="utf-8")
    return place


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read(written(tmp_path / "record.json")) == RECORD


def test_a_record_of_a_former_version_is_read(tmp_path: Path) -> None:
    former = json.loads(RECORD.to_json())
    del former["earlier"], former["summary"]["pdf_a"], former["summary"]["pdf_ua"]
    (tmp_path / "record.json").write_text(json.dumps(former), encoding="utf-8")
    assert read(tmp_path / "record.json").files == RECORD.files


def test_a_file_is_as_it_was_left_until_somebody_touches_it(tmp_path: Path) -> None:
    for name, data in CONTENTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert RECORD.as_left(tmp_path) == tuple(tmp_path / name for name in CONTENTS)
    assert RECORD.is_as_left(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"3")
    assert RECORD.as_left(tmp_path) == (tmp_path / "meeting-2022-01/b.txt",)
    (tmp_path / "meeting-2022-01/b.txt").unlink()
    assert RECORD.as_left(tmp_path) == ()
    assert not RECORD.is_as_left(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"key": 1}', '{"key": "k", "files": []}', "[" * 100_000, '"\\ud800"'],
)
def test_what_is_no_record_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(text, encoding="utf-8")
    assert read(tmp_path / "record.json") == Record()
    assert read(tmp_path / "missing.json") == Record()


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "b/../../a.txt"])
def test_a_record_points_at_nothing_outside_the_folder(name: str, tmp_path: Path) -> None:
    record = read(written(tmp_path / "record.json", files={name: "0"}, folder=name))
    assert (record.files, record.folder) == ({}, "")


def test_each_name_has_a_record_of_its_own(tmp_path: Path) -> None:
    names = ["2022-01", "aftale@1", "a/b.yaml", "a_b.yaml", "a b.yaml", "../a", "æ" * 300, "æ" * 301]
    places = [place_of(name, tmp_path) for name in names]
    assert len(set(places)) == len(names)
    assert {place.parent for place in places} == {tmp_path / ".kdnet"}
    assert all(len(place.name) < 255 for place in places)


def test_what_any_build_needs_from_the_store_is_known(tmp_path: Path) -> None:
    (tmp_path / ".kdnet").mkdir()
    written(place_of("2022-01", tmp_path))
    written(place_of("2022-02", tmp_path), kept=["k3"])
    assert kept_keys(tmp_path, lambda _name: None) == {"k1", "k2", "k3"}
