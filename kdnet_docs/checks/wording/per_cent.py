"""Per cent written in two ways in one document."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

_PER_CENT = re.compile(r"(?<![\d.,])\d[\d.,]*[ \u00a0]?(?P<form>%|pct\b|procent)(?![\w-])(?P<stop>\.?)")
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Use:
    passage: Passage
    match: re.Match[str]

    @property
    def form(self) -> str:
        return self.match["form"]


def per_cent(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each per cent that is not written as most of them are."""
    uses = [
        _Use(passage, match)
        for passage in subject.passages
        if passage.is_danish and not _is_figure_in_table(passage)
        for match in _PER_CENT.finditer(passage.text)
    ]
    counts = Counter(use.form for use in uses)
    # Of two that are equally common the one that stands first.
    usual = max(counts, key=lambda form: counts[form], default="")
    for use in uses:
        if use.form != usual:
            yield from _other(use, usual)


def _is_figure_in_table(passage: Passage) -> bool:
    """Whether "%" saves room there, as it may."""
    return passage.leaf.kind in {"cell", "caption"} and len(passage.text.split()) <= _FEW_WORDS


def _other(use: _Use, usual: str) -> Iterator[Diagnostic]:
    written = "pct." if usual == "pct" else usual
    start, end = use.match.span("form")
    yield from found(
        Code.PER_CENT_MIXED,
        use.passage,
        (use.match.start(), end + len(use.match["stop"]) if use.form == "pct" else end),
        (
            msg('"{form}" here, and "{usual}" elsewhere', form=use.match[0].removesuffix("."), usual=written),
            msg('write "{usual}" everywhere', usual=written),
        ),
        _fix(use, usual, start, end),
    )


def _fix(use: _Use, usual: str, start: int, end: int) -> tuple[Edit, ...]:
    """The unit alone is written anew, for the figure may be a parameter; a full stop is not doubled."""
    space = "" if use.passage.text[start - 1].isspace() else " "
    if usual == "pct":
        return use.passage.edit(start, use.match.end(), f"{space}pct.")
    if use.form == "pct" and _goes_on(use.passage.text, use.match.end()):
        end = use.match.end()
    return use.passage.edit(start, end, f"{space}{usual}")


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on after "pct.", so that its full stop was the abbreviation's alone."""
    rest = text[end:].lstrip("\ufffc ")
    return bool(rest) and not rest[0].isupper() and rest[0] != "\n"
