"""The clause that words stand in."""

import pytest

from kdnet_docs.reading.clauses import clause_at
from kdnet_docs.reading.sentences import sentence_place


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Så kom året. I 2022 blev det målt. Det er godt.", "I 2022 blev det målt."),
        ("Det sker nu, og i 2022 skal det måles, hvis det kan.", "og i 2022 skal det måles"),
        ("Foreningen, der i 2022 har spillet, er stor.", "der i 2022 har spillet"),
        ("I 2022 vurderer de virksomheder der har svaret.", "I 2022 vurderer de virksomheder"),
        ("De virksomheder der i 2022 har svaret.", "De virksomheder der i 2022 har svaret."),
        ("Der måles bl. a. i 2022 hos alle.", "Der måles bl. a. i 2022 hos alle."),
    ],
)
def test_a_clause_goes_from_comma_to_comma_or_to_what_tells_more(text: str, clause: str) -> None:
    at = text.index("2022")
    assert clause_at(text, (at, at + 4), sentence_place(text, at), "da") == clause


def test_a_clause_in_english() -> None:
    text = "In 2022 the firms that have answered are asked."
    assert clause_at(text, (3, 7), (0, len(text)), "en") == "In 2022 the firms"


def test_a_clause_without_end_is_cut() -> None:
    text = "ord " * 1000 + "2022 " + "ord " * 1000
    at = text.index("2022")
    assert len(clause_at(text, (at, at + 4), (0, len(text)), "da")) < 1000
