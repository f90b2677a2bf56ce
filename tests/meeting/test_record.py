"""A build remembers what it left, and is not led astray by what somebody else wrote there."""

import json
from pathlib import Path

import pytest

from kdnet_docs.meeting.record import Record, place_of, read_record, record_of

CONTENTS = {"a.txt": b"1", "meeting-2022-01/b.txt": b"2"}


def left(out: Path) -> Record:
    for name, data in CONTENTS.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(data)
    return record_of("key", CONTENTS)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = record_of("key", CONTENTS)
    (tmp_path / "record.json").write_bytes(record.to_json())
    assert read_record(tmp_path / "record.json") == record


def test_a_file_is_as_it_was_left_until_somebody_touches_it(tmp_path: Path) -> None:
    record = left(tmp_path)
    assert record.as_left(tmp_path) == tuple(tmp_path / name for name in CONTENTS)
    (tmp_path / "a.txt").write_bytes(b"3")
    assert record.as_left(tmp_path) == (tmp_path / "meeting-2022-01/b.txt",)
    (tmp_path / "meeting-2022-01/b.txt").unlink()
    assert record.as_left(tmp_path) == ()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"key": 1}', '{"key": "k", "files": []}', "[" * 100_000, '"\\ud800"'],
)
def test_what_is_no_record_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(text, encoding="utf-8")
    assert read_record(tmp_path / "record.json") == Record(key="", files={})
    assert read_record(tmp_path / "missing.json") == Record(key="", files={})


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "b/../../a.txt"])
def test_a_record_points_at_nothing_outside_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(json.dumps({"key": "k", "files": {name: "0"}}), encoding="utf-8")
    assert read_record(tmp_path / "record.json").files == {}


def test_each_name_has_a_record_of_its_own(tmp_path: Path) -> None:
    names = ["2022-01", "aftale@1", "a/b.yaml", "a_b.yaml", "a b.yaml", "../a", "æ" * 300, "æ" * 301]
    places = [place_of(name, tmp_path) for name in names]
    assert len(set(places)) == len(names)
    assert {place.parent for place in places} == {tmp_path / ".kdnet"}
    assert all(len(place.name) < 255 for place in places)
