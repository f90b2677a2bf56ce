"""What others send goes into a package as a PDF, whatever it came as, or it is said why not."""

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from attached import png, with_files
from hand_made_pdf import Tagged
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.checks.attachments import examine_attachment
from kdnet_docs.meeting.attachments import Attachment, attachment
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.maker import Maker

DAY = date(2022, 3, 1)


def made(folder: Path, name: str, content: bytes) -> Attachment | Refused:
    project, (bilag,) = with_files(folder, {f"attachments/{name}": content})
    maker = Maker(project=project, formats=("pdf",), engine="typst", kept=Kept(folder / "kept", "test"))
    examined = examine_attachment(project, bilag)
    return examined if isinstance(examined, Refused) else attachment(examined, bilag, "da", DAY, maker)


def good(folder: Path, name: str, content: bytes) -> Attachment:
    result = made(folder, name, content)
    assert isinstance(result, Attachment)
    return result


def refusal(folder: Path, name: str, content: bytes) -> Diagnostic:
    result = made(folder, name, content)
    assert isinstance(result, Refused)
    [finding] = result.diagnostics
    assert finding.span
    assert finding.span.text == f"attachments/{name}"
    return finding


def word() -> bytes:
    document, output = docx.Document(), BytesIO()
    document.core_properties.title = "Notat"
    document.core_properties.language = "da-DK"
    document.add_heading("Notat om åben rådgivning", 1)
    document.add_paragraph("Rådgivningen er åben for alle.")
    document.save(output)
    return output.getvalue()


def sheet(folder: Path, rows: int) -> bytes:
    """A spreadsheet that LibreOffice has saved for Excel."""
    folder.mkdir()
    (folder / "ark.csv").write_text("\n".join(f"{row},{row * row}" for row in range(rows)), encoding="utf-8")
    command = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(folder / "ark.csv")]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "ark.xlsx").read_bytes()


def words_of(pdf: bytes) -> str:
    command = [tool("pdftotext"), "-", "-"]
    return " ".join(
        subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode().split()
    )


def test_a_pdf_is_taken_as_it_is(tmp_path: Path) -> None:
    content = Tagged().pdf()
    taken = good(tmp_path, "notat.pdf", content)
    assert taken.pdf == content
    assert len(taken.inspected.pages) == 1


def test_a_picture_becomes_a_page(tmp_path: Path) -> None:
    taken = good(tmp_path, "kort.png", png(40, 30))
    assert taken.inspected.tagged
    assert taken.findings == ()  # that it is a picture has been said when it was examined


def test_a_damaged_picture_says_what_to_do(tmp_path: Path) -> None:
    whole = png(40, 30)
    data = whole.index(b"IDAT") + 4
    finding = refusal(tmp_path, "kort.png", whole[:data] + b"\xff" * 9 + whole[data + 9 :])
    assert finding.code is Code.ATTACHMENT_BROKEN
    assert finding.message.to("da") == 'billedet til "Bilag 0" er beskadiget eller af en usædvanlig slags'
    assert "save it anew as PNG or JPEG" in str(finding.hint)


def test_a_picture_that_was_cut_off_is_found_before_anything_is_made(tmp_path: Path) -> None:
    assert refusal(tmp_path, "kort.png", png(40, 30)[:-30]).code is Code.ATTACHMENT_BROKEN


def test_a_word_file_becomes_a_tagged_pdf(tmp_path: Path) -> None:
    tool("soffice")
    taken = good(tmp_path, "notat.docx", word())
    assert taken.inspected.tagged
    assert words_of(taken.pdf) == "Notat om åben rådgivning Rådgivningen er åben for alle."
    assert taken.inspected.claims.pdf_ua


def test_a_spreadsheet_becomes_a_pdf_and_one_of_many_pages_is_told_of(tmp_path: Path) -> None:
    small = good(tmp_path / "a", "ark.xlsx", sheet(tmp_path / "made-a", 9))
    assert "64" in words_of(small.pdf).split()
    assert Code.ATTACHMENT_PAGES not in [finding.code for finding in small.findings]
    large = good(tmp_path / "b", "ark.xlsx", sheet(tmp_path / "made-b", 2000))
    assert Code.ATTACHMENT_PAGES in [finding.code for finding in large.findings]


def test_what_is_unchanged_is_not_converted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool("soffice")
    project, (bilag,) = with_files(tmp_path, {"attachments/notat.docx": word()})
    maker = Maker(project=project, formats=("pdf",), engine="typst", kept=Kept(tmp_path / "kept", "test"))
    examined = examine_attachment(project, bilag)
    assert not isinstance(examined, Refused)
    first = attachment(examined, bilag, "da", DAY, maker)
    monkeypatch.setenv("PATH", "/nonexistent")
    assert attachment(examined, bilag, "da", DAY, maker) == first
    assert isinstance(first, Attachment)


def test_without_libreoffice_the_finding_stands_at_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    finding = refusal(tmp_path, "notat.docx", word())
    assert finding.code is Code.ENGINE_MISSING
    assert "save it as PDF in the program that it was made in" in str(finding.hint)


def test_what_libreoffice_cannot_open_is_a_finding(tmp_path: Path) -> None:
    tool("soffice")
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", "")
    finding = refusal(tmp_path, "notat.docx", output.getvalue())
    assert finding.code is Code.ENGINE_FAILED
    assert "save it as PDF" in str(finding.hint)


def test_a_file_that_cannot_go_in_is_not_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert refusal(tmp_path, "notat.docx", b"%PDF-1.7").code is Code.ATTACHMENT_KIND
