"""A version rolled forward in a project: what stands in the way, and which files are written."""

from pathlib import Path

import pytest
from command_line import project as make_project

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.rollforward.decisions import Answer
from kdnet_docs.rollforward.rollforward import Prepared, Rolled, prepare, roll, write
from kdnet_docs.sources.project import Project

CONTRACT = """\
kind: contract
id: aftale
version: 2022
status: vedtaget
title: Aftale {{ version }}
date: 2021-09-01
body:
  - section: Om
    id: om
    text: I 2021 skal det ske, og i 2022 følges der op.
"""


@pytest.fixture
def there(tmp_path: Path) -> Project:
    return Project(make_project(tmp_path, contract=CONTRACT))


def prepared(project: Project, to: str = "2023", decisions: Path | None = None) -> Prepared:
    made = prepare(project, "aftale@2022", to, decisions)
    assert isinstance(made, Prepared), made
    return made


def written(project: Project, answers: dict[tuple[str, str, int], Answer] | None = None) -> Prepared:
    ready = prepared(project)
    rolled = roll(ready, answers if answers is not None else ready.decisions.answers)
    assert isinstance(rolled, Rolled), rolled
    write(ready, rolled.files)
    return ready


def code(outcome: Prepared | Refused) -> Code:
    assert isinstance(outcome, Refused)
    (finding,) = outcome.diagnostics
    return finding.code


def test_the_draft_and_the_decisions_are_written_where_they_belong(there: Project) -> None:
    ready = written(there)
    assert ready.path == there.root / "contract_sources/contracts/aftale/2023.yaml"
    assert "i 2023 følges" in ready.path.read_text("utf-8")
    assert (there.root / "contract_sources/rollforward/aftale-2023.yaml").is_file()


def test_answers_in_the_file_are_taken_and_the_same_ones_give_the_same_bytes(there: Project) -> None:
    first = written(there)
    text = first.decisions_path.read_text("utf-8").replace("    new:\n", "    new: 2024\n", 1)
    first.decisions_path.write_text(text, "utf-8")
    draft = written(there).path.read_bytes()
    assert b"I 2024 skal det ske" in draft
    assert written(there).path.read_bytes() == draft
    assert first.decisions_path.read_text("utf-8") == text


def test_a_draft_that_somebody_has_changed_is_not_written_over(there: Project) -> None:
    path = written(there).path
    path.write_text(path.read_text("utf-8").replace("det ske", "det hele ske"), "utf-8")
    assert code(prepare(there, "aftale@2022", "2023", None)) is Code.VERSION_EXISTS


def test_a_version_that_was_there_before_is_not_written_over(there: Project) -> None:
    other = there.root / "contract_sources/contracts/aftale/2023.yaml"
    other.write_text("kind: contract\n", "utf-8")
    assert code(prepare(there, "aftale@2022", "2023", None)) is Code.VERSION_EXISTS
    assert other.read_text("utf-8") == "kind: contract\n"


def test_a_meeting_has_its_own_agenda(there: Project) -> None:
    assert code(prepare(there, "2022-03", "2023", None)) is Code.NOT_ROLLED


def test_a_source_that_cannot_be_read_or_made_is_refused(there: Project) -> None:
    path = there.root / "contract_sources/contracts/aftale/2022.yaml"
    path.write_text(CONTRACT.replace("I 2021", "I {{ findes.ikke }}"), "utf-8")
    assert code(prepare(there, "aftale@2022", "2023", None)) is Code.PARAMETER_UNKNOWN
    path.write_text(CONTRACT.replace("body:", "body"), "utf-8")
    assert code(prepare(there, "aftale@2022", "2023", None)) is Code.SYNTAX


def test_nothing_is_written_where_an_answer_cannot_stand(there: Project) -> None:
    ready = prepared(there)
    assert isinstance(roll(ready, {("om.text", "2021", 1): Answer(words="2024: x")}), Refused)
    assert not ready.path.exists()
    assert not ready.decisions_path.exists()


def test_a_mark_before_the_text_and_windows_lines_stay(there: Project) -> None:
    path = there.root / "contract_sources/contracts/aftale/2022.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + CONTRACT.replace("\n", "\r\n").encode())
    data = written(there).path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfkind: contract\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
