"""The same words set otherwise."""

import pytest
from authored import contract, document
from two_texts import facts, told

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.sentences import sentence


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        (
            "Det er et konkret krav.",
            "Det er et **konkret krav**.",
            ["”konkret krav” er nu fremhævet (fed)"],
        ),
        (
            "Det er *et krav*.",
            "Det er **et krav**.",
            ["”et krav” er nu fremhævet (fed) og er ikke længere fremhævet (kursiv)"],
        ),
        (
            "Se vores side.",
            "Se [vores side](https://example.org).",
            ["”vores side” henviser nu til https://example.org"],
        ),
        (
            "Et *krav* og et andet krav.",
            "Et krav og et *andet* krav.",
            ["”krav” er ikke længere fremhævet (kursiv)", "”andet” er nu fremhævet (kursiv)"],
        ),
    ],
)
def test_words_that_are_set_otherwise(old: str, new: str, meant: list[str]) -> None:
    assert [(fact.kind.value, sentence(fact).to("da")) for fact in facts(old, new)] == [
        ("formatting", said) for said in meant
    ]


def test_words_that_are_new_are_not_set_otherwise() -> None:
    assert [kind for kind, _, _ in told("Det er et krav.", "Det er et **vigtigt** krav.")] == ["text-changed"]


def test_a_heading_that_begins_a_page() -> None:
    old, new = (
        document(contract(f"- section: Indhold\n  text: Ord.\n- section: Tal\n{page}  text: Ord.\n"))
        for page in ("", "  new-page: true\n")
    )
    (fact,) = compare(old, new).facts
    assert sentence(fact).to("da") == "”Tal” begynder nu på en ny side"
