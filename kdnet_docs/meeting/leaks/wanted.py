"""What is to be looked for in open files, and what cannot be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.leaks.closed_words import Words, closed_bilag, closed_words, open_words, words_in
from kdnet_docs.meeting.leaks.house_words import house_words
from kdnet_docs.meeting.leaks.needles import Haystack, Needle, letters, needles
from kdnet_docs.meeting.leaks.passages import read_aloud
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.sources.attachments import read_attachment
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import Authored

_IDS = ("id", "key")
_NEARLY_ALL = 0.8
_BY_ID = re.compile(r"\{\{.*?\}\}|(?<=\]\()\s*<?#[\w-]+|(?<=\]:)\s*<?#[\w-]+", re.DOTALL)
"""What names a part by its id; the open version has another one there."""


@dataclass(slots=True)
class Wanted:
    """The place in the sources of each needle; `findings` tell what the author must decide.

    `ordinary` are the closed words that cannot be looked for: they are too short, or stand in every file.
    """

    places: dict[Needle, Span] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    ordinary: list[Span] = field(default_factory=list)

    def told(self) -> Iterator[Diagnostic]:
        """The findings, those on words that cannot be looked for as one for each source."""
        yield from self.findings
        of_source: dict[Source, list[Span]] = defaultdict(list)
        for span in dict.fromkeys(self.ordinary):
            of_source[span.source].append(span)
        for spans in of_source.values():
            lines = ", ".join(str(line) for line in sorted({span.line for span in spans}))
            yield Diagnostic(
                code=Code.CLOSED_ORDINARY,
                message=msg(
                    "closed words that are too short or too common to be looked for stand in line {lines}",
                    lines=lines,
                ),
                span=hidden(spans[0]),
                hint=msg("look yourself whether they stand in the open files"),
            )


def wanted_in(project: Project, models: Sequence[Authored]) -> Wanted:
    """What is to be looked for, of all that is closed in these sources."""
    wanted = Wanted()
    withheld = _withheld(models)
    shown = [model for model in models if _reference(model) not in withheld]
    every = [words for model in shown for words in open_words(model)]
    opened = _Opened(every, house_words(project), "\n".join(_known(models)))
    for model in shown:
        for words in closed_words(model):
            _of_words(words, opened, wanted)
    for model in models:
        if _reference(model) in withheld:
            _of_all(words_in(model.node), opened, wanted)
        if _reference(model) in withheld or any(True for _ in closed_words(model)):
            digest = Needle(model.span.source.digest, run=False, is_plain=False)
            wanted.places.setdefault(digest, model.span)
    wanted.findings.extend(_closed_before([model for model in models if isinstance(model, Meeting)]))
    for bilag in (one for model in models for one in closed_bilag(model) if one.file):
        _of_file(project, bilag, opened, wanted)
    return wanted


class _Opened:
    """The open words of the sources, the house's own, and the names that everybody knows."""

    def __init__(self, words: Sequence[Words], house: str, known: str) -> None:
        self._words = words
        self._stacks = [Haystack(_BY_ID.sub(" ", one.text)) for one in words]
        self._letters = "|".join(stack.letters for stack in self._stacks)
        self._house = Haystack(house)
        self._known = Haystack(known)

    def place(self, needle: Needle) -> Words | None:
        """The open words of a source in which the closed ones stand."""
        if needle.letters not in self._letters:
            return None
        pairs = zip(self._words, self._stacks, strict=True)
        return next((words for words, stack in pairs if stack.has(needle)), None)

    def is_the_houses(self, needle: Needle) -> bool:
        """Whether the words are in every file, for the program or the template writes them."""
        return self._house.has(needle)

    def is_known(self, needle: Needle) -> bool:
        """Whether it is a name of those whose meeting or contract it is."""
        return needle.is_name and self._known.has(needle)


def _of_words(words: Words, opened: _Opened, wanted: Wanted) -> None:
    found = tuple(needles(words.text))
    if not found and words.key not in _IDS and letters(words.text):
        wanted.ordinary.append(words.span)
    runs = [needle for needle in found if needle.run and not needle.is_plain]
    places = [place for needle in runs if (place := opened.place(needle))]
    # A turn of phrase may stand twice; where nearly all of a text does, as in an older version, it is open.
    if len(places) > len(runs) * _NEARLY_ALL:
        wanted.findings.append(_also_open(words, places[0]))
    told: list[str] = []
    for needle in found:
        place = opened.place(needle)
        if place is None and not (opened.is_the_houses(needle) or opened.is_known(needle)):
            wanted.places.setdefault(needle, words.place_of(needle) if needle.is_told else words.span)
        elif words.key in _IDS or (needle.run and not needle.is_told) or opened.is_known(needle):
            continue
        elif needle.is_told:
            # Of a name that is told of whole, the parts need not be.
            if place is not None and not any(needle.letters in other for other in told):
                told.append(needle.letters)
                wanted.findings.append(_known_already(words, place, needle))
        elif place is None or needle.is_common:
            wanted.ordinary.append(words.span)
        else:
            told.append(needle.letters)
            wanted.findings.append(_also_open(words, place))


def _of_all(every: Iterable[Words], opened: _Opened, wanted: Wanted) -> None:
    """Of a document that does not go along at all: its sentences, for its titles are others' too."""
    for words in every:
        for needle in needles(words.text):
            if needle.run and not needle.is_plain and opened.place(needle) is None:
                wanted.places.setdefault(needle, words.span)


def _of_file(project: Project, bilag: Bilag, opened: _Opened, wanted: Wanted) -> None:
    """Of somebody else's file: its name, its digest, and the sentences that can be read in it."""
    span = bilag.span_of("file")
    content = read_attachment(project, str(bilag.file), span)
    if isinstance(content, Refused):
        return
    for text in (Path(str(bilag.file)).stem, sha256(content).hexdigest()):
        needle = Needle(letters(text), run=False, is_plain=False)
        if opened.place(needle) is None:
            wanted.places.setdefault(needle, span)
    _of_all((Words(text=read_aloud(content), key="file", span=span),), opened, wanted)


def _known(models: Sequence[Authored]) -> Iterator[str]:
    """What the parties of contracts and the meetings' organisations are called, where that is open."""
    for model in models:
        if isinstance(model, Meeting) and not model.closes("organisation"):
            yield str(model.organisation)
        for party in model.parties if isinstance(model, Contract) and not model.closes("parties") else ():
            if not party.closes("name"):
                yield str(party.name)


def _withheld(models: Sequence[Authored]) -> frozenset[str]:
    """The documents that go along in no bilag."""
    meetings = [model for model in models if isinstance(model, Meeting)]
    closed = {id(bilag) for model in meetings for bilag in closed_bilag(model)}
    every = [bilag for model in meetings for item in model.agenda for bilag in item.bilag]
    shown = {
        name for bilag in every if id(bilag) not in closed for name in (bilag.document, bilag.compare_with)
    }
    return frozenset(bilag.document for bilag in every if bilag.document and bilag.document not in shown)


def _reference(model: Authored) -> str:
    return "" if isinstance(model, Meeting) else f"{model.id}@{model.version}"


def _closed_before(meetings: Sequence[Meeting]) -> Iterator[Diagnostic]:
    """A finding for each point that was closed when it was sent, and of which a tillæg says nothing."""
    closed = {item.number: item for meeting in meetings for item in meeting.agenda if item.closed is True}
    for item in (item for meeting in meetings for item in meeting.agenda if "closed" not in item.node):
        if item.number in closed:
            yield Diagnostic(
                code=Code.CLOSED_BEFORE,
                message=msg("point {number} is closed in another package of the meeting", number=item.number),
                span=item.span_of("number"),
                hint=msg('write "closed: true" here too, or "closed: false" if this may be known'),
                labels=(Label(closed[item.number].span_of("closed"), msg("closed here")),),
            )


def _also_open(words: Words, place: Words) -> Diagnostic:
    return Diagnostic(
        code=Code.CLOSED_AND_OPEN,
        message=msg("these closed words stand elsewhere in open words"),
        span=hidden(words.span),
        hint=msg(
            "close the other place too or write it otherwise; or leave these words open here: "
            '"closed: [...]" with the other keys'
        ),
        labels=(Label(hidden(place.span), msg("here they are open")),),
    )


def _known_already(words: Words, place: Words, needle: Needle) -> Diagnostic:
    return Diagnostic(
        code=Code.CLOSED_ORDINARY,
        message=msg("a name in closed words stands in open words too")
        if needle.is_name
        else msg("a number in closed words stands in open words too"),
        span=hidden(words.place_of(needle)),
        hint=msg("read the open place; if it tells what is closed, close it too or write it otherwise"),
        labels=(Label(hidden(place.place_of(needle)), msg("here it is open")),),
    )


def hidden(span: Span) -> Span:
    """Where it begins, and neither its words nor how long they are."""
    return Span(span.source.hidden(), span.start, span.start)
