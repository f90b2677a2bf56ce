"""A comparison on the screen: the facts by clause, each with its places, and last what may be passed over."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from textwrap import wrap

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.tree import Document

_INDENT = "  "
_COLOURS = {"+": "green", "-": "red", "~": "yellow", ">": "cyan"}


def render(comparison: Comparison, page: Page) -> str:
    """The whole comparison as lines of text."""
    return "\n".join(_Screen(page).lines(comparison))


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


class _Screen:
    def __init__(self, page: Page) -> None:
        self.page = page

    def lines(self, comparison: Comparison) -> Iterator[str]:
        old, new = comparison.aligned.old.document, comparison.aligned.new.document
        yield from self._document(msg("Old"), old)
        yield from self._document(msg("New"), new)
        if comparison.equal:
            yield self._text(msg("No changes."))
            return
        told = [fact for fact in comparison.facts if not fact.minor]
        minor = [fact for fact in comparison.facts if fact.minor]
        yield self._text(_counted(len(told)))
        for clause, facts in groupby(told, key=lambda fact: fact.where.clause):
            yield ""
            yield self._styled(safe(clause) or self._text(msg("At the top")), bold=True)
            for fact in facts:
                yield from self._fact(fact)
        yield from self._minor(minor)

    def _document(self, label: Message, document: Document) -> Iterator[str]:
        name = f"{document.title} ({document.source_name})" if document.source_name else document.title
        yield from self._wrapped(f"{self._text(label)}: {name}", "", _INDENT)

    def _fact(self, fact: Fact) -> Iterator[str]:
        mark = sign(fact)
        first, *more = self._wrapped(self._text(sentence(fact)), f"{mark} ", _INDENT)
        colour = _COLOURS[mark]
        yield self._styled(first[:1], fg=colour, bold=True) + first[1:]
        yield from more
        for line in self._places(fact.where):
            yield self._styled(line, dim=True)

    def _places(self, where: Where) -> Iterator[str]:
        """The place in the new version, and that in the old one, on a line together where there is room."""
        old = where.old.span if where.old else None
        new = where.new.span if where.new else None
        if new is None and old is None:
            return
        if new is None or old is None:
            yield self._place(new or old)  # type: ignore[arg-type]
            return
        before = self._place(old)
        beside = PurePosixPath(old.source.name).parent == PurePosixPath(new.source.name).parent
        short = PurePosixPath(before).name if beside else before
        yield f"{self._place(new)} ({self._text(msg('before: {place}', place=short))})"

    def _minor(self, minor: Sequence[Fact]) -> Iterator[str]:
        """The shift of years in a line each, and how many places differ in their signs alone."""
        if minor:
            yield ""
        for fact in minor:
            if fact.kind is Kind.YEAR_SHIFT:
                yield from self._wrapped(self._text(sentence(fact)), "~ ", _INDENT)
        typography = [fact for fact in minor if fact.kind is Kind.TYPOGRAPHY]
        if typography:
            said = msg(
                "Spelling and signs alone ({count}): line {lines}",
                count=len(typography),
                lines=", ".join(dict.fromkeys(_line(fact) for fact in typography)),
            )
            yield from self._wrapped(self._text(said), "~ ", _INDENT)

    def _place(self, span: Span) -> str:
        return f"{_INDENT}  {safe(self.page.file(span))}:{span.line}"

    def _wrapped(self, words: str, first: str, other: str) -> list[str]:
        lines = wrap(
            safe(" ".join(words.split())),
            self.page.width,
            initial_indent=first,
            subsequent_indent=other,
            break_on_hyphens=False,
        )
        return lines or [first]

    def _text(self, message: Message) -> str:
        return self.page.text(message)

    def _styled(
        self, text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None
    ) -> str:
        return click.style(text, fg=fg, bold=bold, dim=dim) if self.page.colour else text


def _counted(count: int) -> Message:
    if not count:
        return msg("No change but of years, spelling or signs:")
    return msg("{count} changes:", count=count) if count != 1 else msg("1 change:")


def _line(fact: Fact) -> str:
    spot = fact.where.new or fact.where.old
    return str(spot.span.line) if spot and spot.span else "?"
