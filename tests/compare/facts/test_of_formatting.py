"""The same words set otherwise."""

import pytest
from authored import contract, document
from two_texts import told

from kdnet_docs.compare.compare import compare


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Det er et konkret krav.", "Det er et **konkret krav**.", "konkret krav"),
        ("Det er *et krav*.", "Det er **et krav**.", "et krav"),
        ("Se vores side.", "Se [vores side](https://example.org).", "vores side"),
        ("Et *krav* og et andet krav.", "Et krav og et *andet* krav.", "krav … andet"),
    ],
)
def test_words_that_are_set_otherwise(old: str, new: str, words: str) -> None:
    assert told(old, new) == [("formatting", words, words)]


def test_words_that_are_new_are_not_set_otherwise() -> None:
    assert [kind for kind, _, _ in told("Det er et krav.", "Det er et **vigtigt** krav.")] == ["text-changed"]


def test_a_heading_that_begins_a_page() -> None:
    old, new = (
        document(contract(f"- section: Indhold\n  text: Ord.\n- section: Tal\n{page}  text: Ord.\n"))
        for page in ("", "  new-page: true\n")
    )
    facts = compare(old, new).facts
    assert [(fact.kind.value, fact.subject) for fact in facts] == [("formatting", "Tal")]
