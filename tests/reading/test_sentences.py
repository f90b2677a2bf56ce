"""Where sentences end, and where a full stop does not end one."""

import pytest

from kdnet_docs.reading.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Parterne mødes. De taler.", ["Parterne mødes.", "De taler."]),
        ("Det gælder bl.a. Viborg og f.eks. Aarhus.", ["Det gælder bl.a. Viborg og f.eks. Aarhus."]),
        ("Senest d. 1. marts. Derefter ikke.", ["Senest d. 1. marts.", "Derefter ikke."]),
        ("Målet er 45 pct. I 2023 er det 50 pct.", ["Målet er 45 pct.", "I 2023 er det 50 pct."]),
        ("Salg mv. Det er alt", ["Salg mv.", "Det er alt"]),
        ("Uden punktum", ["Uden punktum"]),
        ('Han sagde "ja." Så gik han.', ['Han sagde "ja."', "Så gik han."]),
        ("En linje\nen til", ["En linje", "en til"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_sentence_in_which_something_stands() -> None:
    text = "Parterne mødes. De taler."
    assert sentence_at(text, 3) == "Parterne mødes."
    assert sentence_at(text, 18) == "De taler."
