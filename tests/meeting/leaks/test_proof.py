"""The proof finds what is closed wherever it is planted, and says where; elsewhere it finds nothing."""

from collections.abc import Callable, Mapping

import pytest
from leaks import AMOUNT, PDFS, TEXTS, WORD_FILES, WORDS

from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.leaks.needles import Needle, needles
from kdnet_docs.meeting.leaks.proof import search

SOURCE = Source("moede.yaml", f"sagsfremstilling: {WORDS}\nbeløb: {AMOUNT} kr.\n")
PLACE = Span(SOURCE, 18, 18 + len(WORDS))
WANTED: Mapping[Needle, Span] = dict.fromkeys((*needles(WORDS), *needles(AMOUNT)), PLACE)

PLANTED = [
    pytest.param(f"a.{ending}", made, where, id=f"{ending} {name}")
    for ending, table in (("pdf", PDFS), ("docx", WORD_FILES), ("txt", TEXTS))
    for name, (made, where) in table.items()
]


@pytest.mark.parametrize(("name", "made", "where"), PLANTED)
def test_what_is_planted_is_found_and_its_place_named(
    name: str, made: Callable[[], bytes], where: str
) -> None:
    found = list(search(WANTED, {"b.txt": b"Intet.", name: made()}))
    assert [finding.code.value for finding in found] == ["KD861"]
    told = str(found[0].message)
    assert name in told
    assert where in told


def test_there_are_enough_places() -> None:
    assert len(PLANTED) >= 55


def test_the_name_of_a_file_gives_nothing_away_and_is_not_told() -> None:
    (found,) = search(WANTED, {"a.txt": b"", f"{WORDS}.txt": b"Intet."})
    assert str(found.message).endswith("the name of file 1")


def test_no_finding_shows_the_closed_words() -> None:
    (found,) = search(WANTED, {"a.txt": WORDS.encode()})
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, 19)
    assert found.span.text.replace("·", "").strip() == ""
    assert "Nordhavn" not in f"{found.message}{found.hint}{found.span.source.text}"


@pytest.mark.parametrize(
    "innocent",
    [
        "Kommunen køber grunden ved Sydhavn af andre.",
        "14.250.001 kr. og 114.250.000 kr. og 4250",
        "til Skagen ved Nordhavn",
        "",
    ],
)
def test_other_words_are_no_leak(innocent: str) -> None:
    assert list(search(WANTED, {"a.txt": innocent.encode()})) == []


def test_a_number_of_a_sentence_is_a_leak_by_itself_and_a_name_is_told_of_once() -> None:
    said = "Skagen Tank har budt 14.250.000 kr. for den grund."
    wanted = dict.fromkeys(needles(said), PLACE)
    files = {"a.txt": b"I alt 14 250 000 kr.", "b.txt": b"Mvh. Skagen Tank", "c.txt": b"Fra Skagen Tank"}
    found = [(one.code.value, str(one.message)) for one in search(wanted, files)]
    assert [code for code, _ in found] == ["KD861", "KD863"]
    assert "a.txt" in found[0][1]
    assert "b.txt" in found[1][1]
