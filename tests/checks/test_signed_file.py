"""A document that is called signed, and the file that its signatures belong in."""

from pathlib import Path

import pytest
from adopted import CONTRACT, repository, write
from certificates import signed

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.final.make import make_final
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The contract is called signed, and its final file lies there with two fields."""
    project = repository(tmp_path)
    made = make_final(project, "aftale@2022")
    assert not isinstance(made, Refused)
    (tmp_path / "build/final").mkdir(parents=True)
    (tmp_path / "build/final/aftale-2022-vedtaget.pdf").write_bytes(made.files["aftale-2022-vedtaget.pdf"])
    write(tmp_path, CONTRACT.replace("vedtaget", "underskrevet"))
    return Project(tmp_path)


def found(project: Project) -> list[tuple[str, str]]:
    return [(one.code.value, str(one.message)) for one in check(project, ("aftale@2022",))]


def test_fields_that_nobody_signed_are_warned_of_by_name(project: Project) -> None:
    missing = 'the status is "underskrevet", and in aftale-2022-vedtaget.pdf nobody has signed: '
    assert found(project) == [("KD808", missing + "kommunen, operatoeren")]
    file = project.root / "build/final/aftale-2022-vedtaget.pdf"
    file.write_bytes(signed(file.read_bytes(), "kommunen", "Anna Holm"))
    assert found(project) == [("KD808", missing + "operatoeren")]
    file.write_bytes(signed(file.read_bytes(), "operatoeren", "Bo Lund"))
    assert found(project) == []


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7 ikke mere"])
def test_nothing_is_said_of_a_file_that_is_elsewhere_or_none(project: Project, content: bytes | None) -> None:
    file = project.root / "build/final/aftale-2022-vedtaget.pdf"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert found(project) == []


def test_an_adopted_document_has_time_to_be_signed(project: Project) -> None:
    write(project.root, CONTRACT)
    assert found(project) == []
