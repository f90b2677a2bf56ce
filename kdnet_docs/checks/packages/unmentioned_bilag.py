"""A bilag that no text speaks of: its reader does not learn what it is for."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.assembly.bilag import NumberedBilag, numbered_bilag
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.model.meeting import AgendaItem, Meeting
from kdnet_docs.sources.bilag import MeetingSources

_ALL = re.compile(
    r"\b(?:bilag(?:ene|et)?\b(?!\s*(?:\d|\{\{)|\.\w)|ved(?:lagt|lægge|hæft|føj)\w*|medsend\w*|appendi(?:x|ces)|enclos\w*|attach\w*)",
    re.IGNORECASE,
)
"""What speaks of every bilag of its point."""
_NUMBERS = re.compile(r"\bbilag(?:ene)?\s+(\d[\d.]*(?:\s*(?:,|og|samt|til|-|–)\s*\d[\d.]*)*)", re.IGNORECASE)
_NUMBER = re.compile(r"(-|–|til)?\s*(\d+(?:\.\d+)?)")
_WORD = re.compile(r"[^\W\d_]{5,}")
_SAYS_NOTHING = frozenset(
    {"bilag", "udkas", "forsl", "notat", "oversi", "samlet", "vedrør", "endeli", "revide"}
)
_STEM = 6
"""Letters of a word that are the same whatever its ending."""


def unmentioned_bilag(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A note for each bilag of a point with a text, that no text of the meeting speaks of."""
    packages = (*sources.sent, sources.meeting)
    mentioned = {
        number for package in packages for text in _texts(package.agenda) for number in _numbers(text)
    }
    for one in numbered_bilag(sources.meeting, sources.sent):
        items = [item for package in packages for item in package.agenda if item.number == one.item.number]
        said = " ".join(_texts(items))
        if said.strip() and one.number not in mentioned and not _speaks_of(one, items, said, packages):
            yield Diagnostic(
                code=Code.UNMENTIONED_BILAG,
                message=msg(
                    "nothing is said of bilag {number} in the point that it belongs to", number=one.number
                ),
                span=one.bilag.span_of("title"),
                hint=msg(
                    'say what it is for, such as "jf. bilag {number}", or leave it out', number=one.number
                ),
            )


def _texts(items: Sequence[AgendaItem]) -> Iterator[str]:
    for item in items:
        for wording in (item.sagsfremstilling, item.indstilling, item.beslutning):
            if wording is not None:
                yield wording.text


def _speaks_of(
    one: NumberedBilag, items: Sequence[AgendaItem], said: str, packages: Sequence[Meeting]
) -> bool:
    """Whether words of the point mean this bilag: all its bilag, or the bilag's id or its title."""
    if _ALL.search(said):
        return True
    every = " ".join(text for package in packages for text in _texts(package.agenda))
    if one.bilag.id and re.search(rf"\{{\{{\s*bilag\.{re.escape(one.bilag.id)}\s*[|}}]", every):
        return True
    titled = " ".join((said, *(item.title.text for item in items if item.title)))
    return bool(_stems(one.bilag.title.text) & _stems(titled))


def _stems(text: str) -> frozenset[str]:
    found = {word[:_STEM].lower() for word in _WORD.findall(text)}
    return frozenset(stem for stem in found if not any(stem.startswith(one[:5]) for one in _SAYS_NOTHING))


def _numbers(text: str) -> Iterator[str]:
    """The numbers of bilag that a text names: "bilag 1, 3 og 5-7"."""
    for match in _NUMBERS.finditer(text):
        last = None
        for joined, number in _NUMBER.findall(match[1]):
            if joined and last is not None and number.isdigit() and int(number) - last <= 100:  # noqa: PLR2004
                yield from map(str, range(last + 1, int(number)))
            yield number
            last = int(number) if number.isdigit() else None
