"""A package is verified by its manifest, wherever it lies and whoever has had it."""

import json
import os
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.archive import zip_of
from kdnet_docs.meeting.verify import verify

FILES = {"00 Dagsorden.docx": b"dagsorden", "01-1 På åen.pdf": b"bilag" * 1000}


def manifest_of(told_of: Mapping[str, bytes], /, **changed: Any) -> bytes:
    told = {
        "format": 1,
        "package": {"id": "meeting-2022-01", "title": "Møde", "date": "2022-01-01", "language": "da"},
        "commit": None,
        "files": [
            {
                "name": name,
                "role": "bilag",
                "title": name,
                "bilag": None,
                "pages": None,
                "size": len(content),
                "sha256": sha256(content).hexdigest(),
                "sources": [],
            }
            for name, content in told_of.items()
        ],
        "sources": [],
        "templates": [],
        "tool": {"name": "kdnet_docs", "version": "1", "code": "0" * 64, "engine": "typst", "libraries": {}},
    }
    return json.dumps(told | changed).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    return zip_of({f"meeting-2022-01/{name}": content for name, content in files.items()}, date(2022, 1, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package as a build leaves it."""
    folder = tmp_path / "meeting-2022-01"
    folder.mkdir()
    contents = {**FILES, "manifest.json": manifest_of(FILES)}
    for name, content in {**contents, "meeting-2022-01.zip": zipped(contents)}.items():
        (folder / name).write_bytes(content)
    return folder


def differences(place: Path) -> list[str]:
    verified = verify(place)
    found = verified.diagnostics if isinstance(verified, Refused) else verified.findings
    return [f"{one.code.value} {one.message}" for one in found]


def test_a_folder_as_it_was_built_is_unchanged(folder: Path) -> None:
    assert differences(folder) == []


def test_so_is_its_zip_and_what_others_unpack_and_pack_of_it(folder: Path, tmp_path: Path) -> None:
    archive = folder / "meeting-2022-01.zip"
    assert differences(archive) == []
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / "udpakket")
    assert differences(tmp_path / "udpakket/meeting-2022-01") == []
    with ZipFile(tmp_path / "igen.zip", "w", ZIP_DEFLATED) as again:
        again.mkdir("meeting-2022-01")
        for file in folder.iterdir():
            again.write(file, f"meeting-2022-01/{file.name}")
    assert differences(tmp_path / "igen.zip") == []


def test_what_programs_leave_beside_it_does_not_count(folder: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (folder / name).write_bytes(b"x")
    (folder / "~$ Dagsorden.docx").write_bytes(bytes(162))
    assert differences(folder) == []


@pytest.mark.parametrize("name", ["~$evil.docx", "._evil.exe", "._00 Dagsorden.docx", ".~lock.a.docx#"])
def test_what_only_looks_so_does_not_belong(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"ondt")
    assert differences(folder) == [f'KD605 "{name}" does not belong to the package']


def test_a_folder_that_is_called_so_hides_nothing(folder: Path) -> None:
    (folder / "Thumbs.db").mkdir()
    (folder / "Thumbs.db/evil.exe").write_bytes(b"ondt")
    (folder / "desktop.ini").symlink_to("/")
    assert differences(folder) == [
        'KD605 "Thumbs.db/evil.exe" does not belong to the package',
        'KD605 "desktop.ini" does not belong to the package',
    ]


def _edit(folder: Path) -> None:
    (folder / "00 Dagsorden.docx").write_bytes(b"DAGSORDEN")


def _delete(folder: Path) -> None:
    (folder / "00 Dagsorden.docx").unlink()


def _add(folder: Path) -> None:
    (folder / "noter").mkdir()
    (folder / "noter/til mødet.txt").write_bytes(b"")


def _link(folder: Path) -> None:
    (folder.parent / "samme.docx").write_bytes(FILES["00 Dagsorden.docx"])
    (folder / "00 Dagsorden.docx").unlink()
    (folder / "00 Dagsorden.docx").symlink_to(folder.parent / "samme.docx")


def _link_a_folder(folder: Path) -> None:
    (folder / "rod").symlink_to("/")


def _fifo(folder: Path) -> None:
    (folder / "00 Dagsorden.docx").unlink()
    os.mkfifo(folder / "00 Dagsorden.docx")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_edit, ['KD605 "00 Dagsorden.docx" has been changed']),
        (_delete, ['KD605 "00 Dagsorden.docx" is missing']),
        (_add, ['KD605 "noter/til mødet.txt" does not belong to the package']),
        (_link, ['KD605 "00 Dagsorden.docx" has been changed']),
        (_link_a_folder, ['KD605 "rod" does not belong to the package']),
        (_fifo, ['KD605 "00 Dagsorden.docx" has been changed']),
    ],
)
def test_what_differs_is_told(change: Callable[[Path], None], expected: list[str], folder: Path) -> None:
    change(folder)
    assert differences(folder) == expected


def test_a_zip_that_differs_from_its_folder_is_told_of(folder: Path) -> None:
    other = {**FILES, "00 Dagsorden.docx": b"en anden"}
    contents = {**other, "manifest.json": manifest_of(other)}
    (folder / "meeting-2022-01.zip").write_bytes(zipped(contents))
    assert differences(folder) == [
        'KD605 "00 Dagsorden.docx" has been changed',
        'KD605 "manifest.json" has been changed',
    ]


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"null",
        b"[" * 200_000,
        b'{"format":' * 100_000,
        b"\xff\xfe",
        b" " * (9 << 20),
        manifest_of(FILES, format="1"),
        manifest_of(FILES, format=-1),
        manifest_of(FILES, files="alle"),
        manifest_of(FILES, files=[{"name": "a"}]),
        manifest_of(FILES, package={"id": "x" * 10_000}),
        manifest_of({**FILES, "x" * 501: b""}),
    ],
)
def test_a_broken_manifest_is_refused(manifest: bytes, folder: Path) -> None:
    (folder / "manifest.json").write_bytes(manifest)
    assert differences(folder) == ["KD606 manifest.json is damaged, or is no manifest of ours"]


def test_a_manifest_of_a_newer_version_is_refused_as_such(folder: Path) -> None:
    (folder / "manifest.json").write_bytes(manifest_of(FILES, format=2, files="in another form"))
    assert differences(folder) == ["KD606 manifest.json was written by a newer version of kdnet"]


def test_what_a_later_version_adds_to_the_form_is_passed_over(folder: Path) -> None:
    (folder / "meeting-2022-01.zip").unlink()
    (folder / "manifest.json").write_bytes(manifest_of(FILES, signatures=[]))
    assert differences(folder) == []


@pytest.mark.parametrize("name", ["../ude.txt", "/etc/passwd", "a/../../ude.txt", "C:\\ude.txt", "nul\0"])
def test_a_manifest_leads_to_no_file_outside_its_folder(name: str, folder: Path) -> None:
    (folder.parent / "ude.txt").write_bytes(b"ude")
    (folder / "meeting-2022-01.zip").unlink()
    (folder / "manifest.json").write_bytes(manifest_of({**FILES, name: b"ude"}))
    assert differences(folder) == [f'KD605 "{name}" is missing']


def test_without_a_manifest_nothing_can_be_told(folder: Path, tmp_path: Path) -> None:
    (folder / "manifest.json").unlink()
    assert differences(folder) == ["KD606 there is no manifest.json here"]
    (folder / "manifest.json").symlink_to("/dev/zero")
    assert differences(folder) == ["KD606 manifest.json is damaged, or is no manifest of ours"]
    assert differences(tmp_path / "mangler") == ["KD606 there is no such folder or file"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip" * 1000])
def test_what_is_no_zip_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert differences(tmp_path / "a.zip") == ["KD606 this is no zip, or it is damaged"]


@pytest.mark.parametrize("cut", [1, 21, 100, 400])
def test_a_zip_that_is_cut_off_is_damaged_though_a_whole_one_lies_in_it(cut: int, folder: Path) -> None:
    word = BytesIO()
    with ZipFile(word, "w") as document:
        document.writestr("word/document.xml", "<document/>")
    files = {"00 Dagsorden.docx": word.getvalue()}
    archive = folder / "meeting-2022-01.zip"
    archive.write_bytes(zipped({**files, "manifest.json": manifest_of(files)})[:-cut])
    assert differences(archive) == ["KD606 this is no zip, or it is damaged"]
    assert differences(folder) == ["KD605 the zip is damaged, or holds more than the package"]


def packed(tmp_path: Path, *entries: tuple[ZipInfo | str, bytes], files: Mapping[str, bytes] = FILES) -> Path:
    """A zip with a manifest of `files`, and with these entries, whatever they are."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("m/manifest.json", manifest_of(files))
        for entry, content in entries:
            archive.writestr(entry, content, ZIP_DEFLATED)
    return path


def test_a_bomb_in_a_zip_is_not_unpacked(tmp_path: Path) -> None:
    bomb = bytes(200 << 20)
    path = packed(
        tmp_path, ("m/00 Dagsorden.docx", bomb), ("m/bombe", bomb), files={"00 Dagsorden.docx": b"a"}
    )
    assert differences(path) == [
        'KD605 "00 Dagsorden.docx" has been changed',
        'KD605 "bombe" does not belong to the package',
    ]


def test_a_manifest_that_unpacks_to_no_end_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("m/manifest.json", bytes(100 << 20))
    assert differences(tmp_path / "a.zip") == ["KD606 manifest.json is damaged, or is no manifest of ours"]


def test_a_zip_in_a_zip_in_a_zip_ends(tmp_path: Path) -> None:
    inner = BytesIO()
    with ZipFile(inner, "w") as archive:
        archive.writestr("m/manifest.json", manifest_of({}))
        archive.writestr("m/meeting-2022-01.zip", b"")
    path = packed(tmp_path, ("m/meeting-2022-01.zip", inner.getvalue()), files={})
    assert differences(path) == ['KD605 "meeting-2022-01.zip" does not belong to the package']


@pytest.mark.parametrize("name", ["../../ude.txt", "/etc/passwd", "anden mappe/fil.txt"])
def test_an_entry_that_leads_elsewhere_does_not_belong(name: str, tmp_path: Path) -> None:
    path = packed(tmp_path, *((f"m/{file}", content) for file, content in FILES.items()), (name, b"x"))
    assert differences(path) == [f'KD605 "{name}" does not belong to the package']


def test_a_link_in_a_zip_is_no_file(tmp_path: Path) -> None:
    link = ZipInfo("m/00 Dagsorden.docx")
    link.external_attr = 0o120777 << 16
    path = packed(tmp_path, (link, b"dagsorden"), files={"00 Dagsorden.docx": b"dagsorden"})
    assert differences(path) == ['KD605 "00 Dagsorden.docx" has been changed']


AAEN, AAEN_APART = "01-1 På åen.pdf", "01-1 Pa\u030a a\u030aen.pdf"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", [f"m/{AAEN}", f"m/{AAEN_APART}", AAEN, AAEN_APART])
@pytest.mark.parametrize("first", [True, False])
def test_of_two_entries_with_one_name_neither_counts(other: str, first: bool, tmp_path: Path) -> None:  # noqa: FBT001
    entries = [(f"m/{name}", content) for name, content in FILES.items()]
    entries.insert(0 if first else len(entries), (other, b"ondt"))
    assert differences(packed(tmp_path, *entries)) == [f'KD605 "{AAEN}" is there more than once']


def test_of_two_files_with_one_name_neither_counts(folder: Path) -> None:
    (folder / AAEN_APART).write_bytes(b"ondt")
    assert differences(folder) == [f'KD605 "{AAEN}" is there more than once']


def test_two_manifests_or_zips_are_not_chosen_between(folder: Path, tmp_path: Path) -> None:
    archive = (folder / "meeting-2022-01.zip").read_bytes()
    entries = [(f"m/{name}", content) for name, content in FILES.items()]
    twice = [("m/meeting-2022-01.zip", archive), ("meeting-2022-01.zip", b"ondt")]
    assert differences(packed(tmp_path, *entries, *twice)) == [
        'KD605 "meeting-2022-01.zip" does not belong to the package'
    ]
    two = packed(tmp_path, *entries, ("manifest.json", manifest_of({})))
    assert differences(two) == [
        f'KD605 "m/{name}" does not belong to the package' for name in sorted((*FILES, "manifest.json"))
    ]


def test_a_zip_with_more_in_it_than_its_files_is_told_of(folder: Path) -> None:
    archive = folder / "meeting-2022-01.zip"
    archive.write_bytes(archive.read_bytes() + b"ondt")
    expected = ["KD605 the zip holds something that is in none of its files"]
    assert differences(archive) == expected
    assert differences(folder) == expected


def test_an_encrypted_entry_or_a_damaged_one_is_changed(folder: Path) -> None:
    archive = folder / "meeting-2022-01.zip"
    whole = archive.read_bytes()
    at = whole.index(b"bilagbilag")
    archive.write_bytes(whole[:at] + b"X" + whole[at + 1 :])
    assert differences(archive) == ['KD605 "01-1 På åen.pdf" has been changed']
    flags = whole.index(b"PK\x01\x02") + 8
    archive.write_bytes(whole[:flags] + bytes([whole[flags] | 1]) + whole[flags + 1 :])
    assert differences(archive) == ['KD605 "00 Dagsorden.docx" has been changed']
