"""The two constructed versions beside those that followed them: every fact, as it was read and confirmed.

A line is a fact: its kind, the clause, the sentence, and its places in the sources. After a change that is
meant: `KDNET_RENEW_GOLDEN=1 pytest tests/compare/test_golden.py`, and read the difference that git shows,
with the sources beside it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from project_documents import document

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.fact import Fact, Spot
from kdnet_docs.compare.sentences import sentence

GOLDEN = Path(__file__).parent / "golden"
PAIRS = (
    ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"),
    ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"),
)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_facts_are_as_they_were_read_and_confirmed(old: str, new: str) -> None:
    found = "".join(f"{line}\n" for line in lines(old, new))
    golden = GOLDEN / f"{old.replace('@', '-')}-to-{new.split('@')[1]}.txt"
    if os.environ.get("KDNET_RENEW_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def lines(old: str, new: str) -> Iterator[str]:
    for fact in compare(document(old), document(new)).facts:
        parts = (fact.kind.value, fact.where.clause or "-", sentence(fact).to("da"), _places(fact))
        yield " | ".join(parts)


def _places(fact: Fact) -> str:
    """The lines of the sources, the old before the new; of what has many places, the first three."""
    shown = dict.fromkeys(f"{_line(place.old)} → {_line(place.new)}" for place in fact.places)
    more = f", … ({len(shown)})" if len(shown) > 3 else ""
    return f"{', '.join(list(shown)[:3])}{more}"


def _line(spot: Spot | None) -> str:
    return f"{Path(spot.span.source.name).stem}:{spot.span.line}" if spot and spot.span else "-"
