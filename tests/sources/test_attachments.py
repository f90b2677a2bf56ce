"""A file is found by its name alone, and nothing outside the project is."""

import os
import unicodedata
from pathlib import Path

import pytest
from attached import with_files

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.sources.attachments import MAX_BYTES, read_attachment
from kdnet_docs.sources.project import Project


def reading(folder: Path, name: str) -> tuple[Project, bytes | Refused]:
    """What is read as `name` where the file that is there is called attachments/notat.pdf."""
    project, (bilag,) = with_files(folder, {"attachments/notat.pdf": b"content"})
    return project, read_attachment(project, name, bilag.span_of("file"))


def refused(read: bytes | Refused) -> Diagnostic:
    assert isinstance(read, Refused)
    [finding] = read.diagnostics
    assert finding.span is not None
    assert finding.span.text == "attachments/notat.pdf"
    return finding


def test_a_file_is_read(tmp_path: Path) -> None:
    assert reading(tmp_path, "attachments/notat.pdf")[1] == b"content"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("attachments/notad.pdf", 'did you mean "attachments/notat.pdf"?'),
        ("attachments/notad.docx", 'did you mean "attachments/notat.pdf"?'),
        ("attachments/bilag.pdf", "put it in contract_sources/attachments"),
        ("notat.pdf", 'did you mean "attachments/notat.pdf"?'),
        ("attachments/Notat.PDF", 'it is called "attachments/notat.pdf"; upper and lower case count'),
        ("Attachments/notat.pdf", 'it is called "attachments/notat.pdf"; upper and lower case count'),
        ("attachments/xyzzy", "put it in contract_sources/attachments"),
        ("attachments/notat.pdf/x", "put it in contract_sources/attachments"),
    ],
)
def test_a_missing_file_says_what_may_be_meant(tmp_path: Path, name: str, hint: str) -> None:
    finding = refused(reading(tmp_path, name)[1])
    assert finding.code is Code.ATTACHMENT_MISSING
    assert str(finding.hint) == hint


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../templates/x", "attachments/../../x", "C:/x.pdf", "attachments\\notat.pdf", ""]
)
def test_no_path_leads_out_of_the_sources(tmp_path: Path, name: str) -> None:
    assert refused(reading(tmp_path, name)[1]).code is Code.ATTACHMENT_PLACE


@pytest.mark.parametrize("name", ["https://kl.dk/x.pdf", "HTTP://kl.dk/notat.pdf", "www.kl.dk/notat.pdf"])
def test_an_address_is_no_file_and_nothing_is_fetched(tmp_path: Path, name: str) -> None:
    finding = refused(reading(tmp_path, name)[1])
    assert finding.code is Code.ATTACHMENT_PLACE
    assert finding.hint is not None
    assert finding.hint.to("da") == (
        "hent filen, læg den i contract_sources/attachments, og skriv: file: attachments/NAVN"
    )


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    project, (bilag,) = with_files(tmp_path / "p", {"attachments/notat.pdf": b"content"})
    (tmp_path / "secret").write_bytes(b"secret")
    file = tmp_path / "p/contract_sources/attachments/notat.pdf"
    file.unlink()
    file.symlink_to(tmp_path / "secret")
    finding = refused(read_attachment(project, "attachments/notat.pdf", bilag.span_of("file")))
    assert finding.code is Code.ATTACHMENT_PLACE


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_how_a_letter_is_encoded_does_not_count(tmp_path: Path, form: str, written: str) -> None:
    on_disk, in_meeting = (unicodedata.normalize(one, "attachments/År.pdf") for one in (form, written))  # type: ignore[arg-type]
    project, (bilag,) = with_files(tmp_path, {on_disk: b"content"})
    assert read_attachment(project, in_meeting, bilag.span_of("file")) == b"content"


def test_a_pipe_is_not_waited_for_and_a_folder_is_no_file(tmp_path: Path) -> None:
    project, (bilag,) = with_files(tmp_path, {"attachments/notat.pdf": b""})
    os.mkfifo(project.root / "contract_sources/attachments/pipe.pdf")
    for name in ("attachments/pipe.pdf", "attachments"):
        finding = refused(read_attachment(project, name, bilag.span_of("file")))
        assert finding.code is Code.ATTACHMENT_MISSING
        assert str(finding.message) == f'"{name}" is not a file'


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    project, (bilag,) = with_files(tmp_path, {"attachments/notat.pdf": b""})
    os.truncate(project.root / "contract_sources/attachments/notat.pdf", MAX_BYTES + 1)
    finding = refused(read_attachment(project, "attachments/notat.pdf", bilag.span_of("file")))
    assert finding.code is Code.ATTACHMENT_TOO_LARGE
