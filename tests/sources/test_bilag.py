"""A meeting is read with its bilag, and nothing twice."""

from pathlib import Path

from command_line import CONTRACT, MEETING, project

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.sources.bilag import with_bilag
from kdnet_docs.sources.project import Project


def given(there: Project, *names: str) -> list[str]:
    """The id of each source in order, or the message where there is none."""
    return [
        str(model.diagnostics[0].message) if isinstance(model, Refused) else model.id
        for model in with_bilag(there, names)
    ]


def test_a_meeting_comes_before_its_bilag_and_a_document_alone(tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    assert given(there, "2022-03") == ["2022-03", "aftale"]
    assert given(there, "aftale@2022") == ["aftale"]


def test_each_source_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    root = project(tmp_path)
    again = MEETING.replace("2022-03", "2022-04")
    (root / "contract_sources/meetings/2022-04.yaml").write_text(again, encoding="utf-8")
    by_path = str(root / "contract_sources/contracts/aftale/2022.yaml")
    names = ("2022-03", "2022-04", "aftale@2022", by_path, "2022-03")
    assert given(Project(root), *names) == ["2022-03", "aftale", "2022-04"]


def test_a_missing_bilag_is_refused_in_every_meeting_that_names_it(tmp_path: Path) -> None:
    missing = MEETING.replace("aftale@2022", "aftale@2023")
    root = project(tmp_path, CONTRACT, missing)
    (root / "contract_sources/meetings/2022-04.yaml").write_text(
        missing.replace("2022-03", "2022-04"), encoding="utf-8"
    )
    message = 'there is no document or meeting "aftale@2023"'
    assert given(Project(root), "2022-03", "2022-04") == ["2022-03", message, "2022-04", message]
