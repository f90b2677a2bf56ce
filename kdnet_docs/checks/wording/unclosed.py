"""A bracket or a quotation that is opened and not closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.quotation import pairs_and_loose
from kdnet_docs.checks.subject import Subject

_LEADS_ON = (":", ",", ";", "–", "…", "...")
_CLOSES = {"“": "”", "„": "”", "»": "«", "«": "»", "(": ")"}


def unclosed(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each bracket and quotation mark without its other.

    What leads on to a list may close it there, and a quotation may go on for several paragraphs.
    """
    loose = [_Loose(passage, at) for passage in subject.passages for at in pairs_and_loose(passage.text)[1]]
    continued = {
        place for one, other in pairwise(loose) if _goes_on(one, other) for place in (id(one), id(other))
    }
    for one in loose:
        if id(one) not in continued and not one.leads_on:
            yield from found(
                Code.UNCLOSED,
                one.passage,
                (one.at, one.at + 1),
                (
                    msg("{mark} has no other that belongs to it", mark=one.mark),
                    msg("put in the one that is missing, or take this one away"),
                ),
            )


@dataclass(frozen=True, slots=True)
class _Loose:
    """A mark that stands alone in its passage."""

    passage: Passage
    at: int

    @property
    def mark(self) -> str:
        return self.passage.text[self.at]

    @property
    def leads_on(self) -> bool:
        return self.passage.text.rstrip("\ufffc \n").endswith(_LEADS_ON)


def _goes_on(one: _Loose, other: _Loose) -> bool:
    """Whether the first opens what the second, in a later paragraph or item, closes."""
    if one.passage is other.passage or other.mark != _CLOSES.get(one.mark, one.mark):
        return False
    ends = other.at >= len(other.passage.text.rstrip("\ufffc .,")) - 1
    return ends and (one.leads_on or (one.at == 0 and one.mark != "("))
