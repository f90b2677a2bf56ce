from pathlib import Path

import pytest
from repositories import commit, git

from kdnet_docs.base.spans import Source
from kdnet_docs.sources.adoption import Adoption, adoption, changed_place, same_meaning
from kdnet_docs.sources.project import Project

PLACE = "contract_sources/contracts/aftale/2022.yaml"
AFTALE = """\
kind: contract
id: aftale
version: 2022
status: {state}
title: Aftale {{{{ version }}}}
date: 2021-10-01
body:
  - text: {words}
"""


class Repository:
    """A project with one contract, in a repository of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(root)
        self.file = root / PLACE
        self.file.parent.mkdir(parents=True)
        git(root, "init", "--quiet")

    def write(self, state: str, words: str = "Parterne er enige.") -> None:
        self.file.write_text(AFTALE.format(state=state, words=words), "utf-8")

    def commit(self, state: str, words: str = "Parterne er enige.", day: str = "2021-10-01") -> str:
        self.write(state, words)
        return commit(self.root, f"{state}: {words}", day=day)

    @property
    def adoption(self) -> Adoption | None:
        return adoption(self.project, "aftale@2022")

    @property
    def adopted_by(self) -> str | None:
        found = self.adoption
        return found.commit.id if found else None


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "projekt")


def test_a_text_is_adopted_by_the_commit_that_said_so(repository: Repository) -> None:
    repository.commit("udkast", "Parterne er uenige.")
    repository.commit("til-godkendelse")
    adopted = repository.commit("vedtaget", day="2021-10-12")
    repository.commit("vedtaget", "Parterne er enige. # en bemærkning")
    assert (found := repository.adoption)
    assert (found.commit.id, found.day, found.is_oldest_known) == (adopted, "2021-10-12", False)
    assert found.source.name == f"{PLACE}@{adopted[:9]}"
    assert "status: vedtaget" in found.source.text
    assert "bemærkning" not in found.source.text


def test_drafts_and_what_nobody_has_committed_are_not_adopted(repository: Repository) -> None:
    repository.write("vedtaget")
    assert repository.adoption is None
    repository.commit("til-godkendelse")
    assert repository.adoption is None
    repository.write("vedtaget")
    assert repository.adoption is None


def test_a_text_that_came_as_adopted_or_signed_was_adopted_then(repository: Repository) -> None:
    came = repository.commit("vedtaget")
    repository.commit("underskrevet")
    assert repository.adopted_by == came


def test_the_newest_adoption_counts(repository: Repository) -> None:
    repository.commit("vedtaget")
    repository.commit("udkast", "Parterne er uenige.")
    assert repository.adoption is None
    anew = repository.commit("vedtaget", "Parterne er uenige.")
    assert repository.adopted_by == anew


def test_what_is_signed_was_adopted_before_it_was_signed(repository: Repository) -> None:
    adopted = repository.commit("vedtaget")
    repository.commit("underskrevet")
    repository.commit("udkast", "Parterne er uenige.")
    repository.commit("vedtaget", "Parterne er uenige.")
    assert repository.adopted_by == adopted


def test_another_name_is_another_version(repository: Repository) -> None:
    adopted = repository.commit("vedtaget")
    new = repository.file.with_name("2023.yaml")
    text = repository.file.read_text("utf-8").replace("version: 2022", "version: 2023")
    repository.file.rename(new)
    new.write_text(text, "utf-8")
    came = commit(repository.root, "En ny udgave i stedet for den gamle")
    assert (found := adoption(repository.project, "aftale@2023"))
    assert found.commit.id == came
    new.unlink()
    repository.commit("vedtaget", "Parterne er uenige.")
    assert repository.adopted_by == adopted


@pytest.mark.parametrize(
    "written",
    [
        "status: 'vedtaget'",
        "status:   vedtaget   # på mødet",
        "status:\n  vedtaget",
        "status: >-\n  vedtaget",
        "? status\n: vedtaget",
        '"stat\\u0075s": "ved\\x74aget"',
    ],
)
def test_a_state_is_one_however_it_is_written(repository: Repository, written: str) -> None:
    repository.write("vedtaget")
    text = repository.file.read_text("utf-8").replace("status: vedtaget", written)
    repository.file.write_text(text, "utf-8")
    adopted = commit(repository.root, "Vedtaget")
    repository.file.write_text(text.replace("enige", "uenige"), "utf-8")
    commit(repository.root, "Rettet")
    assert repository.adopted_by == adopted


def test_words_that_look_like_a_state_are_none(repository: Repository) -> None:
    repository.write("udkast")
    text = repository.file.read_text("utf-8").replace("status: udkast\n", "")
    repository.file.write_text(f'subject: "Om\nstatus: vedtaget"\n{text}status: udkast\n', "utf-8")
    commit(repository.root, "Et emne på to linjer")
    assert repository.adoption is None


def test_of_what_came_with_a_merge_the_merge_is_told(repository: Repository) -> None:
    repository.commit("til-godkendelse", "Parterne\n      er enige.")
    git(repository.root, "checkout", "--quiet", "-b", "vedtagelse")
    text = repository.file.read_text("utf-8")
    repository.file.write_text(text.replace("til-godkendelse", "vedtaget"), "utf-8")
    commit(repository.root, "Vedtaget på en gren", day="2021-10-02")
    git(repository.root, "checkout", "--quiet", "main")
    repository.file.write_text(text.replace("er enige", "er meget enige"), "utf-8")
    commit(repository.root, "En rettelse imens", day="2021-10-03")
    git(repository.root, "merge", "--quiet", "--no-ff", "-m", "Flet", "vedtagelse", day="2021-10-04")
    assert (found := repository.adoption)
    assert found.commit.subject == "Flet"
    assert "meget enige" in found.source.text


def test_of_half_a_history_the_oldest_state_that_is_known_counts(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit("vedtaget")
    repository.commit("vedtaget", "Parterne er enige. # til sidst")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository.root}", "halv")
    found = adoption(Project(tmp_path / "halv"), "aftale@2022")
    assert found
    assert found.is_oldest_known


def test_without_git_nothing_is_adopted(tmp_path: Path) -> None:
    there = Repository(tmp_path / "projekt")
    there.write("vedtaget")
    (there.root / ".git").rename(tmp_path / "git")
    assert there.adoption is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("a: b\n", "a:   'b'  # c\n", None),
        ("a: b\nc: d\n", "c: d\na: b\n", None),
        ("status: udkast\na: b\n", "status: vedtaget\nadopted: 2021-10-12\na: b\n", None),
        ("a: [{b: c}]\n", "closed: [a]\na: [{b: c, closed: true}]\n", None),
        ("a: [{b: c, closed: [b]}]\n", "a: [{b: c}]\n", None),
        ("values: {closed: a}\n", "values: {closed: b}\n", "b"),
        (
            "t: {columns: [{key: closed}], rows: [{closed: a}]}\n",
            "t: {columns: [{key: closed}], rows: [{closed: b}]}\n",
            "b",
        ),
        ("a: b\n", "a: c\n", "c"),
        ("a: b\n", "a: b\nc: d\n", "c"),
        ("a: [b, c]\n", "a: [b, d, e]\n", "d"),
        ("a: [b]\n", "a: [b, c]\n", "c"),
        ("a: [b, c]\n", "a: [b]\n", "[b]"),
        ("a: b\nc: d\n", "a: b\n", "a: b\n"),
        ("a: b\n", "a: {b: c}\n", "{b: c}"),
        ("a: b\n", "a: [\n", ""),
        ("a: [\n", "a: b\n", "a: b\n"),
    ],
)
def test_a_text_says_the_same_where_its_values_are_the_same(old: str, new: str, place: str | None) -> None:
    one, other = Source("gammel", old), Source("ny", new)
    found = changed_place(one, other)
    assert (found.text if found else None) == place
    assert same_meaning(one, other) is (place is None)
