from pathlib import Path
from shutil import copytree

from authored import BROKEN, HEAD, PROJECT, ROOT
from command_line import CONTRACT, MEETING, project

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused, is_error
from kdnet_docs.meeting.check import check
from kdnet_docs.meeting.package import plan
from kdnet_docs.sources.project import Project


def test_the_real_sources_have_no_errors() -> None:
    assert [one.code.value for one in check(PROJECT, ()) if is_error(one)] == []


def test_only_what_is_named_is_checked(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    folder = project.root / "contract_sources/contracts/aftale"
    folder.mkdir()
    (folder / "1.yaml").write_text(BROKEN, encoding="utf-8")
    (project.root / "contract_sources/meetings/2022-01.yaml").write_text("kind: meeting\n", encoding="utf-8")
    assert len(tuple(filter(is_error, check(project, ("aftale@1",))))) == 5
    assert {one.code.value for one in check(project, ("2022-01",))} == {"KD202"}
    assert not any(map(is_error, check(project, ("erhvervshus-midtjylland@2022",))))
    assert {one.span.source.name for one in check(project, ()) if one.span and is_error(one)} == {
        "contract_sources/contracts/aftale/1.yaml",
        "contract_sources/meetings/2022-01.yaml",
    }


def test_a_closed_name_that_also_stands_open_is_found_before_anything_is_built(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    place = project.root / "contract_sources/contracts/aftale/1.yaml"
    place.parent.mkdir()
    body = "  - {section: Skagen Tank, closed: true}\n  - text: Det er Skagen Tanks grund.\n"
    place.write_text(f"{HEAD}body:\n{body}", encoding="utf-8")
    assert [one.code.value for one in check(project, ("aftale@1",))] == ["KD862"]


def test_a_missing_document_of_a_meeting_is_found_where_it_is_named(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    meeting = project.root / "contract_sources/meetings/2021-09.yaml"
    meeting.write_text(meeting.read_text().replace("midtjylland@2022", "midtjyland@2022"))
    (finding,) = filter(is_error, check(project, ("2021-09",)))
    assert (finding.code.value, finding.span.text if finding.span else "") == (
        "KD401",
        "erhvervshus-midtjyland@2022",
    )
    assert str(finding.hint) == 'did you mean "erhvervshus-midtjylland@2022"?'


def test_what_is_wrong_in_a_bilag_is_found_with_the_meeting_and_once(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    contract = project.root / "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml"
    contract.write_text(contract.read_text("utf-8").replace("version:", "verson:"), encoding="utf-8")
    errors = [one for one in check(project, ("2021-09",)) if is_error(one)]
    assert {one.code.value for one in errors} == {"KD201", "KD202"}
    assert [one for one in check(project, ()) if is_error(one)] != []
    assert len([one for one in check(project, ()) if is_error(one)]) == len(errors)


def test_a_name_that_two_files_have_is_found_once(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    name = "erhvervshus-midtjylland"
    sources = project.root / "contract_sources"
    copytree(sources / "contracts" / name, sources / "status" / name)
    assert [one.code.value for one in check(project, ("2021-09",)) if is_error(one)] == ["KD208"]
    codes = [one.code.value for one in check(project, ()) if is_error(one)]
    assert codes == ["KD208"] * len(list((sources / "status" / name).iterdir()))


def test_an_unknown_name_is_a_finding() -> None:
    (finding,) = check(PROJECT, ("2021-9",))
    assert str(finding.hint) == 'did you mean "2021-09"?'


def _copy(folder: Path) -> Project:
    copytree(ROOT / "contract_sources", folder / "contract_sources")
    return Project(folder)


def test_a_character_that_the_house_font_lacks_is_found_once_where_it_stands(tmp_path: Path) -> None:
    home = project(
        tmp_path, meeting=MEETING.replace("Møde", "Møde α").replace("title: Aftale\n", "title: ŋ\n")
    )
    findings = check(Project(home), ("2022-03",))
    assert [(one.span.line, one.span.text) for one in findings if one.span] == [(3, "α"), (7, "ŋ")]
    assert {one.code for one in findings} == {Code.MISSING_GLYPH}


def test_what_a_build_refuses_for_its_font_is_what_is_found_beforehand(tmp_path: Path) -> None:
    home = Project(
        project(tmp_path, CONTRACT.replace("enige", "enige 😀").replace("kind", "author: Ωmega\nkind"))
    )
    planned = plan(home, "aftale@2022")
    assert isinstance(planned, Refused)
    assert [one.span.line for one in planned.diagnostics if one.span] == [1, 11]
    assert planned.diagnostics == check(home, ())


def test_a_watermark_that_the_font_cannot_show_is_found_where_it_stands(tmp_path: Path) -> None:
    root = project(
        tmp_path, meeting=MEETING + "      - {title: Kort, file: attachments/kort.pdf, watermark: 漢}\n"
    )
    place = root / "contract_sources/attachments/kort.pdf"
    place.parent.mkdir()
    place.write_bytes((ROOT / "tests/tagged_pdf/samples/typst-a3a-ua1.pdf").read_bytes())
    found = [(one.code, one.span.text if one.span else "") for one in check(Project(root), ("2022-03",))]
    assert (Code.MISSING_GLYPH, "漢") in found


def test_what_no_wording_holds_is_found_on_its_own_line_below_comments(tmp_path: Path) -> None:
    contract = CONTRACT.replace("date: 2022-01-01", "date: 2022-01-01\nauthor: 漢")
    root = project(tmp_path, contract=f"# en note\n# og en til\n{contract}")
    (finding,) = check(Project(root), ("aftale@2022",))
    assert finding.span is not None
    assert (finding.code, finding.span.line, finding.span.text) == (Code.MISSING_GLYPH, 9, "漢")
