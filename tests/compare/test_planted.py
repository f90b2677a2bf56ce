"""Forty-three known edits in the real contract: each is found for what it is, and nothing else is."""

from functools import cache

import pytest
from planted import (
    AFVIGELSER,
    ARRANGEMENTER,
    CONTRACT,
    EDITS,
    FORNOEDNE,
    GENFORHANDLING,
    KLIMATJEK,
    REGISTER,
    SPARRING,
    planted,
)

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.read import read

# For each edit in turn: the fact, what was, and what is (the beginning of it; "" where there is nothing).
MEANT: tuple[tuple[Kind, str, str], ...] = (
    (Kind.TOTAL, "39.010", "41.250"),
    (Kind.PERIOD, "2022", "2023"),
    (Kind.PROPERTY, "1. januar 2022", "1. januar 2023"),
    (Kind.OBLIGATION, "skal", "kan"),
    (Kind.QUANTITY, "3-4", "mindst 4"),
    (Kind.TARGET, "45 pct.", "48 pct."),
    (Kind.TARGET, "48 pct.", "52 pct."),
    (Kind.TARGET, "80 pct.", "85 pct."),
    (Kind.TYPOGRAPHY, "de vejlede", "de vejledte"),
    (Kind.TARGET, "70", "75"),
    (Kind.TARGET, "5.000", "5.500"),
    (Kind.TEXT_CHANGED, "Det skal blandt andet", "Dette skal medvirke til"),
    (Kind.TYPOGRAPHY, ".", ""),
    (Kind.TEXT_CHANGED, "", "afgørende"),
    (Kind.TEXT_ADDED, "", REGISTER.strip()),
    (Kind.TEXT_REMOVED, ARRANGEMENTER.strip(), ""),
    (Kind.TEXT_ADDED, "", AFVIGELSER),
    (Kind.TEXT_ADDED, "", KLIMATJEK),
    (Kind.TEXT_ADDED, "", GENFORHANDLING),
    (Kind.TEXT_REMOVED, FORNOEDNE, ""),
    (Kind.TEXT_REMOVED, "I forhold til opfølgningen på anbefalinger til genstart", ""),
    (Kind.CLAUSE_MOVED, "4", "3"),
    (Kind.TEXT_MOVED, "KKR Midtjylland varetager i hver", "KKR Midtjylland varetager i hver"),
    (Kind.TEXT_CHANGED, "en nærmere aftale", "en skriftlig aftale"),
    (Kind.AMOUNT, "10.331", "11.480"),
    (Kind.AMOUNT, "2.876", "3.052"),
    (Kind.AMOUNT, "1.417", "1.502"),
    (Kind.AMOUNT, "2.831", "3.040"),
    (Kind.ROW_ADDED, "", "Djursland"),
    (Kind.ROW_REMOVED, "Samsø", ""),
    (Kind.ROW_MOVED, "Struer", "Struer"),
    (Kind.DEADLINE, "efteråret 2023", "foråret 2023"),
    (Kind.TEXT_MOVED, SPARRING, SPARRING),
    (Kind.TEXT_SPLIT, "Virksomhedskontakten", "Virksomhedskontakten"),
    (Kind.TEXT_JOINED, "Efter vedtagelse", "Efter vedtagelse"),
    (Kind.HEADING, "Økonomi", "Økonomi og finansiering"),
    *(((Kind.TYPOGRAPHY, "Afreportering", "Afrapportering"),) * 5),
    (Kind.FOOTNOTE_CHANGED, "Fordeling efter modtaget", "Fordeling efter endelig"),
    (Kind.FORMATTING, "konkret krav", "konkret krav"),
)
FOLLOWS = (
    (Kind.CLAUSE_RENUMBERED, "3", "4"),  # the clause that the moved one went past
    (Kind.TEXT_MOVED, "Kommuner, som måtte ønske det", "Kommuner, som måtte ønske det"),  # it was edited too
)


@cache
def comparison() -> Comparison:
    source = CONTRACT.read_text(encoding="utf-8")
    return compare(_document(source), _document(planted(source)))


def _document(text: str) -> Document:
    model = read(Source("2022.yaml", text))
    assert not isinstance(model, Refused)
    assert model.kind == "contract"
    return assemble(model).document


def test_each_edit_is_a_fact_and_each_fact_an_edit() -> None:
    left = [one for fact in comparison().facts for one in _each(fact)]
    assert len(MEANT) == len(EDITS) == 43
    missing = [meant for meant in (*MEANT, *FOLLOWS) if not _take(meant, left)]
    assert (missing, left) == ([], [])


def _each(fact: Fact) -> tuple[Fact, ...]:
    """The fact once for each of its edits: a word spelled right in five places was edited five times."""
    return (fact,) * (len(fact.places) if fact.kind is Kind.TYPOGRAPHY else 1)


def _take(meant: tuple[Kind, str, str], left: list[Fact]) -> bool:
    kind, old, new = meant
    for fact in left:
        before, now = _told(fact)
        if fact.kind is kind and _begins(before, old) and _begins(now, new):
            left.remove(fact)
            return True
    return False


def _told(fact: Fact) -> tuple[str, str]:
    """What was and what is; of a row, which row it is."""
    if fact.kind in (Kind.ROW_ADDED, Kind.ROW_REMOVED, Kind.ROW_MOVED):
        return (
            fact.subject if fact.kind is not Kind.ROW_ADDED else "",
            fact.subject if fact.kind is not Kind.ROW_REMOVED else "",
        )
    return _text(fact.old), _text(fact.new)


def _text(value: object) -> str:
    return getattr(value, "text", "")


def _begins(text: str, meant: str) -> bool:
    return text.startswith(meant) if meant else not text


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("45 pct.", "48 pct.", "3 procentpoint"),
        ("5.000", "5.500", "500"),
    ],
)
def test_a_raised_target_says_by_how_much(old: str, new: str, difference: str) -> None:
    (fact,) = [fact for fact in comparison().facts if _text(fact.old) == old and _text(fact.new) == new]
    assert fact.direction == "raised"
    assert fact.difference is not None
    assert (
        f"{getattr(fact.difference, 'amount', '')} {getattr(fact.difference, 'unit', '')}".strip()
        == difference
    )


def test_the_total_is_told_to_agree_with_its_rows_no_longer() -> None:
    (fact,) = [fact for fact in comparison().facts if fact.kind is Kind.TOTAL]
    assert fact.agrees == (True, False)
