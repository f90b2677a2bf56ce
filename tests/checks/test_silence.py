"""An author may say of a finding that it is none here, and why; nobody else is heard less for it."""

from pathlib import Path

import pytest
from authored import PROJECT

from kdnet_docs.assembly.closing.open_version import open_version
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.checks.run import examine
from kdnet_docs.meeting.check import check, check_all
from kdnet_docs.model.contract import Contract
from kdnet_docs.sources.project import Project

_HEAD = "kind: contract\nid: aftale\nversion: 1\nstatus: udkast\ntitle: Aftale\ndate: 2022-01-01\n"
_BODY = """\
body:
  - section: Indledning
    text: |
      Parterne mødes mødes
      en gang. De drøfter drøfter indsatsen, som de drøfter drøfter altid.
"""
_MEETING = """\
kind: meeting
id: 2022-03
title: Møde i udvalget
date: 2022-03-01
agenda:
  - number: 1
    title: Aftalen
    bilag:
      - {title: Aftalen, document: aftale@1}
"""


def project(folder: Path, **files: str) -> Project:
    folder.mkdir(exist_ok=True)
    (folder / "templates").symlink_to(PROJECT.templates)
    for name, text in files.items():
        place = "contracts/aftale/1.yaml" if name == "contract" else "meetings/2022-03.yaml"
        file = folder / "contract_sources" / place
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return Project(folder)


def silence(*entries: str) -> str:
    return "silence:\n" + "".join(f"  - {{{entry}, reason: Er ment}}\n" for entry in entries)


def pointed_at(findings: tuple[Diagnostic, ...]) -> list[str]:
    assert {one.code.value for one in findings} <= {"KD570"}
    return [one.span.text if one.span else "" for one in findings]


@pytest.mark.parametrize(
    ("entries", "left"),
    [
        ((), ["mødes mødes", "drøfter drøfter", "drøfter drøfter"]),
        (("code: KD570",), []),
        (("code: KD570, words: mødes mødes en gang",), ["drøfter drøfter", "drøfter drøfter"]),
        (("code: KD570, words: drøfter drøfter",), ["mødes mødes"]),
        (("code: KD570, words: drøfter drøfter altid",), ["mødes mødes", "drøfter drøfter"]),
        (("code: KD570, words: mødes", "code: KD570, words: drøfter"), []),
    ],
)
def test_what_is_silenced_is_not_heard(tmp_path: Path, entries: tuple[str, ...], left: list[str]) -> None:
    text = _HEAD + (silence(*entries) if entries else "") + _BODY
    there = project(tmp_path, contract=text)
    assert pointed_at(check(there, ["aftale@1"])) == left
    everything = check_all(there, ["aftale@1"])
    assert len(everything) == 3
    assert {one.silenced for one in everything} <= {None, "Er ment"}


def test_of_a_bilag_its_own_author_and_the_one_of_the_meeting_are_asked(tmp_path: Path) -> None:
    """What is found in the contract itself is its author's matter alone."""
    meeting = _MEETING.replace("Aftalen\n    bilag", "Aftalen aftalen\n    bilag")
    there = project(tmp_path, contract=_HEAD + silence("code: KD570") + _BODY, meeting=meeting)
    assert pointed_at(check(there, ["2022-03"])) == ["Aftalen aftalen"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("code: KD205", "KD205 cannot be silenced"),
        ("code: KD501", "KD501 cannot be silenced"),
        ("code: KD512", "KD512 cannot be silenced"),
        ("code: KD999", 'there is no finding "KD999"'),
        ("code: dobbeltord", 'there is no finding "dobbeltord"'),
        ("code: KD570, words: ''", "something must be written here"),
    ],
)
def test_an_error_cannot_be_silenced_nor_what_is_none(tmp_path: Path, entry: str, message: str) -> None:
    there = project(tmp_path, contract=_HEAD + silence(entry) + _BODY)
    assert [str(one.message) for one in check(there, ["aftale@1"])] == [message]


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("KD205", "put right what it finds: only warnings and notes can be silenced, never errors"),
        ("KD513", "delete the line that it points at, or do what it says: it cannot be meant as it stands"),
        (
            "KD706",
            "put right what it finds: only what is found in the words, KD3 and KD5, can be silenced",
        ),
        ("KD999", 'write the code as the finding has it, such as "KD570"'),
    ],
)
def test_the_hint_says_why_and_guesses_no_other_code(tmp_path: Path, code: str, hint: str) -> None:
    text = _HEAD + silence(f"code: {code}") + _BODY
    assert [str(one.hint) for one in check(project(tmp_path, contract=text), ["aftale@1"])] == [hint]


@pytest.mark.parametrize("typed", ["kd570", "570", "KD-570", "advarsel[KD570]"])
def test_a_code_is_known_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    text = f'{_HEAD}silence:\n  - code: "{typed}"\n    reason: Er ment\n{_BODY}'
    assert check(project(tmp_path, contract=text), ["aftale@1"]) == ()


def test_danish_keys_are_met_with_those_that_were_meant(tmp_path: Path) -> None:
    text = f"{_HEAD}silence:\n  - {{kode: KD570, ord: mødes, grund: Er ment}}\n{_BODY}"
    hints = {str(one.hint) for one in check(project(tmp_path, contract=text), ["aftale@1"])}
    assert {f'did you mean "{key}"?' for key in ("code", "words", "reason")} <= hints


def test_warnings_of_the_prose_can_be_silenced_like_those_of_its_content(tmp_path: Path) -> None:
    body = "body:\n  - section: Frister\n    text: |\n      1. januar 2022 er en fridag.\n"
    assert [
        one.code.value for one in check(project(tmp_path / "a", contract=_HEAD + body), ["aftale@1"])
    ] == ["KD313"]
    text = _HEAD + silence("code: KD313, words: 1. januar 2022") + body
    assert check(project(tmp_path / "b", contract=text), ["aftale@1"]) == ()


@pytest.mark.parametrize("reason", ["", "''", "'  '"])
def test_nothing_is_silenced_without_a_reason(tmp_path: Path, reason: str) -> None:
    text = f"{_HEAD}silence:\n  - code: KD570\n    reason: {reason}\n{_BODY}"
    (found,) = check(project(tmp_path, contract=text), ["aftale@1"])
    assert (found.code.value, str(found.message)) == ("KD204", "something must be written here")


def test_what_is_said_to_the_checks_is_in_no_open_file(tmp_path: Path) -> None:
    text = _HEAD + silence("code: KD570, words: mødes mødes") + _BODY + "    closed: true\n"
    model = project(tmp_path, contract=text).read("aftale@1")
    assert isinstance(model, Contract)
    opened = open_version(model)
    assert isinstance(opened, Contract)
    for one in (model, opened):
        document, _ = examine(one)
        assert "silence" not in document.source_text
        assert "Er ment" not in document.source_text
    assert "mødes" not in examine(opened)[0].source_text
