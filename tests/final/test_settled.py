"""What is signed must have nothing left to find, unless somebody has said why it is right."""

from pathlib import Path

import pytest
from adopted import CONTRACT, repository, write
from repositories import commit

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.final.make import Final, make_final
from kdnet_docs.final.next_step import next_step
from kdnet_docs.final.standing import standing
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.states import as_of

TWICE = CONTRACT.replace("driver havnen", "driver driver havnen")
SILENCED = TWICE + 'silence: [{code: KD570, words: driver driver, reason: "Ment, som det står"}]\n'
LONG = "Havnen holdes åben " + "for skibe og både " * 12 + "hele året."


def refused(project: Project) -> list[str]:
    made = make_final(project, "aftale@2022")
    return [one.code.value for one in made.diagnostics] if isinstance(made, Refused) else []


def test_a_warning_of_proofreading_stands_in_the_way_of_a_final_file(tmp_path: Path) -> None:
    project = repository(tmp_path / "p", TWICE)
    assert refused(project) == ["KD570", "KD816"]
    here = standing(project, "aftale@2022")
    assert not isinstance(here, Refused)
    assert [one.code.value for one in here.in_the_way] == ["KD570"]
    assert 'say below "silence:"' in str(next_step(here, shown=True))


def test_with_a_reason_it_does_not_even_after_the_adoption(tmp_path: Path) -> None:
    project = repository(tmp_path / "p", TWICE)
    write(project.root, SILENCED)
    assert refused(project) == ["KD812"]
    commit(project.root, "Sådan er det ment")
    final = make_final(project, "aftale@2022")
    assert isinstance(final, Final)
    assert b"Ment, som" not in b"".join(final.files.values())


def test_a_reason_that_nothing_needs_stands_in_the_way_as_well(tmp_path: Path) -> None:
    project = repository(tmp_path / "p", SILENCED.replace("driver driver havnen", "driver havnen"))
    assert refused(project) == ["KD512", "KD816"]


def test_a_note_stands_in_the_way_of_nothing(tmp_path: Path) -> None:
    project = repository(
        tmp_path / "p", CONTRACT.replace("      [^1]: Jf.", f"      {LONG}\n\n      [^1]: Jf.")
    )
    assert {one.severity for one in check(project, ["aftale@2022"])} == {Severity.NOTE}
    assert isinstance(make_final(project, "aftale@2022"), Final)
    here = standing(project, "aftale@2022")
    assert not isinstance(here, Refused)
    assert here.in_the_way == ()


@pytest.mark.parametrize("status", ["vedtaget", "underskrevet"])
def test_the_file_of_what_has_been_signed_can_be_made_again_whatever_is_found_today(
    tmp_path: Path, status: str
) -> None:
    project = repository(tmp_path / "p", TWICE)
    write(project.root, TWICE.replace("vedtaget", status))
    commit(project.root, "Næste skridt") if status == "underskrevet" else None
    with as_of(project, "HEAD~1" if status == "underskrevet" else "HEAD") as there:
        assert isinstance(there, Project)
        assert isinstance(make_final(there, "aftale@2022"), Final) == (status == "underskrevet")
