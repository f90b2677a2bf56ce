"""What is compared of a source: all that it says, of a meeting what was decided too."""

from pathlib import Path

from command_line import MEETING, project
from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.documents import read_document
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.project import Project

FILE = "contract_sources/meetings/2022-03.yaml"
TILLAEG = """\
kind: meeting
id: 2022-03-tillaeg
title: Tillæg
date: 2022-03-01
supplements: 2022-03
agenda:
  - number: 2
    title: Nyt
"""


def document(there: Project, reference: str) -> Document:
    found = read_document(there, reference)
    assert not isinstance(found, Refused), found
    return found


def test_a_beslutning_is_a_change(tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "Dagsorden")
    (tmp_path / FILE).write_text(f"{MEETING}    beslutning: Godkendt.\n", encoding="utf-8")
    commit(tmp_path, "Referat")
    (tmp_path / FILE).write_text(f"{MEETING}    beslutning: Udsat.\n", encoding="utf-8")
    comparison = compare(document(there, "2022-03:HEAD"), document(there, "2022-03"))
    assert not comparison.equal
    assert any("Udsat" in str(getattr(fact.new, "text", "")) for fact in comparison.facts)
    added = compare(document(there, "2022-03:HEAD~1"), document(there, "2022-03:HEAD"))
    (decision,) = (leaf for leaf in added.aligned.new.leaves.values() if leaf.text == "Godkendt.")
    assert decision.id.startswith("referat/")
    assert any(where.new and where.new.leaf == decision.id for fact in added.facts for where in fact.places)


def test_a_tillaeg_goes_on_from_what_was_sent_in_the_same_state(tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    (tmp_path / "contract_sources/meetings/2022-03-tillaeg.yaml").write_text(TILLAEG, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "Tillæg")
    (tmp_path / FILE).unlink()
    document(there, "2022-03-tillaeg:HEAD")
    assert isinstance(read_document(there, "2022-03-tillaeg"), Refused)


def test_what_a_check_finds_does_not_stand_in_the_way_but_what_cannot_be_made_does(tmp_path: Path) -> None:
    contract = (
        "kind: contract\nid: aftale\nversion: 2022\nstatus: udkast\ntitle: A\ndate: 2022-01-01\nbody:\n"
        "  - section: S\n    id: s\n    text: {text}\n    body:\n"
        "      - table:\n          id: t\n          columns: [{{key: k, title: K, type: amount}}]\n"
        "          rows: [[1]]\n          total: {{row: [3]}}\n"
    )
    there = Project(project(tmp_path / "a", contract.format(text="Ord.")))
    assert isinstance(read_document(there, "aftale@2022"), Document)
    there = Project(project(tmp_path / "b", contract.format(text="'{{ ukendt }}'")))
    assert isinstance(read_document(there, "aftale@2022"), Refused)
