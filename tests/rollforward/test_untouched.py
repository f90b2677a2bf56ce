"""What is left as it was, so that somebody can look at it."""

from rolled import HEAD, draft_of, plan_of

from kdnet_docs.rollforward.decisions import Answer, Answers
from kdnet_docs.rollforward.untouched import untouched

SOURCE = (
    HEAD
    + """\
parties:
  - {id: a, name: Havnen, signatory: {name: Ida Bo, title: Formand}}
  - {id: b, name: Byen, signatory: {name: Bo Ida, title: Borgmester}}
body:
  - section: Om
    id: om-2022
    text: |
      I 2019 blev den stiftet.  I 2021 skal det ske.
  # som i 2020
  - table:
      id: fordeling
      columns:
        - {key: kommune, title: Kommune}
        - {key: beloeb, title: Beløb, type: amount}
      rows:
        - [Skive, 1.000]
  - signatures: [a, b]
"""
)


def told(answers: Answers) -> dict[str, list[str]]:
    """By the reason, the words with the line of the draft that they stand in."""
    found = plan_of(SOURCE)
    draft = draft_of(found, answers)
    lines = draft.source.text.splitlines()
    for one in untouched(found, answers, draft):
        for line, words in one.places:
            assert words in lines[line - 1] or words == "tables.fordeling"
    return {str(one.reason): [words for _, words in one.places] for one in untouched(found, answers, draft)}


def test_all_that_stays_is_told_with_its_reason_and_its_line_in_the_draft() -> None:
    assert told({}) == {
        "it looks back: it tells what was": ["2019"],
        "the amounts in the rows of these tables are still those of the old version": ["tables.fordeling"],
        "ids stay the same from year to year": ["om-2022"],
        "comments are yours": ["2020"],
        "is it still they who sign?": ["Ida Bo", "Bo Ida"],
    }


def test_what_somebody_decided_to_keep_is_told_too() -> None:
    assert told({("om-2022.text", "2021", 1): Answer(words="2021")})["decided so"] == ["2021"]
