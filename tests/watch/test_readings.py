from pathlib import Path

import pytest
from command_line import CONTRACT, project

from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.sources.project import Project
from kdnet_docs.watch.readings import Looked, Readings

SOURCE = "contract_sources/contracts/aftale/2022.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Project:
    return Project(project(tmp_path))


def looked(readings: Readings, project: Project) -> Looked:
    package = plan(project, "aftale@2022", look=readings.look)
    assert isinstance(package, Package)
    return package.documents, package.findings


def codes(found: Looked) -> set[str]:
    return {finding.code.value for finding in found[1]}


def test_what_has_not_changed_is_not_read_again(here: Project) -> None:
    readings = Readings()
    first, again = looked(readings, here), looked(readings, here)
    assert first[0][0] is again[0][0]


def test_a_change_of_the_words_is_read_through(here: Project) -> None:
    readings = Readings()
    assert "KD570" not in codes(looked(readings, here))
    (here.root / SOURCE).write_text(CONTRACT.replace("er enige", "er er enige"), "utf-8")
    assert "KD570" in codes(looked(readings, here))


def test_a_change_of_the_version_before_is_read_too_and_not_one_of_the_version_after(here: Project) -> None:
    readings = Readings()
    first = looked(readings, here)[0][0]
    (here.root / SOURCE).with_name("2023.yaml").write_text(CONTRACT.replace("2022", "2023"), "utf-8")
    assert looked(readings, here)[0][0] is first
    (here.root / SOURCE).with_name("2021.yaml").write_text(CONTRACT.replace("2022", "2021"), "utf-8")
    assert looked(readings, here)[0][0] is not first


def test_a_word_more_in_the_project_s_list_is_heard_of(here: Project) -> None:
    readings = Readings()
    first = looked(readings, here)[0][0]
    (here.root / "contract_sources/ordliste.txt").write_text("enighed\n", "utf-8")
    assert looked(readings, here)[0][0] is not first
