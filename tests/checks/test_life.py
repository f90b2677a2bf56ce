"""Adopted texts that are changed, and versions that go backwards, in real repositories."""

from pathlib import Path

import pytest
from repositories import commit, git

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project

PLACE = "contract_sources/contracts/aftale/2022.yaml"
AFTALE = """\
kind: contract
id: aftale
version: 2022
status: {status}
title: Aftale {{{{ version }}}}
date: 2021-10-01
body:
  - text: {words}
"""
ROOT = Path(__file__).parents[2]
ENIGE, UENIGE = "Parterne er enige.", "Parterne er uenige."


class Lived:
    """A project with one contract whose states are written and committed one after the other."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / PLACE
        self.file.parent.mkdir(parents=True)
        (root / "templates").symlink_to(ROOT / "templates")
        git(root, "init", "--quiet")

    def write(self, status: str, words: str = ENIGE) -> "Lived":
        self.file.write_text(AFTALE.format(status=status, words=words), "utf-8")
        return self

    def commit(self, status: str, words: str = ENIGE, *, author: str = "En", day: str = "2021-10-01") -> str:
        self.write(status, words)
        return commit(self.root, f"Nu {status}", author=author, day=day)[:9]

    def findings(self) -> tuple[Diagnostic, ...]:
        return check(Project(self.root), ("aftale@2022",))

    def found(self) -> list[tuple[str, str]]:
        return [(one.code.value, one.span.text if one.span else "") for one in self.findings()]


@pytest.fixture
def lived(tmp_path: Path) -> Lived:
    return Lived(tmp_path)


def test_a_changed_text_is_an_error_that_names_the_commit_and_the_place(lived: Lived) -> None:
    adopted = lived.commit("vedtaget", author="Anne Holm", day="2021-10-12")
    assert lived.found() == []
    changed = lived.commit("vedtaget", UENIGE, author="Peter Lund", day="2021-11-01")
    (finding,) = lived.findings()
    assert (finding.code.value, finding.span and finding.span.text) == ("KD801", "uenige.")
    assert str(finding.message) == (
        f"the text was adopted with {adopted} (12 October 2021, Anne Holm: Nu vedtaget), "
        f"and changed with {changed} (1 November 2021, Peter Lund: Nu vedtaget)"
    )


def test_of_several_changes_the_first_is_named_and_the_others_are_counted(lived: Lived) -> None:
    lived.commit("vedtaget")
    first = lived.commit("vedtaget", UENIGE)
    lived.commit("vedtaget", f"{UENIGE} # kun en bemærkning")
    lived.write("vedtaget", "Noget helt andet.")
    assert f"changed with {first} (" in str(lived.findings()[0].message)
    assert str(lived.findings()[0].message).endswith(" and once more")


def test_what_has_not_been_committed_is_told_as_such(lived: Lived) -> None:
    lived.commit("vedtaget")
    lived.write("vedtaget", UENIGE)
    assert str(lived.findings()[0].message).endswith("changed after the last commit")


def test_comments_layout_and_how_far_it_has_come_may_change(lived: Lived) -> None:
    lived.commit("vedtaget")
    lived.commit("underskrevet\nadopted: 2021-10-12", f'"{ENIGE}"  # fundet i orden')
    assert lived.found() == []


def test_what_was_put_back_is_no_longer_told_of(lived: Lived) -> None:
    lived.commit("vedtaget")
    lived.commit("vedtaget", UENIGE)
    lived.commit("vedtaget")
    assert lived.found() == []


def test_a_text_that_is_changed_while_it_is_adopted_is_warned_of(lived: Lived) -> None:
    lived.commit("til-godkendelse")
    lived.write("vedtaget", UENIGE)
    assert lived.found() == [("KD804", "uenige.")]
    adopted = lived.commit("vedtaget", UENIGE)
    assert lived.found() == [("KD804", "uenige.")]
    assert f"changed with {adopted}" in str(lived.findings()[0].message)
    # The way out that the hint tells.
    lived.commit("til-godkendelse", UENIGE)
    lived.commit("vedtaget", UENIGE)
    assert lived.found() == []


def test_a_draft_that_is_changed_while_it_is_adopted_is_warned_of_too(lived: Lived) -> None:
    lived.commit("udkast")
    lived.commit("vedtaget")
    assert lived.found() == []
    lived.commit("udkast")
    lived.commit("vedtaget", UENIGE)
    assert lived.found() == [("KD804", "uenige.")]


def test_an_adoption_that_is_taken_back_is_warned_of_with_both_commits(lived: Lived) -> None:
    adopted, back = lived.commit("vedtaget"), lived.commit("udkast", UENIGE)
    lived.commit("til-godkendelse", UENIGE)
    assert lived.found() == [("KD802", "til-godkendelse")]
    message = str(lived.findings()[0].message)
    assert f"adopted with {adopted}" in message
    assert f"again with {back}" in message


@pytest.mark.parametrize("status", ["udkast", "til-godkendelse", "vedtaget"])
def test_what_is_signed_stays_signed(lived: Lived, status: str) -> None:
    lived.commit("vedtaget")
    lived.commit("underskrevet")
    lived.commit(status)
    assert lived.found() == [("KD803", status)]
    lived.commit("underskrevet")
    assert lived.found() == []


def test_what_was_signed_is_held_against_what_was_adopted_before(lived: Lived) -> None:
    lived.commit("vedtaget")
    lived.commit("underskrevet")
    lived.commit("udkast", UENIGE)
    lived.commit("underskrevet", UENIGE)
    assert lived.found() == [("KD801", "uenige.")]


def test_a_text_that_was_never_adopted_is_signed(lived: Lived) -> None:
    lived.commit("til-godkendelse")
    lived.commit("underskrevet")
    assert lived.found() == [("KD805", "underskrevet")]


@pytest.mark.parametrize("status", ["vedtaget", "underskrevet"])
def test_an_old_document_may_come_as_what_it_is(lived: Lived, status: str) -> None:
    lived.write(status)
    assert lived.found() == []
    lived.commit(status)
    assert lived.found() == []


def test_a_draft_has_no_day_of_adoption(lived: Lived) -> None:
    lived.write("udkast\nadopted: 2021-10-12")
    assert lived.found() == [("KD806", "2021-10-12")]
    lived.write("vedtaget\nadopted: 2021-10-12")
    assert lived.found() == []


def test_a_state_in_git_is_judged_by_what_came_before_it(lived: Lived) -> None:
    from kdnet_docs.sources.states import as_of

    lived.commit("vedtaget")
    lived.commit("vedtaget", UENIGE)
    for at, codes in (("HEAD~1", []), ("HEAD", ["KD801"])):
        with as_of(Project(lived.root), at) as there:
            assert isinstance(there, Project)
            assert [one.code.value for one in check(there, ("aftale@2022",))] == codes


def test_of_a_text_with_closed_parts_the_whole_was_adopted(lived: Lived) -> None:
    from kdnet_docs.meeting.audiences import for_audience

    closed = f"{ENIGE}\n    closed: true"
    readers = for_audience(Project(lived.root), "open")
    lived.commit("vedtaget", closed)
    assert check(readers, ("aftale@2022",)) == ()
    lived.write("vedtaget", closed.replace(ENIGE, UENIGE))
    assert [one.code.value for one in check(readers, ("aftale@2022",))] == ["KD801"]
