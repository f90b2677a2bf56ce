"""Every check finds what it must, at the very words, and is quiet on what is right."""

import re
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from authored import PROJECT
from check_cases import CODES, all_cases, cases, sources
from tools import danish_spelling

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import edited
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project

ENOUGH = 3
# What is no finding of proofreading, though its number is among theirs.
_WITH_DICTIONARY = frozenset({Code.MISSPELT.value, Code.TWO_SPELLINGS.value})
_ELSEWHERE = frozenset({"KD501", "KD502", "KD503", "KD504", "KD505", "KD508", "KD509", "KD510", "KD511"})


def _project(folder: Path, case: Mapping[str, Any]) -> tuple[Project, dict[str, list[tuple[int, int]]]]:
    """The project of a case without its marks, and where the marks stood, by the file's name."""
    marked = {}
    for path, text in sources(case).items():
        file = folder / "contract_sources" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        bare, places = _unmarked(text)
        file.write_text(bare, "utf-8", newline="")
        marked[f"contract_sources/{path}"] = places
    (folder / "templates").symlink_to(PROJECT.templates)
    return Project(folder), marked


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    pieces = re.split("[⟦⟧]", text)
    places, at = [], 0
    for index, piece in enumerate(pieces):
        if index % 2:
            places.append((at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), places


def _found(project: Project, case: Mapping[str, Any], code: str) -> list[Diagnostic]:
    with danish_spelling() if code in _WITH_DICTIONARY else nullcontext():
        findings = check(project, [case.get("check", "aftale@2022")])
    assert [str(one.message) for one in findings if one.code.value < "KD5"] == []
    return [one for one in findings if one.code.value == code]


def test_every_proofreading_code_has_its_cases() -> None:
    codes = {code.value for code in Code if "KD500" < code.value < "KD600"} - _ELSEWHERE
    assert codes <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_check_has_cases_enough(code: str) -> None:
    assert len(cases(code, "bad")) >= ENOUGH
    assert len(cases(code, "good")) >= ENOUGH


@pytest.mark.parametrize(("code", "case"), all_cases("bad"))
def test_what_is_wrong_is_found_where_it_stands(code: str, case: Mapping[str, Any], tmp_path: Path) -> None:
    project, marked = _project(tmp_path, case)
    findings = _found(project, case, code)
    if case.get("nowhere"):
        assert findings
        return
    places = [(name, *place) for name, all_places in marked.items() for place in all_places]
    assert places
    assert [(one.span.source.name, one.span.start, one.span.end) for one in findings if one.span] == places


@pytest.mark.parametrize(("code", "case"), [one for one in all_cases("bad") if "fixed" in one[1]])
def test_a_fix_puts_right_what_is_wrong_and_nothing_else(
    code: str, case: Mapping[str, Any], tmp_path: Path
) -> None:
    project, _ = _project(tmp_path, case)
    findings = _found(project, case, code)
    (source,) = {one.span.source for one in findings if one.span}
    fixed = edited(source, (edit for one in findings for edit in one.fix))
    kind = "text" if "text" in case else "source"
    wanted = sources({**case, kind: case["fixed"]})["contracts/aftale/2022.yaml"]
    assert fixed == wanted
    (tmp_path / source.name).write_text(fixed, "utf-8", newline="")
    assert _found(project, case, code) == []


@pytest.mark.parametrize(("code", "case"), [one for one in all_cases("good") if "contract" not in one[1]])
def test_what_is_right_is_left_in_peace(code: str, case: Mapping[str, Any], tmp_path: Path) -> None:
    project, _ = _project(tmp_path, case)
    assert _found(project, case, code) == []
