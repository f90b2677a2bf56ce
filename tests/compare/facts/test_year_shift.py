"""The shift of years that every new version brings: one fact, and one for each that stands against it."""

import re

import pytest
from planted import CONTRACT
from project_documents import document
from two_texts import facts

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.fact import Kind
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.reading.values import Words
from kdnet_docs.sources.read import read

YEARS = ("2021", "2022")


def kinds(old: str, new: str, versions: tuple[str, str] = YEARS) -> list[tuple[str, int]]:
    """The kind of each fact, and in how many places it stands."""
    return [(fact.kind.value, len(fact.places)) for fact in facts(old, new, versions=versions)]


def test_years_dates_and_periods_that_are_shifted_alike_are_one_fact() -> None:
    old = "I 2021 skal det ske. Fra 1. januar 2021. Det måles i efteråret 2021. Aftalen 2020-2022 følges."
    new = "I 2022 skal det ske. Fra 1. januar 2022. Det måles i efteråret 2022. Aftalen 2021-2023 følges."
    (fact,) = facts(old, new, versions=YEARS)
    assert (fact.kind, fact.old, fact.new) == (Kind.YEAR_SHIFT, Words(text="2021"), Words(text="2022"))
    assert len(fact.places) == 4
    assert fact.minor


def test_each_year_is_told_with_the_places_in_which_it_stood() -> None:
    old = "I 2021 skal det ske. Fra 2020 gælder det. Det måles i 2021."
    new = "I 2022 skal det ske. Fra 2021 gælder det. Det måles i 2022."
    (fact,) = facts(old, new, versions=YEARS)
    assert sentence(fact).to("da") == (
        "Årstallene er rykket ét år frem: 2021 er blevet til 2022 (2 steder), 2020 til 2021 (1 sted)"
    )


def test_a_year_shifted_further_is_a_fact_of_its_own() -> None:
    old = "I 2021 skal det ske. Det måles i efteråret 2021."
    new = "I 2022 skal det ske. Det måles i efteråret 2023."
    assert kinds(old, new) == [("year-shift", 1), ("deadline", 1)]


def test_a_year_that_stayed_behind_is_a_fact() -> None:
    old = "I 2021 skal huset vejlede.\n\nI 2021 skal borgerne høres."
    new = "I 2022 skal huset vejlede.\n\nI 2021 skal borgerne høres."
    assert kinds(old, new) == [("year-shift", 1), ("year-kept", 1)]


@pytest.mark.parametrize(
    "words",
    [
        "I 2021 vurderer 60 pct. af dem, der har fået hjælp, at det virker.",
        "I 2021 angiver de virksomheder der har svaret, at det virker.",
        "Kommunen opgør det i efteråret 2021.",
        "Aftalen træder i kraft den 1. januar 2021.",
        "Den gælder til og med 31. december 2021.",
        "Det måles i tredje kvartal 2021.",
    ],
)
def test_what_is_to_be_has_to_be_shifted(words: str) -> None:
    old, new = f"{words} I 2021 skal det ske.", f"{words} I 2022 skal det ske."
    assert sorted(kinds(old, new)) == [("year-kept", 1), ("year-shift", 1)]


@pytest.mark.parametrize(
    "words",
    [
        "Parterne har i 2021 lavet en plan.",
        "Aftalen af 2. maj 2021 gælder.",
        "Rammeaftalen 2021-2023 skal følges.",
        "Det blev vedtaget i 2021.",
        "Sammenlignet med 2019 skal det være bedre.",
    ],
)
def test_what_happened_in_a_year_stays_there(words: str) -> None:
    old, new = f"{words} I 2021 skal det ske.", f"{words} I 2022 skal det ske."
    assert kinds(old, new) == [("year-shift", 1)]


def test_years_are_not_shifted_where_the_version_stays_the_same() -> None:
    assert kinds("I 2021 skal det ske.", "I 2022 skal det ske.", ("2021", "2021")) == [("period", 1)]


def test_without_years_in_the_versions_the_text_tells() -> None:
    old = "I 2021 skal det ske.\n\nI 2021 kan det måles.\n\nI 2021 bør det roses."
    assert kinds(old, old.replace("2021", "2022"), ("a", "b")) == [("year-shift", 3)]


def test_the_real_contract_is_shifted_and_keeps_no_year_by_mistake() -> None:
    found = compare(document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022")).facts
    assert [fact.kind for fact in found].count(Kind.YEAR_SHIFT) == 1
    assert Kind.YEAR_KEPT not in {fact.kind for fact in found}


def test_a_contract_of_which_only_the_years_move_on_is_one_fact() -> None:
    source = (CONTRACT.parent / "2021.yaml").read_text(encoding="utf-8")
    moved = re.sub(r"(?<![\d-])202[01](?!\d|-20)", lambda year: str(int(year[0]) + 1), source)
    old, new = (read(Source("aftale.yaml", text)) for text in (source, moved))
    assert not isinstance(old, Refused)
    assert not isinstance(new, Refused)
    (fact,) = compare(assemble(old).document, assemble(new).document).facts
    assert (fact.kind, len(fact.places)) == (Kind.YEAR_SHIFT, 18)
