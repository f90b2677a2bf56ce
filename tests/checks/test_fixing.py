"""A fix changes the words it is about and nothing else, or it is not made."""

import pytest
from authored import HEAD

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.checks.fixing import fixed

_SECTION = HEAD + "body:\n  - section: Indledning\n    id: i\n    text: "


def finding(source: Source, *changes: tuple[str, str]) -> Diagnostic:
    """A finding that would put other words in the places of these, each of which stands once."""
    assert all(source.text.count(old) == 1 for old, _ in changes)
    places = ((source.text.index(old), old, new) for old, new in changes)
    edits = tuple(Edit(Span(source, at, at + len(old)), new) for at, old, new in places)
    return Diagnostic(code=Code.DOUBLE_WORD, message=msg("wrong"), span=edits[0].span, fix=edits)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("|\n      Parterne er er enige.\n", "er er", "er"),
        ("|\r\n      Parterne er er enige.\r\n      Og glade.\r\n", "er er", "er"),
        ('"Parterne \\"er er\\" enige." # er det\n', "er er", "er"),
        ("'Parterne ''er er'' enige.'\n", "er er", "er"),
        ("Parterne er er enige.\n", "er er", "er"),
        (">-\n      Parterne\n      er er enige.\n", "er er", "er"),
        ("|\n      I alt 40pct. af dem.\n", "40pct.", "40 pct."),
        ("|\n      Og ja\n", "ja", "jaja"),
    ],
)
def test_the_words_are_written_where_they_belong(text: str, old: str, new: str) -> None:
    source = Source("a.yaml", _SECTION + text)
    made = fixed(source, [finding(source, (old, new))])
    assert made.text == _SECTION + text.replace(old, new)
    assert len(made.findings) == 1


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("Mål:se nedenfor\n", "Mål:", "Mål: ", id="the value would become a key"),
        pytest.param("Nr.#1\n", "Nr.", "Nr. ", id="a comment would begin"),
        pytest.param("'Parterne er'\n", "Parterne", "Parterne's", id="the quotation would end"),
        pytest.param("|\n      1.juni er dagen.\n", "1.juni", "1. juni", id="a list would begin"),
        pytest.param("|\n      Det er navnet.\n", "navnet", "{{ navn }}", id="a parameter would come in"),
        pytest.param("Det er.  # note om det\n", "note om", "note", id="a comment is no text"),
        pytest.param("|\n      Det er.\n", "section", "sektion", id="a key is no text"),
        pytest.param("Det er.\n", "Aftale\ndate", "Aftalen\ndate", id="two lines of the file are no words"),
    ],
)
def test_what_would_change_more_than_words_is_not_done(text: str, old: str, new: str) -> None:
    source = Source("a.yaml", _SECTION + text)
    unsound = finding(source, (old, new))
    assert fixed(source, [unsound]).findings == ()
    assert fixed(source, [unsound]).text == source.text
    both = fixed(source, [unsound, finding(source, ("Indledning", "Indledningen"))])
    assert both.text == source.text.replace("Indledning", "Indledningen")


def test_of_a_finding_all_edits_are_made_or_none() -> None:
    source = Source("a.yaml", _SECTION + '"Han sagde ”ja’ og gik."\n')
    pair = finding(source, ("”", "»"), ("’", "«"))
    assert fixed(source, [pair]).text == _SECTION + '"Han sagde »ja« og gik."\n'
    broken = finding(source, ("”", "»"), ("’", '"'))
    assert fixed(source, [broken]).text == source.text


def test_of_two_that_write_in_the_same_place_the_first_is_made() -> None:
    source = Source("a.yaml", _SECTION + "Parterne er er  enige.\n")
    first, second = finding(source, ("er er", "er")), finding(source, ("er  enige", "er enige"))
    made = fixed(source, [first, second])
    assert made.findings == (first,)
    assert made.text == _SECTION + "Parterne er  enige.\n"
    assert len(fixed(source, [first, finding(source, ("er er", "er"))]).findings) == 2


def test_a_source_that_cannot_be_read_is_left_as_it_is() -> None:
    source = Source("a.yaml", _SECTION.replace("status", "stade") + "Parterne er er enige.\n")
    assert fixed(source, [finding(source, ("er er", "er"))]).text == source.text
