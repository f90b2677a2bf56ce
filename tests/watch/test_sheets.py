from pathlib import Path
from shutil import copytree

import pytest
from command_line import project
from python_files import ROOT

from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.sources.project import Project
from kdnet_docs.watch.sheets import Sheet, Sheets


@pytest.fixture
def here(tmp_path: Path) -> Project:
    root = project(tmp_path)
    (root / "templates").unlink()
    copytree(ROOT / "templates", root / "templates")
    return Project(root)


def document(project: Project, name: str) -> Document:
    package = plan(project, name)
    assert isinstance(package, Package)
    return package.documents[0]


def sheet(sheets: Sheets, project: Project, name: str) -> Sheet:
    sheets.follow(project)
    made = sheets.of(document(project, name), project)
    assert isinstance(made, Sheet)
    return made


def test_a_bilag_is_written_once_for_the_meeting_and_for_itself(here: Project) -> None:
    sheets = Sheets()
    assert sheet(sheets, here, "aftale@2022") is sheet(sheets, here, "2022-03")


def test_templates_that_have_changed_make_everything_anew(here: Project) -> None:
    sheets = Sheets()
    before = sheet(sheets, here, "aftale@2022")
    style = here.templates / "html/style.css"
    style.write_text("/* mine */" + style.read_text("utf-8"), "utf-8")
    after = sheet(sheets, here, "aftale@2022")
    assert b"/* mine */" in after.html
    assert b"/* mine */" not in before.html
