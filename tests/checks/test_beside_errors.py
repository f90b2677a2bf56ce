"""Beside a parameter that failed nothing is said of the hole that it leaves, and elsewhere everything."""

from pathlib import Path

import pytest
from authored import PROJECT

from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project

HEAD = "kind: contract\nid: aftale\nversion: 2022\nstatus: udkast\ntitle: Aftale\ndate: 2021-09-01\n"
SILENCE = "silence:\n  - {code: KD570, words: mødes mødes, reason: Står sådan}\n"


def codes(folder: Path, source: str) -> list[str]:
    (folder / "templates").symlink_to(PROJECT.templates)
    file = folder / "contract_sources/contracts/aftale/2022.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(source, "utf-8")
    return [one.code.value for one in check(Project(folder), ["aftale@2022"])]


@pytest.mark.parametrize(
    "hole",
    [
        "Den gælder fra {{ efective }}.",
        "Den gælder i {{ versjon }} og koster {{ values.beloeb }}, hvis intet andet aftales.",
        "{{ values.navn }} er enige.",
        "- Det er {{ versjon }}\n      - og {{ versjon }} .",
    ],
)
def test_a_parameter_that_fails_is_all_that_is_told_of(tmp_path: Path, hole: str) -> None:
    found = codes(tmp_path, f"{HEAD}body:\n  - section: Start\n    text: |\n      {hole}\n")
    assert set(found) == {"KD308"}


def test_what_stands_in_other_paragraphs_is_read(tmp_path: Path) -> None:
    text = "Den gælder i {{ versjon }} .\n\n      Parterne mødes mødes en gang."
    found = codes(tmp_path, f"{HEAD}body:\n  - section: Start\n    text: |\n      {text}\n")
    assert found == ["KD308", "KD570"]


def test_nothing_is_said_of_a_reason_that_an_error_may_keep_idle(tmp_path: Path) -> None:
    text = "Parterne mødes mødes i {{ versjon }}."
    found = codes(tmp_path, f"{HEAD}{SILENCE}body:\n  - section: Start\n    text: |\n      {text}\n")
    assert found == ["KD308"]
