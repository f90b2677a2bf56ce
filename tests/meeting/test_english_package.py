"""Any contract works: another language, three parties, nested sections, no goals, no appendices."""

import subprocess
from pathlib import Path
from shutil import copytree

import openxml_audit
import pytest
from authored import ROOT
from tools import tool
from verapdf import failures

from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project

AGREEMENT = "02-1 Service Agreement 2024, for approval"
FILES = {
    *("00 Agenda with appendices.pdf", "00 Agenda.docx", "00 Agenda.pdf"),
    *(f"{AGREEMENT}.docx", f"{AGREEMENT}.pdf", "manifest.json", "meeting-2024-01.zip"),
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("english") / "project"
    copytree(ROOT / "tests/projects/english", root)
    copytree(ROOT / "templates", root / "templates")
    built = build(Project(root), "2024-01", root / "build", ("docx", "pdf"), "typst")
    assert isinstance(built, Built)
    assert built.findings == ()
    return {file.name: file for file in built.files}


def words(file: Path) -> str:
    command = [tool("pdftotext"), "-layout", "-nodiag", str(file), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_a_package_in_english_is_made_whole(package: dict[str, Path]) -> None:
    assert package.keys() == FILES


def test_its_generated_words_dates_and_amounts_are_english(package: dict[str, Path]) -> None:
    read = words(package["00 Agenda with appendices.pdf"])
    for expected in (
        "Agenda",
        "List of appendices",
        "Contents",
        "Page 2 of",
        "For Harbour Trust",
        "1 April 2024",
    ):
        assert expected in read
    for danish in (" Side ", "Dagsorden", "Bilagsliste", "Indhold", " mellem ", "UDKAST"):
        assert danish not in read


def test_all_its_parties_sign(package: dict[str, Path]) -> None:
    read = words(package[f"{AGREEMENT}.pdf"])
    for name in ("Ellen Marsh", "Thomas Reed", "Ruth Adeyemi"):
        assert name in read


def test_its_pdf_files_are_pdf_a_3a_and_pdf_ua_1(package: dict[str, Path]) -> None:
    assert failures([file for file in package.values() if file.suffix == ".pdf"]) == []


def test_its_word_file_is_valid_against_the_schema(package: dict[str, Path]) -> None:
    validator = openxml_audit.OpenXmlValidator(file_format=openxml_audit.FileFormat.MICROSOFT_365)
    assert [str(error) for error in validator.validate(str(package[f"{AGREEMENT}.docx"])).errors] == []
