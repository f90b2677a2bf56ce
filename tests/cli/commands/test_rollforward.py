"""`kdnet rollforward`: next year's draft, typed as people type it, at a keyboard and without one."""

import os
import re
import select
import sys
import time
from pathlib import Path

import pytest
from command_line import environment_of, kdnet
from command_line import project as make_project
from repositories import commit, git

from kdnet_docs.cli import exits

CONTRACT = """\
# Noter fra 2021.
kind: contract
id: aftale
version: 2022
status: vedtaget
title: Aftale {{ version }}
date: 2021-09-01
body:
  - section: Om
    id: om
    text: |
      I 2021 skal det ske, og i 2022 følges der op efter aftale af 1. maj 2020.
"""
COMMAND = ("rollforward", "aftale@2022", "--to", "2023")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return make_project(tmp_path, contract=CONTRACT)


def draft(folder: Path) -> Path:
    return folder / "contract_sources/contracts/aftale/2023.yaml"


def decisions(folder: Path) -> Path:
    return folder / "contract_sources/rollforward/aftale-2023.yaml"


def test_it_writes_what_is_certain_and_tells_of_the_rest(there: Path) -> None:
    run = kdnet(*COMMAND, here=there, language="da")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert "Ændringer fra 2022 til 2023" in run.stdout
    assert "Datoen for en aftale eller en lov hører til dens navn: 1. maj 2020 (linje 16)" in run.stdout
    assert "Kommentarer er dine egne: 2021 (linje 1)" in run.stdout
    assert "1 spørgsmål er ikke besvaret." in run.stdout
    assert "i 2023 følges der op" in draft(there).read_text("utf-8")
    assert "unanswered:" in draft(there).read_text("utf-8")


def test_check_finds_the_open_question_and_final_refuses_it(there: Path) -> None:
    kdnet(*COMMAND, here=there)
    run = kdnet("check", "aftale@2023", "--output-format", "concise", here=there)
    assert ":16:9: warning[KD513] not decided yet: 2021 er gået" in run.stdout
    path = draft(there)
    path.write_text(path.read_text("utf-8").replace("status: udkast", "status: vedtaget"), "utf-8")
    git(there, "init", "--quiet")
    commit(there, "Vedtaget")
    run = kdnet("final", "aftale@2023", here=there)
    assert run.returncode == exits.FINDINGS
    assert "KD513" in run.stderr


def test_with_the_answers_in_a_file_there_is_nothing_left(there: Path) -> None:
    kdnet(*COMMAND, here=there)
    text = decisions(there).read_text("utf-8").replace("    new:\n", "    new: 2024\n", 1)
    own = there / "svar.yaml"
    own.write_text(text, "utf-8")
    run = kdnet(*COMMAND, "--decisions", "svar.yaml", here=there, language="da")
    assert "Alt er afgjort." in run.stdout
    assert "unanswered" not in draft(there).read_text("utf-8")
    assert own.read_text("utf-8") == text


def test_a_decision_that_fits_nowhere_is_told_of_with_its_line(there: Path) -> None:
    kdnet(*COMMAND, here=there)
    text = decisions(there).read_text("utf-8")
    decisions(there).write_text(text.replace("words: 2021\n", "words: 2019\n"), "utf-8")
    run = kdnet(*COMMAND, here=there)
    assert run.returncode == exits.OK
    assert "warning[KD874]" in run.stderr
    assert "contract_sources/rollforward/aftale-2023.yaml:11:12" in run.stderr


def test_it_goes_from_a_state_in_git_too(there: Path) -> None:
    git(there, "init", "--quiet")
    commit(there, "Først")
    path = there / "contract_sources/contracts/aftale/2022.yaml"
    path.unlink()
    run = kdnet("rollforward", "aftale@2022:HEAD", "--to", "2023", here=there)
    assert run.returncode == exits.OK
    assert "i 2023 følges der op" in draft(there).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ((), "which document"),
        (("aftale@2022",), "kdnet rollforward aftale@2022 --to 2023"),
        (("aftale@2022", "2023"), "after --to"),
        (("aftale@2022", "--to", "2023", "--decisions", "x.txt"), ".yaml / .yml"),
        (("aftale@2022", "--to", "2023", "--decisions", "contract_sources/contracts/a.yaml"), "lies among"),
    ],
)
def test_what_is_not_understood_is_told_with_what_to_do(
    there: Path, words: tuple[str, ...], hint: str
) -> None:
    run = kdnet("rollforward", *words, here=there)
    assert run.returncode == exits.USAGE
    assert hint in run.stderr


def test_a_file_of_decisions_that_is_not_there_is_told_of_and_written(there: Path) -> None:
    run = kdnet(*COMMAND, "--decisions", "svar.yaml", here=there, language="da")
    assert "Filen svar.yaml findes ikke; den bliver skrevet nu." in run.stdout
    assert (there / "svar.yaml").exists()


def test_a_misspelt_file_of_decisions_does_not_write_over_what_was_decided(there: Path) -> None:
    kdnet(*COMMAND, here=there)
    decisions(there).write_text(decisions(there).read_text("utf-8").replace("new:\n", "new: 2024\n", 1))
    assert kdnet(*COMMAND, here=there).returncode == exits.OK
    made = draft(there).read_text("utf-8")
    assert "I 2024 skal det ske" in made
    run = kdnet(*COMMAND, "--decisions", "nix.yaml", here=there)
    assert run.returncode == exits.FINDINGS
    assert (
        "error[KD871]: there is no file nix.yaml, and the draft was made with other decisions" in run.stderr
    )
    assert draft(there).read_text("utf-8") == made
    assert not (there / "nix.yaml").exists()


def test_one_place_without_a_line_is_one_place(there: Path) -> None:
    kdnet(*COMMAND, here=there)
    text = decisions(there).read_text("utf-8")
    decisions(there).write_text(text[: text.index("\nkeep:")], "utf-8")
    run = kdnet(*COMMAND, here=there, language="da")
    assert "1 sted står ikke i filen og er taget, som det blev fundet." in run.stdout


def test_a_danish_name_leads_to_the_command(there: Path) -> None:
    assert 'mente du "rollforward"?' in kdnet("fremskriv", "aftale@2022", here=there, language="da").stderr


# --- at a keyboard -------------------------------------------------------------------------------


def typed(folder: Path, *lines: str) -> str:
    """What is on the screen when each line is typed once the screen waits for it."""
    return typed_to_the_end(folder, *lines)[0]


def typed_to_the_end(folder: Path, *lines: str) -> tuple[str, int]:
    """The same, and the exit code."""
    pty = pytest.importorskip("pty")
    command = [sys.executable, "-m", "kdnet_docs", *COMMAND]
    process, screen = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(sys.executable, command, environment_of("da", COLUMNS="100"))  # noqa: S606 - ourselves
    shown, waiting = b"", list(lines)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([screen], [], [], 0.05)[0]:
            try:
                data = os.read(screen, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
        elif waiting and shown.endswith(b": "):
            os.write(screen, waiting.pop(0).encode() + b"\n")
            shown += b"\n"
    _, status = os.waitpid(process, 0)
    os.close(screen)
    return shown.decode(), os.waitstatus_to_exitcode(status)


def test_it_asks_and_a_wrong_answer_is_asked_for_again(there: Path) -> None:
    shown = typed(there, "", "{{ findes.ikke }}", "2024")
    assert "Spørgsmål 1 af 1" in shown
    assert "kan ikke stå der" in shown
    assert "Alt er afgjort." in shown
    assert "I 2024 skal det ske" in draft(there).read_text("utf-8")


def test_what_is_certain_can_be_decided_otherwise(there: Path) -> None:
    typed(there, "4", "2025", "?")
    assert "i 2025 følges der op" in draft(there).read_text("utf-8")
    assert "I 2021 skal det ske" in draft(there).read_text("utf-8")


def test_what_is_doubted_and_left_open_is_a_question_in_the_draft(there: Path) -> None:
    typed(there, "4", "?", "2024")
    text = draft(there).read_text("utf-8")
    assert "I 2024 skal det ske, og i 2022 følges der op" in text
    assert 'skal "2022" blive til "2023"?' in text
    assert "Spørgsmål 1 af 1" in typed(there, "2025")
    assert "og i 2025 følges der op" in draft(there).read_text("utf-8")


def test_a_yes_where_a_year_stood_is_asked_for_again(there: Path) -> None:
    shown = typed(there, "", "ja", "2024")
    assert 'skriv det, der skal stå i stedet for "2021"' in shown
    assert "I 2024 skal det ske" in draft(there).read_text("utf-8")


def test_each_thing_found_is_shown_in_its_sentence(there: Path) -> None:
    shown = typed(there, "q")
    assert "I 2021 skal det ske, og i [2022 → 2023] følges der op efter aftale af" in shown


@pytest.mark.parametrize(
    ("key", "code"), [("q", exits.FINDINGS), ("\x04", exits.FINDINGS), ("\x03", exits.INTERRUPTED)]
)
def test_who_stops_has_no_draft_and_the_exit_code_says_so(there: Path, key: str, code: int) -> None:
    shown, ended = typed_to_the_end(there, "", key)
    assert "Udkastet er ikke skrevet endnu." in shown
    assert ended == code
    assert decisions(there).exists()


def test_the_same_question_in_two_places_is_asked_once_and_that_is_said(tmp_path: Path) -> None:
    text = CONTRACT.replace("I 2021 skal det ske", "Aftalen gælder i 2020-2021 og 2020-2021")
    there = make_project(tmp_path, contract=text)
    shown = typed(there, "", "q")
    asked = re.search(r"De (\d+) steder er (\d+) spørgsmål", shown)
    assert asked
    assert asked.groups() == ("2", "1")
    assert "linje 12:" in shown


def test_somebody_who_stops_goes_on_later(there: Path) -> None:
    assert "Udkastet er ikke skrevet endnu." in typed(there, "4", "2025", "q")
    assert not draft(there).exists()
    typed(there, "2026")
    assert "I 2026 skal det ske, og i 2025 følges" in draft(there).read_text("utf-8")
