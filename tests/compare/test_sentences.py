"""Every fact is told in one plain sentence, with the separators of the reader's language."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from two_texts import facts

from kdnet_docs.compare.fact import ByDays, ByNumber, Fact, Kind, Where
from kdnet_docs.compare.sentences import kind_group, kind_groups, kind_name, sentence
from kdnet_docs.reading.values import Day, Duty, Figure, Value, Words

NOWHERE = (Where(old=None, new=None),)


def fact(kind: Kind, old: Value | None = None, new: Value | None = None, subject: str = "") -> Fact:
    return Fact(kind=kind, subject=subject, old=old, new=new, places=NOWHERE)


def words(text: str) -> Words:
    return Words(text=text)


def sides(kind: Kind) -> Iterator[tuple[Value | None, Value | None]]:
    """What a fact of a kind may hold: what was, what is, or both."""
    if kind.endswith(("-added", "-new")):
        yield None, words("ny")
    elif kind.endswith(("-removed", "-dropped", "-finished")):
        yield words("gammel"), None
    else:
        yield words("gammel"), words("ny")
    if kind not in BOTH and not kind.endswith(("-added", "-new", "-removed", "-dropped", "-finished")):
        yield None, words("ny")
        yield words("gammel"), None


BOTH = (Kind.HEADING, Kind.FOOTNOTE_CHANGED, Kind.BILAG_REPLACED)
"""Kinds that have both always."""


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_sentence_whatever_it_holds_a_name_and_a_group(kind: Kind) -> None:
    for old, new in sides(kind):
        told = sentence(fact(kind, old, new, "emne"))
        for text in (told.to("da"), told.to("en")):
            assert text
            assert text[0] in "”“" or text[0].isupper() or text.startswith(("emne", "ny", "gammel"))
            assert "”“" not in text
            assert "””" not in text
    assert kind_name(kind).to("da") != kind_name(kind).to("en") or kind is Kind.DEFINITION
    assert kind_group(kind) in kind_groups()


AARHUS = Fact(
    kind=Kind.AMOUNT,
    subject="Aarhus",
    old=Figure(number=Decimal(10_104_000), unit="kr.", text="10.104"),
    new=Figure(number=Decimal(10_331_000), unit="kr.", text="10.331"),
    places=NOWHERE,
    difference=ByNumber(amount=Decimal(227_000), unit="kr.", per_cent=Decimal("2.2466")),
    direction="raised",
)


def test_numbers_have_the_separators_of_the_language_the_sentence_is_in() -> None:
    assert sentence(AARHUS).to("da") == (
        "Aarhus: Beløbet er hævet fra 10.104.000 kr. til 10.331.000 kr. (+227.000 kr., +2,2 pct.)"
    )
    assert sentence(AARHUS).to("en") == (
        "Aarhus: The amount has been raised from 10,104,000 kr. to 10,331,000 kr. "
        "(+227,000 kr., +2.2 per cent)"
    )


@pytest.mark.parametrize(
    ("days", "meant"),
    [(31, "31 dage senere"), (1, "1 dag senere"), (-1, "1 dag tidligere"), (-1200, "1.200 dage tidligere")],
)
def test_a_deadline_is_so_many_days_later_or_earlier(days: int, meant: str) -> None:
    moved = Fact(
        kind=Kind.DEADLINE,
        subject="",
        old=words("1. marts 2021"),
        new=words("en anden dag"),
        places=NOWHERE,
        difference=ByDays(days=days),
    )
    assert sentence(moved).to("da") == f"Fristen er rykket fra 1. marts 2021 til en anden dag ({meant})"


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        (
            "Parterne mødes to gange om året.",
            "Parterne mødes tre gange om året.",
            "Hyppigheden er ændret fra to gange om året til tre gange om året",
        ),
        (
            "Status gives halvårligt til os.",
            "Status gives årligt til os.",
            "Hyppigheden er ændret fra halvårligt til årligt: ”Status gives … til os”",
        ),
        (
            "Det er klar i efteråret 2022.",
            "Det er klar i 1. kvartal 2022.",
            "Tidspunktet er ændret fra efteråret 2022 til 1. kvartal 2022 (8 måneder tidligere)",
        ),
        (
            "Aftalen gælder til og med 31. december 2021.",
            "Aftalen gælder.",
            "Slutdatoen 31. december 2021 er udgået: ”Aftalen gælder …”",
        ),
        (
            "Det sker senest den 1. oktober hvert år.",
            "Det sker tidligst den 1. oktober hvert år.",
            "Fristen er ændret fra senest den 1. oktober hvert år til den 1. oktober hvert år",
        ),
        (
            "Her i kommunen bør parterne rådgive.",
            "Her i kommunen skal parterne rådgive.",
            "Forpligtelsen er strammet fra ”bør” til ”skal”: ”Her i kommunen skal parterne rådgive”",
        ),
    ],
)
def test_what_changed_is_called_by_its_name(old: str, new: str, meant: str) -> None:
    told = [sentence(one).to("da") for one in facts(old, new)]
    assert any(said.startswith(meant) for said in told), told


def test_an_obligation_is_stricter_or_looser() -> None:
    loose = Fact(
        kind=Kind.OBLIGATION,
        subject="Parterne … afholde arrangementer",
        old=Duty(force="shall", text="skal"),
        new=Duty(force="may", text="kan"),
        places=NOWHERE,
        direction="looser",
    )
    assert sentence(loose).to("da") == (
        "Forpligtelsen er løsnet fra ”skal” til ”kan”: ”Parterne kan afholde arrangementer”"
    )


def test_what_is_measured_may_have_a_clause_of_its_own() -> None:
    old, new = (Figure(number=Decimal(number), unit="pct.", text=f"{number} pct.") for number in (40, 50))
    raised = fact(Kind.TARGET, old, new, "virksomheder, der er nye")
    assert (
        sentence(raised).to("da") == "Målet for virksomheder, der er nye, er ændret fra 40 pct. til 50 pct."
    )


def test_a_figure_that_counts_something_says_what_as_it_stands() -> None:
    figures = (
        Figure(number=Decimal(2), unit="gange", text="2"),
        Figure(number=Decimal(3), upto=Decimal(4), unit="gange", text="3-4"),
    )
    assert sentence(fact(Kind.QUANTITY, *figures)).to("da") == "Tallet er ændret fra 2 gange til 3-4 gange"


def test_a_long_passage_is_cut_between_two_words() -> None:
    told = sentence(fact(Kind.TEXT_ADDED, new=words("ord " * 100))).to("da")
    assert len(told) < 200
    assert told.endswith("ord …”")


def test_a_footnote_mark_is_named() -> None:
    assert sentence(fact(Kind.TEXT_CHANGED, new=words("\ufffc"))).to("da") == "”et fodnotetegn” er kommet til"


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        (date(2021, 9, 30), date(2023, 9, 30), "2 år senere"),
        (date(2022, 1, 1), date(2021, 1, 1), "1 år tidligere"),
        (date(2023, 11, 30), date(2023, 5, 31), "6 måneder tidligere"),
        (date(2022, 1, 31), date(2022, 2, 28), "1 måned senere"),
        (date(2022, 1, 1), date(2022, 1, 15), "14 dage senere"),
    ],
)
def test_whole_years_and_months_are_said_as_such(old: date, new: date, meant: str) -> None:
    moved = Fact(
        kind=Kind.DATE,
        subject="",
        old=Day(day=old, text="da"),
        new=Day(day=new, text="nu"),
        places=NOWHERE,
        difference=ByDays(days=(new - old).days),
    )
    assert sentence(moved).to("da") == f"Datoen er ændret fra da til nu ({meant})"


def test_a_paragraph_with_many_changes_tells_one_and_how_many_more() -> None:
    changed = Fact(
        kind=Kind.TEXT_CHANGED, subject="Økonomi", old=words("før"), new=words("nu"), places=NOWHERE * 3
    )
    assert sentence(changed).to("da") == "”før” er blevet til ”nu” (og 2 ændringer mere i afsnittet)"
