"""What has changed in a bilag since an earlier version, beside the bilag in the package."""

import json
from pathlib import Path
from subprocess import run

import pytest
from authored import HEAD
from builds import CONTRACT, MEETING, a_meeting_with_one_contract, edit, made, names, out, state
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.check import check
from kdnet_docs.meeting.package import plan
from kdnet_docs.meeting.verify import Verified, verify
from kdnet_docs.sources.project import Project

OLDER = "contract_sources/contracts/aftale/0.yaml"
STEM = "meeting-2022-01/01-1 Aftalen – ændringer siden 0"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The meeting whose one bilag is compared with the version before it."""
    made = a_meeting_with_one_contract(tmp_path)
    text = (made.root / CONTRACT).read_text(encoding="utf-8")
    older = text.replace("version: 1", "version: 0").replace("Ord.", "Ord skal der til.")
    (made.root / OLDER).write_text(older, encoding="utf-8")
    meeting(made, "document: aftale@1, compare-with: aftale@0")
    return made


def meeting(project: Project, bilag: str) -> None:
    (project.root / MEETING).write_text(
        "kind: meeting\nid: 2022-01\ntitle: Møde\ndate: 2022-01-01\norganisation: Havneudvalget\n"
        f"agenda: [{{number: 1, title: Et, bilag: [{{title: Aftalen, {bilag}}}]}}]\n",
        encoding="utf-8",
    )


def found(project: Project) -> list[tuple[str, str]]:
    return [(one.code.value, one.span.text if one.span else "") for one in check(project, ["2022-01"])]


def changes(project: Project) -> set[str]:
    return {name for name in names(project) if "ændringer" in name}


@pytest.mark.parametrize(
    ("formats", "endings"),
    [
        (("docx", "pdf"), {"docx", "pdf", "html"}),
        (("docx",), {"docx"}),
        (("pdf",), {"pdf", "html"}),
        (("html",), {"html"}),
        (("txt",), set[str]()),
    ],
)
def test_report_and_redline_lie_beside_the_bilag(
    project: Project, formats: tuple[str, ...], endings: set[str]
) -> None:
    made(project, formats=formats)
    assert changes(project) == {f"{STEM}.{ending}" for ending in endings}


def test_the_report_says_what_changed(project: Project) -> None:
    made(project)
    report = out(project) / f"{STEM}.pdf"
    text = run([tool("pdftotext"), str(report), "-"], capture_output=True, check=True, text=True).stdout
    assert "Ændringer fra 0 til 1" in text
    assert "skal der til" in text


def test_the_tracked_changes_are_by_the_organisation_that_calls_the_meeting(project: Project) -> None:
    from zipfile import ZipFile

    made(project)
    body = ZipFile(out(project) / f"{STEM}.docx").read("word/document.xml").decode()
    assert 'w:author="Havneudvalget"' in body
    assert 'w:date="2022-01-01T00:00:00Z"' in body


def test_the_manifest_and_the_zip_hold_them(project: Project) -> None:
    made(project)
    folder = out(project) / "meeting-2022-01"
    for place in (folder, folder / "meeting-2022-01.zip"):
        verified = verify(place)
        assert isinstance(verified, Verified)
        assert verified.findings == ()
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    told = [file for file in said["files"] if file["role"] == "changes"]
    assert {(file["bilag"], tuple(file["sources"])) for file in told} == {("1", (CONTRACT, OLDER))}
    assert len(told) == 3


def test_a_change_in_the_older_version_makes_them_again_and_nothing_else(project: Project) -> None:
    made(project)
    before = {name: content for name, (*_, content) in state(out(project)).items()}
    path = project.root / OLDER
    path.write_text(path.read_text(encoding="utf-8").replace("skal der til", "kan der til"), encoding="utf-8")
    made(project)
    after = {name: content for name, (*_, content) in state(out(project)).items()}
    differ = {name for name in names(project) if before[name] != after[name]}
    assert differ == {f"{STEM}.{ending}" for ending in ("docx", "pdf", "html")}


def test_an_unchanged_comparison_is_not_made_again(project: Project) -> None:
    made(project)
    kept = out(project) / ".kdnet/kept"
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    other = project.root / "contract_sources/contracts/anden/1.yaml"
    other.parent.mkdir()
    other.write_text(f"{HEAD}body: []\n".replace("id: aftale", "id: anden"), encoding="utf-8")
    assert not made(project).unchanged
    after = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert after == before


def test_the_list_of_bilag_says_it(project: Project) -> None:
    made(project, formats=("txt",))
    text = (out(project) / "meeting-2022-01/00 Dagsorden.txt").read_text(encoding="utf-8")
    assert "Aftalen <01-1 Aftalen.txt> (med ændringer siden 0)" in text


def test_a_version_that_is_not_there_is_told_of_where_it_is_named(project: Project) -> None:
    meeting(project, "document: aftale@1, compare-with: aftale@9")
    assert found(project) == [("KD401", "aftale@9")]
    assert isinstance(plan(project, "2022-01"), Refused)


def test_a_bilag_is_not_compared_with_a_meeting_or_with_itself(project: Project) -> None:
    meeting(project, "document: aftale@1, compare-with: 2022-01")
    assert found(project) == [("KD407", "2022-01")]
    meeting(project, "document: aftale@1, compare-with: aftale@1")
    assert found(project) == [("KD204", "aftale@1")]


def test_a_bilag_that_is_compared_with_another_document_is_doubted(project: Project) -> None:
    other = project.root / "contract_sources/contracts/anden/1.yaml"
    other.parent.mkdir()
    text = (project.root / CONTRACT).read_text(encoding="utf-8")
    other.write_text(text.replace("id: aftale", "id: anden"), encoding="utf-8")
    meeting(project, "document: aftale@1, compare-with: anden@1")
    assert found(project) == [("KD706", "anden@1")]
    assert not isinstance(plan(project, "2022-01"), Refused)


def test_a_state_in_git_cannot_stand_there(project: Project) -> None:
    meeting(project, "document: aftale@1, compare-with: 'aftale@0:HEAD~2'")
    assert found(project) == [("KD704", "'aftale@0:HEAD~2'")]


def test_the_tracked_changes_are_dated_as_the_environment_says(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zipfile import ZipFile

    made(project, formats=("docx",))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    made(project, formats=("docx",))
    body = ZipFile(out(project) / f"{STEM}.docx").read("word/document.xml").decode()
    assert 'w:date="2009-02-13T23:31:30Z"' in body


def test_a_file_of_somebody_elses_is_not_compared(project: Project) -> None:
    meeting(project, "file: attachments/svar.pdf, compare-with: aftale@0")
    assert ("KD212", "aftale@0") in found(project)


def test_what_is_wrong_in_the_older_version_is_found_with_the_meeting(project: Project) -> None:
    path = project.root / OLDER
    path.write_text(path.read_text(encoding="utf-8").replace("Ord skal", "<b>Ord</b> skal"), encoding="utf-8")
    assert [code for code, _ in found(project)] == ["KD301", "KD301"]


def test_the_older_version_is_no_bilag(project: Project) -> None:
    package = plan(project, "2022-01")
    assert not isinstance(package, Refused)
    assert [one.version for one in package.documents] == ["1"]
    edit(project, "Ord.", "Andre ord.")
    built = made(project, formats=("pdf",))
    assert not any("01-2" in path.name for path in built.files)
