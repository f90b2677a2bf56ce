"""Figures, dates and obligations as contracts write them, read into values."""

from datetime import date
from decimal import Decimal

import pytest
from planted import CONTRACT, planted
from project_documents import REFERENCES, document

from kdnet_docs.document.anatomy import anatomy
from kdnet_docs.reading.read import not_understood, read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Day, Duty, Figure, Period


def only(text: str, language: str = "da") -> Read:
    """The one value of a text, which is read whole; articles and obligations aside."""
    found = [one for one in read(text, language, 2022) if one.kind not in ("duty", "negation", "bound")]
    assert len(found) == 1, found
    return found[0]


def summary(one: Read) -> object:
    match one.value:
        case Figure(number=number, upto=None, unit=unit, bound=None):
            return one.kind, number, unit
        case Figure(number=number, upto=upto, unit=unit, bound=bound):
            return one.kind, number, unit, upto, bound
        case Day(day=day):
            return one.kind, day
        case Period(first=first, last=last):
            return one.kind, first, last
        case Duty(force=force):
            return one.kind, force
        case _:
            return one.kind, one.value.text


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("39.010", ("quantity", 39010, "")),
        ("39,010 mio. kr.", ("amount", 39_010_000, "kr.")),
        ("2 mia. kr.", ("amount", 2_000_000_000, "kr.")),
        ("1½ mio. kr.", ("amount", 1_500_000, "kr.")),
        ("500 t.kr.", ("amount", 500_000, "kr.")),
        ("kr. 1,5 mio.", ("amount", 1_500_000, "kr.")),
        ("DKK 1.200.000", ("amount", 1_200_000, "kr.")),
        ("45 pct.", ("quantity", 45, "pct.")),
        ("65pct.", ("quantity", 65, "pct.")),
        ("80%", ("quantity", 80, "pct.")),
        ("+/- 10%", ("quantity", 10, "pct.")),
        ("0,5 promille", ("quantity", Decimal("0.5"), "promille")),
        ("5 procentpoint", ("quantity", 5, "procentpoint")),
        ("3-4 gange om ugen", ("quantity", 3, "gange om ugen", 4, None)),
        ("fire til seks medlemmer", ("quantity", 4, "medlemmer", 6, None)),
        ("mindst 4 møder", ("quantity", 4, "møder", None, "at-least")),
        ("min. 600", ("quantity", 600, "", None, "at-least")),
        ("ikke mere end 10 pct.", ("quantity", 10, "pct.", None, "at-most")),
        ("op til 50 ansatte", ("quantity", 50, "ansatte", None, "at-most")),
        ("to lokale mål", ("quantity", 2, "lokale mål")),
        ("et lokalt mål", ("quantity", 1, "lokalt mål")),
        ("halvårligt", ("quantity", 2, "gange om året")),
        ("1. januar 2022", ("date", date(2022, 1, 1))),
        ("d. 1. januar 2022", ("date", date(2022, 1, 1))),
        ("1.1.2022", ("date", date(2022, 1, 1))),
        ("1/7 2022", ("date", date(2022, 7, 1))),
        ("2022-01-01", ("date", date(2022, 1, 1))),
        ("3. februar", ("date", date(2022, 2, 3))),
        ("senest 1. marts", ("deadline", date(2022, 3, 1))),
        ("senest den 1. marts året efter", ("deadline", date(2023, 3, 1))),
        ("inden udgangen af 2022", ("deadline", date(2022, 12, 31))),
        ("ultimo juni 2022", ("deadline", date(2022, 6, 30))),
        ("primo 2023", ("deadline", date(2023, 1, 1))),
        ("efteråret 2022", ("deadline", date(2022, 9, 1), date(2022, 11, 30))),
        ("4. kvartal 2021", ("deadline", date(2021, 10, 1), date(2021, 12, 31))),
        ("tredje kvartal 2022", ("deadline", date(2022, 7, 1), date(2022, 9, 30))),
        ("1. halvår 2022", ("deadline", date(2022, 1, 1), date(2022, 6, 30))),
        ("maj 2021", ("deadline", date(2021, 5, 1), date(2021, 5, 31))),
        ("2019-2020", ("period", date(2019, 1, 1), date(2020, 12, 31))),
        ("2021 – 2023", ("period", date(2021, 1, 1), date(2023, 12, 31))),
        ("1. januar til 31. marts 2021", ("period", date(2021, 1, 1), date(2021, 3, 31))),
        ("2022", ("year", date(2022, 1, 1), date(2022, 12, 31))),
        ("kapitel 3", ("reference", "kapitel 3")),
        ("§ 7, stk. 2", ("reference", "§ 7, stk. 2")),
        (
            "lov nr. 1518 af 18. december 2018",
            ("reference", "lov nr. 1518 af 18. december 2018"),
        ),
        ("covid-19", ("name", "covid-19")),
        ("kl. 12.30", ("name", "kl. 12.30")),
        ("på 1) anbefalinger", ("name", "1)")),
    ],
)
def test_what_danish_contracts_say(text: str, meaning: object) -> None:
    assert summary(only(text)) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("DKK 250,000", ("amount", 250_000, "kr.")),
        ("1.75 million euros", ("amount", 1_750_000, "EUR")),
        ("at least 45 per cent", ("quantity", 45, "pct.", None, "at-least")),
        ("five meetings", ("quantity", 5, "meetings")),
        ("quarterly", ("quantity", 4, "times a year")),
        ("March 1, 2022", ("date", date(2022, 3, 1))),
        ("no later than 15 March 2022", ("deadline", date(2022, 3, 15))),
        ("by the end of 2022", ("deadline", date(2022, 12, 31))),
        ("third quarter of 2022", ("deadline", date(2022, 7, 1), date(2022, 9, 30))),
        ("2021-2023", ("period", date(2021, 1, 1), date(2023, 12, 31))),
        ("clause 4", ("reference", "clause 4")),
    ],
)
def test_what_english_contracts_say(text: str, meaning: object) -> None:
    assert summary(only(text, "en")) == meaning


@pytest.mark.parametrize(
    ("text", "language", "meanings"),
    [
        ("Huset skal", "da", [("duty", "shall")]),
        ("Huset er forpligtet til", "da", [("duty", "shall")]),
        ("Huset bør ikke", "da", [("duty", "must-not")]),
        ("Huset må", "da", [("duty", "may")]),
        ("Huset må ikke", "da", [("duty", "must-not")]),
        ("Huset behøver ikke", "da", [("duty", "need-not")]),
        ("Huset er berettiget til", "da", [("duty", "may")]),
        ("Huset skal ikke alene vejlede, men også hjælpe", "da", [("duty", "shall")]),
        ("Huset deltager ikke", "da", [("negation", "none")]),
        ("Ikke mindst kommunerne", "da", []),
        ("man kan som minimum se", "da", [("duty", "may"), ("bound", "at-least")]),
        ("The party shall not", "en", [("duty", "must-not")]),
        ("The party need not", "en", [("duty", "need-not")]),
        ("The party is entitled to", "en", [("duty", "may")]),
    ],
)
def test_how_far_words_bind(text: str, language: str, meanings: list[object]) -> None:
    assert [summary(one) for one in read(text, language, 2022)] == meanings


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_figure_of_the_real_documents_is_understood(reference: str) -> None:
    made = document(reference)
    left = {leaf.id: not_understood(leaf.text, made.language) for leaf in anatomy(made).leaves.values()}
    assert {leaf: digits for leaf, digits in left.items() if digits} == {}


def test_every_figure_of_the_planted_edits_is_understood() -> None:
    words = planted(CONTRACT.read_text(encoding="utf-8"))
    sentences = [
        line.strip() for line in words.splitlines() if line.startswith("          ") and ". " in line
    ]
    assert [left for line in sentences if "{{" not in line and (left := not_understood(line, "da"))] == []


@pytest.mark.parametrize("figures", [(600, 550), (36, 33)])
def test_a_year_begins_no_range_with_a_figure(figures: tuple[int, ...]) -> None:
    text = f"hæves fra {figures[0]} i 2021 til {figures[1]} i 2022"
    found = [one.value.number for one in read(text, "da", 2022) if isinstance(one.value, Figure)]
    assert [int(number) for number in found] == list(figures)


def test_digits_that_make_no_sense_are_said_to_be_not_understood() -> None:
    assert not_understood("Beløbet er 12,34,56 og 45 pct.", "da") == ("12", "34", "56")
