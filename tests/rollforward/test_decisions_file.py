"""More answers put into a file of decisions that somebody has worked in."""

import pytest
from rolled import HEAD, plan_of

from kdnet_docs.base.spans import Source
from kdnet_docs.rollforward.decisions import Answer, Answers, Decisions, read_decisions
from kdnet_docs.rollforward.decisions_file import filled_in, write_decisions

SMALL = HEAD + "body:\n  - section: Om\n    id: om\n    text: I 2021 skal det ske, og i 2022 følges op.\n"
TOP = "# min note\nfrom: aftale@2022\nto: 2023\n"
PLACE = ("om.text", "2021", 1)


def filled(text: str, answers: Answers) -> str | None:
    """The file with these answers, which are read back from it."""
    found, source = plan_of(SMALL), Source("svar.yaml", text)
    decisions = read_decisions(source, found)
    assert isinstance(decisions, Decisions), decisions
    new = filled_in(source, decisions, found, answers)
    if new is not None:
        again = read_decisions(Source("svar.yaml", new), found)
        assert isinstance(again, Decisions), again
        assert not again.findings
        assert {place: again.answers[place].words for place in answers} == {
            place: answer.words for place, answer in answers.items()
        }
    return new


def test_answers_are_filled_in_and_nothing_else_in_the_file_is_touched() -> None:
    text = write_decisions(plan_of(SMALL), {}).replace("    new:\n", "    new:   # spørg Søren\n", 1)
    new = filled("# min note\n" + text, {PLACE: Answer(words="2024: nyt")})
    assert new == "# min note\n" + text.replace("    new:   # spørg", "    new: '2024: nyt'   # spørg")


def test_an_answer_may_be_taken_back() -> None:
    text = TOP + "questions:\n  - part: om.text\n    words: 2021\n    new: 2024  # sagde Søren\n"
    assert filled(text, {PLACE: Answer(words="")}) == text.replace("new: 2024  #", "new:   #")


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            "keep:\n- part: om.text  # mit\n  words: 2021  # ja\n# slut\n",
            "keep:\n- part: om.text  # mit\n  words: 2021\n  new: 2024  # ja\n# slut\n",
        ),
        ("keep: [{part: om.text, words: 2021}]\n", "keep: [{part: om.text, words: 2021, new: 2024}]\n"),
    ],
)
def test_a_line_without_new_gets_it(text: str, added: str) -> None:
    assert filled(TOP + text, {PLACE: Answer(words="2024")}) == TOP + added


@pytest.mark.parametrize(
    "text",
    [
        "",
        "questions: []\n",
        "shift:\n- part: date  # min\n  words: 2021-09-01\n  new: 2022-10-01  # besked 2/3\n# slut",
        "shift:\n    - part: date\n      words: 2021-09-01\n      new: 2022-10-01\n\nkeep: []\n",
        "shift:\r\n  - {part: date, words: 2021-09-01, new: 2022-10-01}\r\n",
    ],
)
def test_an_answer_without_a_line_gets_one_and_comments_stay(text: str) -> None:
    before = (TOP + text).replace("\r\n", "\n").replace("\n", "\r\n" if "\r" in text else "\n")
    new = filled(before, {PLACE: Answer(words="2024"), ("om.text", "2022", 1): Answer(words="2025")})
    assert new is not None
    assert not [line for line in before.splitlines() if line not in new.splitlines()]
    assert ("\r\n" in new) is ("\r\n" in before)
    assert "\r" not in new.replace("\r\n", "")
