"""What is found in the real package, each finding with the reason why it is right; and what must not be."""

import re
from functools import cache
from pathlib import Path

import pytest
from authored import PROJECT
from check_cases import all_cases
from ruamel.yaml import YAML
from tools import danish_spelling

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.checks.passages import passages
from kdnet_docs.checks.run import examine
from kdnet_docs.document.anatomy import anatomy
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.bilag import Written

HERE = Path(__file__).parent / "real"
NAMES = ("erhvervshus-midtjylland@2022", "naere-psykiatri@2021-09", "2021-09")
QUIET = tuple((HERE / "quiet.txt").read_text("utf-8").splitlines())
PRECISION = tuple(line for line in QUIET if line and not line.startswith("#"))


@cache
def findings(name: str) -> tuple[Diagnostic, ...]:
    return check(PROJECT, [name])


@cache
def misspellings(name: str) -> tuple[Diagnostic, ...]:
    with danish_spelling():
        return tuple(one for one in check(PROJECT, [name]) if one.code is Code.MISSPELT)


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_has_a_reason_why_it_is_right(name: str) -> None:
    told = [one for one in _told(name) if one["code"] != Code.MISSPELT.value]
    assert _pointed_at(findings(name)) == sorted((one["code"], _plain(one["words"])) for one in told)
    assert all(one["why"].strip() for one in _told(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_misspelling_has_a_reason_why_it_is_one(name: str) -> None:
    told = [one for one in _told(name) if one["code"] == Code.MISSPELT.value]
    assert _pointed_at(misspellings(name)) == sorted((one["code"], _plain(one["words"])) for one in told)


def _told(name: str) -> list[dict[str, str]]:
    return YAML(typ="safe").load((HERE / f"{name}.yaml").read_text("utf-8")) or []


def _pointed_at(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return sorted((one.code.value, _plain(one.span.text if one.span else "")) for one in found)


@pytest.mark.parametrize("sentence", PRECISION)
def test_no_check_flags_a_sentence_of_the_precision_list(sentence: str) -> None:
    assert any(sentence in text for text in _texts())
    model = PROJECT.read(NAMES[0])
    assert isinstance(model, Written)
    made = anatomy(examine(model)[0])
    for passage in passages(made):
        text = _plain(passage.text)
        if sentence not in text:
            continue
        span = passage.span(0, len(passage.text))
        flagged = [
            str(one.message)
            for one in findings(NAMES[0])
            if span and one.span and span.start <= one.span.start < span.end and _in(one, sentence)
        ]
        assert flagged == []


@pytest.mark.parametrize(("code", "case"), [one for one in all_cases("good") if "contract" in one[1]])
def test_a_check_leaves_the_words_of_the_contract_in_peace(code: str, case: dict[str, str]) -> None:
    words = _plain(case["contract"])
    assert any(words in text for text in _texts())
    assert [one for one in findings(NAMES[0]) if one.code.value == code and _in(one, words)] == []


def _in(finding: Diagnostic, words: str) -> bool:
    return finding.span is not None and _plain(finding.span.text) in words


@cache
def _texts() -> tuple[str, ...]:
    model = PROJECT.read(NAMES[0])
    assert isinstance(model, Written)
    return tuple(_plain(passage.text) for passage in passages(anatomy(examine(model)[0])))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\ufffc", "")).strip()
