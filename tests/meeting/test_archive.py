"""The zip is the same for the same files, and others unpack it with every letter in place."""

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from tools import tool

from kdnet_docs.meeting.archive import zip_of

FILES = {"møde/01-1 Æblegrød på åen.docx": b"1" * 1000, "møde/manifest.json": b"{}" * 1000}


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    assert zip_of(FILES, date(2021, 9, 1)) == zip_of(dict(reversed(FILES.items())), date(2021, 9, 1))


def test_every_file_has_the_date_of_the_meeting_and_no_clock() -> None:
    with ZipFile(BytesIO(zip_of(FILES, date(2021, 9, 1)))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2021, 9, 1, 0, 0, 0)}


def test_a_date_that_a_zip_cannot_hold_does_no_harm() -> None:
    with ZipFile(BytesIO(zip_of(FILES, date(1901, 2, 3)))) as archive:
        assert archive.testzip() is None


def test_names_are_marked_as_utf_8() -> None:
    with ZipFile(BytesIO(zip_of(FILES, date(2021, 9, 1)))) as archive:
        assert [bool(entry.flag_bits & 0x800) for entry in archive.infolist()] == [True, True]


def test_another_program_unpacks_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of(FILES, date(2021, 9, 1)))
    jar = tool("jar")
    subprocess.run([jar, "xf", "a.zip"], cwd=tmp_path, check=True, env={"LC_ALL": "C.UTF-8"})
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == FILES
