from pathlib import Path
from shutil import copytree

import pytest
from command_line import CONTRACT, MEETING, project
from python_files import ROOT

from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.sources.project import Project
from kdnet_docs.watch.preview import Preview, preview
from kdnet_docs.watch.readings import Readings
from kdnet_docs.watch.sheets import Sheets

SOURCE = "contract_sources/contracts/aftale/2022.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Project:
    root = project(tmp_path)
    (root / "templates").unlink()
    copytree(ROOT / "templates", root / "templates")
    return Project(root)


def shown(
    project: Project, name: str, before: Preview | None = None, sheets: Sheets | None = None
) -> Preview:
    return preview(project, name, before, Readings(), sheets or Sheets())


def test_a_document_is_shown_as_its_html_file(here: Project) -> None:
    (sheet,) = shown(here, "aftale@2022").sheets
    assert sheet.key == "aftale@2022"
    assert b"Parterne er enige." in sheet.html


def test_a_meeting_is_shown_with_its_bilag(here: Project) -> None:
    titles = [sheet.document.title for sheet in shown(here, "2022-03").sheets]
    assert titles == ["Møde i marts", "Aftale 2022"]


def test_what_was_good_stays_while_there_are_errors(here: Project) -> None:
    before = shown(here, "2022-03")
    (here.root / SOURCE).write_text(CONTRACT.replace("{{ version }}", "{{ versjon }}"), "utf-8")
    after = shown(here, "2022-03", before)
    assert not after.current
    assert after.sheets == before.sheets
    assert [finding.code.value for finding in after.findings] == ["KD308"]


def test_only_what_has_changed_is_made_again(here: Project) -> None:
    sheets = Sheets()
    before = shown(here, "2022-03", sheets=sheets)
    (here.root / SOURCE).write_text(CONTRACT.replace("enige", "uenige"), "utf-8")
    after = shown(here, "2022-03", before, sheets)
    assert after.sheets[0] is before.sheets[0]
    assert b"uenige" in after.sheets[1].html
    assert shown(here, "2022-03", after, sheets) == after


def test_a_broken_template_is_a_finding_above_what_was_good(here: Project) -> None:
    before = shown(here, "aftale@2022")
    (here.templates / "html/page.html").write_text("{{ ", "utf-8")
    after = shown(here, "aftale@2022", before)
    assert not after.current
    assert after.sheets == before.sheets
    assert [finding.code.value for finding in after.findings] == ["KD601"]


def test_a_source_that_has_gone_is_a_finding(here: Project) -> None:
    before = shown(here, "aftale@2022")
    (here.root / SOURCE).unlink()
    after = shown(here, "aftale@2022", before)
    assert (after.current, after.sheets) == (False, before.sheets)


def test_the_referat_is_shown_where_it_is_built_with_the_last_tillaeg(here: Project) -> None:
    meetings = here.root / "contract_sources/meetings"
    (meetings / "2022-03.yaml").write_text(f"{MEETING}    beslutning: Ja.\n", "utf-8")
    more = "agenda: [{number: 2, title: To}]\nsupplements: 2022-03\n"
    head = MEETING.partition("agenda:")[0].replace("2022-03\n", "tillaeg\n")
    assert shown(here, "2022-03").sheets[1].document.id == "referat-2022-03"
    (meetings / "tillaeg.yaml").write_text(head + more, "utf-8")
    for name, ids, codes in (
        ("2022-03", ["meeting-2022-03", "aftale"], ["KD508"]),
        ("tillaeg", ["meeting-tillaeg", "referat-tillaeg"], []),
    ):
        preview, package = shown(here, name), plan(here, name)
        assert isinstance(package, Package)
        assert [sheet.document.id for sheet in preview.sheets] == ids
        assert (package.referat is not None) == any("referat" in one for one in ids)
        for findings in (preview.findings, package.findings):
            assert [finding.code.value for finding in findings] == codes
