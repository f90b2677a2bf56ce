"""The text of the next version: all that was decided, and byte for byte nothing else."""

import re
from pathlib import Path

import pytest
from contracts_at_random import contracts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rolled import HEAD, REAL, STATUS, draft_of, plan_of, with_proposals

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.unanswered import unanswered
from kdnet_docs.compare.compare import compare
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.rollforward.decisions import Answer, Answers, decided
from kdnet_docs.rollforward.draft import changes, write_draft
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.sources.read import read

ONE = HEAD + "body:\n  - section: Om\n    id: om\n    text: {text}\n"


def subject(text: str) -> Subject:
    model = read(Source("2023.yaml", text))
    assert isinstance(model, Contract | StatusTable)
    return Subject(model, assemble(model).document)


def without_questions(text: str) -> str:
    return re.sub(r"^unanswered:\r?\n(?:  .*\n)*", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("path", "to"), [(REAL, "2023"), (REAL, "2026"), (STATUS, "2022-06")])
def test_only_the_words_decided_are_others_in_the_real_sources(path: Path, to: str) -> None:
    found = plan_of(path.read_text("utf-8"), to)
    answers = with_proposals(found)
    new = without_questions(draft_of(found, answers).source.text)
    assert new != found.source.text
    assert undone(found, answers, new) == found.source.text


def test_a_line_break_between_words_stays() -> None:
    text = ONE.format(text="|\n      Der måles i tredje kvartal\n      2022 hos alle.")
    assert draft_of(plan_of(text)).source.text.endswith("tredje kvartal\n      2023 hos alle.\n")


@pytest.mark.parametrize(
    ("old", "answer", "new"),
    [
        ("i tredje kvartal\n      2021 skal", "efteråret 2024", "i efteråret\n      2024 skal"),
        ("i tredje kvartal\n      2021 skal", "2024", "i 2024\n      skal"),
        (
            "i tredje\n      kvartal 2021 skal",
            "slutningen af det år 2024",
            "i slutningen\n      af det år 2024 skal",
        ),
        ("skal i maj\n      2021.", "2024", "skal i 2024."),
    ],
)
def test_a_line_break_stays_where_the_answer_has_more_or_fewer_words(old: str, answer: str, new: str) -> None:
    source = ONE.format(text=f"|\n      Alle {old}\n      Det er vigtigt.")
    found = plan_of(source)
    item = next(item for item in found.items if item.part == "om.text")
    text = draft_of(found, {item.place: Answer(words=answer)}).source.text
    assert f"      Alle {new}\n      Det er vigtigt.\n" in text


@pytest.mark.parametrize(
    "text",
    [
        '"I 2022 \\"måles\\" der."',
        "'I 2022 ''måles'' der.'",
        "I 2022 måles der.  # 2022 igen",
        ">-\n      I\n      2022\n      måles.",
    ],
)
def test_every_way_to_write_a_value_is_kept(text: str) -> None:
    source = ONE.format(text=text)
    expected = source.replace("I 2022", "I 2023").replace("      2022\n", "      2023\n")
    expected = expected.replace("version: 2022", "version: 2023").replace("2021-09-01", "2022-09-01")
    assert draft_of(plan_of(source)).source.text == expected


def test_line_endings_and_a_missing_last_line_break_stay() -> None:
    source = ONE.format(text="I 2021 skal det ske.").replace("\n", "\r\n").removesuffix("\r\n")
    new = draft_of(plan_of(source)).source.text
    assert "\n" not in new.replace("\r\n", "")
    assert not new.endswith("\n")


def test_the_day_of_adoption_and_old_questions_go_and_comments_stay() -> None:
    head = HEAD.replace("status: udkast", "status: vedtaget  # i 2021\nadopted: 2021-09-20\n# om titlen")
    question = "unanswered:\n  - {part: om.text, words: x, question: y}\n"
    source = head + question + "body:\n  - section: Om\n    id: om\n    text: Parterne er enige.\n"
    new = draft_of(plan_of(source)).source.text
    assert "adopted" not in new
    assert "unanswered" not in new
    assert "status: udkast  # i 2021\n# om titlen\n" in new


# --- what is not decided -------------------------------------------------------------------------


def test_every_open_question_stands_in_the_draft_and_the_check_finds_its_words() -> None:
    found = plan_of(REAL.read_text("utf-8"))
    draft = draft_of(found)
    findings = list(unanswered(subject(draft.source.text)))
    assert [item.place for item in draft.open] == [item.place for item in found.asked]
    assert [" ".join(finding.span.text.split()) for finding in findings if finding.span] == [
        item.words for item in draft.open
    ]


def test_a_question_points_at_its_own_words_though_others_have_become_the_same() -> None:
    text = (
        HEAD
        + "body:\n  - goals:\n      - group: G\n        goals:\n          - title: T\n            id: t\n"
    )
    found = plan_of(text + "            metode: I 2022 udsendes skemaet. I 2023 gøres det op.\n")
    new = draft_of(found).source.text
    (finding,) = unanswered(subject(new))
    assert finding.span
    assert new[finding.span.start :].startswith("2023 gøres det op")


def test_when_all_is_decided_there_is_no_question() -> None:
    found = plan_of(ONE.format(text="I 2021 skal det ske."))
    draft = draft_of(found, {("om.text", "2021", 1): Answer(words="2024")})
    assert "unanswered" not in draft.source.text
    assert "I 2024 skal det ske." in draft.source.text


# --- answers that spoil the file -----------------------------------------------------------------


@pytest.mark.parametrize("words", ["2024 # ja", "2024: nej", "{{ findes.ikke }}", "<b>2024</b>"])
def test_an_answer_that_would_say_something_else_is_refused_at_its_place(words: str) -> None:
    found = plan_of(ONE.format(text="I 2021 skal det ske."))
    place = Source("svar.yaml", words)
    from kdnet_docs.base.spans import Span

    answer = Answer(words=words, span=Span(place, 0, len(words)))
    refused = write_draft(found, {("om.text", "2021", 1): answer}, "2023.yaml")
    assert isinstance(refused, Refused)
    (finding,) = refused.diagnostics
    assert finding.code is Code.BAD_DECISION
    assert finding.span
    assert finding.span.source is place


def test_a_whole_value_is_put_in_quotes_where_it_needs_them() -> None:
    text = (
        HEAD
        + "body:\n  - goals:\n      - group: G\n        goals:\n          - title: T\n            id: t\n"
    )
    text += "            targets:\n              - {id: x, measure: m, value: 5, due: 2021}\n"
    found = plan_of(text)
    draft = draft_of(found, {("targets.x.due", "2021", 1): Answer(words="ultimo: 2024, {x}")})
    assert "due: 'ultimo: 2024, {x}'}" in draft.source.text


# --- any contract --------------------------------------------------------------------------------

_TIMES = st.sampled_from(
    [
        "i 2022",
        "i efteråret 2022",
        "senest 1. marts 2022",
        "i 2021",
        "for 2021-2023",
        "i 2023",
        "i 2022 og 2023",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=contracts(), times=st.lists(_TIMES, min_size=1, max_size=12), takes=st.booleans())
def test_rolling_forward_then_comparing_shows_only_what_was_decided(
    *, text: str, times: list[str], takes: bool
) -> None:
    for number, time in enumerate(times, start=1):
        text = re.sub(rf"\bord{number * 7}q\b", f"det, der {time} skal ske", text)
    text = re.sub(r"^version: .*$", "version: 2022", text, flags=re.MULTILINE)
    text = re.sub(r"^date: .*$", "date: 2021-09-01", text, flags=re.MULTILINE)
    found = plan_of(text)
    answers = with_proposals(found) if takes else {}
    draft = draft_of(found, answers)
    new = without_questions(draft.source.text)
    assert undone(found, answers, new) == found.source.text
    told = {words for item in found.items for words in (item.words, decided(item, answers)) if words}
    for fact in compare(subject(found.source.text).document, draft.document).facts:
        for said in (value.text for value in (fact.old, fact.new) if value):
            assert any(words in said or said in words for words in told), fact


def undone(found: Plan, answers: Answers, new: str) -> str:
    """The new text with the old words put back where others were decided, and all else as it is there."""
    pieces, at, behind = [], 0, 0
    for item in found.items:
        now = decided(item, answers)
        for start, end, words in changes(item, now) if now is not None else ():
            span = item.wording.locate(start, end)
            pieces += [new[behind : behind + span.start - at], span.text]
            behind += span.start - at
            assert new[behind : behind + len(words)] == words
            behind, at = behind + len(words), span.end
    return "".join(pieces) + new[behind:]
