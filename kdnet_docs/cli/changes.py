"""A comparison on the screen: the facts by clause, each with its places, and last what may be passed over."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from textwrap import shorten, wrap

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.report import counted
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.not_shown import not_shown
from kdnet_docs.compare.sentences import kind_group, kind_groups, sentence
from kdnet_docs.document.tree import Document
from kdnet_docs.reading.values import Value

_MANY = 20
"""More facts than one sees at once: then they are counted at the end."""

_WHOLE = frozenset(
    kind for kind in Kind if kind.value.split("-")[0] in ("goal", "clause", "table", "initiative", "point")
)
"""Kinds of which the places lie in what came, went or moved itself."""
_SHORTEST = 12
"""Characters that are left of words, however narrow the screen is."""

_INDENT = "  "
# Not the spaces that hold a figure and its unit together.
_SPACES = re.compile(r"[ \t\r\n]+")
_COLOURS = {"+": "green", "-": "red", "~": "yellow", ">": "cyan"}


def render(comparison: Comparison, page: Page) -> str:
    """The whole comparison as lines of text."""
    return "\n".join(Screen(page).lines(comparison))


def sign(fact: Fact) -> str:
    """What happened, in one sign: something came (+), went (-), moved (>) or is another (~)."""
    what = fact.kind.value.rpartition("-")[2]
    if what in ("moved", "renumbered"):
        return ">"
    if fact.kind in (Kind.YEAR_SHIFT, Kind.YEAR_KEPT):
        return "~"
    if what in ("added", "new") or (fact.old is None and fact.new is not None):
        return "+"
    if what in ("removed", "dropped", "finished") or (fact.new is None and fact.old is not None):
        return "-"
    return "~"


class Screen:
    """Sets facts as lines of a screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: frozenset[str] = frozenset()
        """The sources that are named at the top, and so called by their last name from there on."""

    def lines(self, comparison: Comparison) -> Iterator[str]:
        """A whole comparison."""
        old, new = comparison.aligned.old.document, comparison.aligned.new.document
        self.known = frozenset((old.source_name, new.source_name))
        yield from self._document(msg("Old"), old)
        yield from self._document(msg("New"), new)
        if comparison.equal:
            yield self.say(msg("No changes."))
            return
        yield self.say(msg("{changes}:", changes=counted(comparison.facts)))
        told = [fact for fact in comparison.facts if not fact.minor]
        minor = [fact for fact in comparison.facts if fact.minor]
        for clause, facts in groupby(told, key=lambda fact: fact.where.clause):
            yield ""
            yield self.styled(safe(clause) or self.say(msg("At the top")), bold=True)
            # A paragraph may hold several facts: where it stands is said once, below them.
            for places, in_place in groupby(facts, key=self._places_of):
                for fact in in_place:
                    yield from self.fact(fact)
                yield from (self.styled(line, dim=True) for line in places)
        yield from self._minor(minor)
        yield from self._not_shown(comparison)
        if len(comparison.facts) > _MANY:
            yield from ("", *self._counts(comparison))
            command = "kdnet compare … --html rapport.html"
            yield self.say(msg("{command} shows it in the browser", command=command))

    def _counts(self, comparison: Comparison) -> Iterator[str]:
        """How many facts there are of each group: the first of them have scrolled away."""
        found = Counter(kind_group(fact.kind) for fact in comparison.facts)
        told = (f"{self.say(group)} {found[group]}" for group in kind_groups() if found[group])
        yield from self.wrapped(" · ".join(told), "", _INDENT)

    def _document(self, label: Message, document: Document) -> Iterator[str]:
        yield from self.wrapped(f"{self.say(label)}: {document.title}", "", _INDENT)
        if document.source_name:
            yield self.styled(f"{_INDENT}  {safe(self.page.source(document.source_name))}", dim=True)

    def fact(self, fact: Fact) -> Iterator[str]:
        """A fact in a sentence, with its sign before it."""
        mark = sign(fact)
        first, *more = self.wrapped(self.say(sentence(fact)), f"{mark} ", _INDENT)
        yield self.styled(first[:1], fg=_COLOURS[mark], bold=True) + first[1:]
        yield from more

    def _places_of(self, fact: Fact) -> tuple[str, ...]:
        """Where a fact stands first, and below that the lines of its other places."""
        first = self._place_of(fact.where)
        if fact.kind in _WHOLE or not first:
            return (first,) if first else ()
        others = _lines(fact)[1:]
        if not others:
            return (first,)
        lines = ", ".join(others)
        said = msg("and 1 more place: line {lines}", lines=lines)
        if len(others) > 1:
            said = msg("and {count} more places: line {lines}", count=len(others), lines=lines)
        return (first, *self.wrapped(self.say(said), _INDENT * 2, _INDENT * 3))

    def _place_of(self, where: Where) -> str:
        """The place in the new version, and that in the old one beside it; nothing for what has none."""
        old = where.old.span if where.old else None
        new = where.new.span if where.new else None
        if new is None:
            return self._place(old) if old else ""
        if old is None:
            return self._place(new)
        before = self._place(old).strip()
        return f"{self._place(new)} ({self.say(msg('before {place}', place=before))})"

    def _minor(self, minor: Sequence[Fact]) -> Iterator[str]:
        """The shift of years, and each change of spelling or signs alone in a line of its own."""
        if minor:
            yield ""
        for fact in minor:
            if fact.kind is Kind.YEAR_SHIFT:
                yield from self.wrapped(self.say(sentence(fact)), "~ ", _INDENT)
        typography = [fact for fact in minor if fact.kind is Kind.TYPOGRAPHY]
        if typography:
            yield self.say(msg("Spelling and signs alone ({count}):", count=len(typography)))
        for fact in typography:
            yield self._in_signs(fact)

    def _in_signs(self, fact: Fact) -> str:
        """What differs in its signs alone, and where; words that a line has no room for are cut."""
        some = shorten(", ".join(_lines(fact)), max(self.page.width // 2, _SHORTEST), placeholder=" …")
        lines = self.say(msg("line {lines}", lines=some))
        room = max((self.page.width - len(f"~ “” → “”: {lines}")) // 2, _SHORTEST)
        old, new = (shorten(safe(_text_of(value)), room, placeholder="…") for value in (fact.old, fact.new))
        match old, new:
            case "", _:
                said = msg("“{new}” is new", new=new)
            case _, "":
                said = msg("“{old}” is gone", old=old)
            case _:
                said = msg("“{old}” → “{new}”", old=old, new=new)
        return f"~ {self.say(said)}: {lines}"

    def _not_shown(self, comparison: Comparison) -> Iterator[str]:
        things = not_shown(comparison)
        if things:
            yield from ("", self.say(msg("Different too, but not shown here:")))
        for thing in things:
            yield from self.wrapped(self.say(thing), "  - ", "    ")

    def _place(self, span: Span) -> str:
        name = span.source.name
        called = PurePosixPath(name).name if name in self.known else self.page.file(span)
        return f"{_INDENT}  {safe(called)}:{span.line}"

    def wrapped(self, words: str, first: str, other: str) -> list[str]:
        """Words as lines: what the first begins with, and what each other."""
        lines = wrap(
            safe(_SPACES.sub(" ", words)),
            self.page.width,
            initial_indent=first,
            subsequent_indent=other,
            break_on_hyphens=False,
        )
        return lines or [first]

    def say(self, message: Message) -> str:
        """The message in the reader's language."""
        return self.page.text(message)

    def styled(
        self, text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None
    ) -> str:
        """The text in a colour or weight, where the screen shows them."""
        return click.style(text, fg=fg, bold=bold, dim=dim) if self.page.colour else text


def _lines(fact: Fact) -> list[str]:
    """The lines of a fact's places in the new source, or in the old one, each once; the first is its own."""
    spots = (place.new or place.old for place in fact.places)
    return list(dict.fromkeys(str(spot.span.line) for spot in spots if spot and spot.span))


def _text_of(value: Value | None) -> str:
    return " ".join(value.text.split()) if value else ""
