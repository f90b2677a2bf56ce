"""A word that is in no dictionary is misspelt, or belongs on the project's list."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.dictionary.speller import Speller
from kdnet_docs.checks.dictionary.word_list import WORD_LIST
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.spelled_words import Word, words
from kdnet_docs.checks.subject import Subject
from kdnet_docs.sources.project import SOURCES

_FOREIGN = 3
"""Unknown words that make a sentence foreign, where at least as many others are not known."""
_ENGLISH = frozenset({"and", "as", "of", "the"})
"""Words after which another in English comes: "business as usual"."""
_MOST_PLACES = 4
"""More than these places of one word are not told."""


def misspelt(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each word that is not known, at its first place; one alone if there is no dictionary."""
    passages = [one for one in subject.passages if one.is_danish]
    speller = subject.speller if passages else None
    if isinstance(speller, Refused):
        yield from speller.diagnostics
    elif speller is not None:
        yield from speller.unlike
        yield from _in_passages(passages, speller)
        speller.keep()


def _in_passages(passages: list[Passage], speller: Speller) -> Iterator[Diagnostic]:
    known: dict[str, None] = {}
    unknown: dict[str, list[Span]] = {}
    opening: dict[str, list[Span]] = {}
    for passage in passages:
        for word in _unknown(passage, speller, known):
            for part in _wrong_parts(word, speller):
                span = passage.span(part.start, part.end)
                if span is not None:
                    places = opening if part.is_capital else unknown
                    places.setdefault(part.text, []).append(span)
    for text, spans in unknown.items():
        yield _finding(text, spans, speller.nearest(text, known), is_forbidden=speller.forbids(text))
    yield from _openings(opening, known, speller)


def _openings(
    opening: Mapping[str, list[Span]], known: Mapping[str, None], speller: Speller
) -> Iterator[Diagnostic]:
    """What begins a sentence may be a name: it is told of where it is nearly a word."""
    for text, spans in opening.items():
        nearest, is_forbidden = speller.nearest(text, known), speller.forbids(text)
        if nearest or is_forbidden:
            yield _finding(text, spans, nearest, is_forbidden=is_forbidden)


def _unknown(passage: Passage, speller: Speller, known: dict[str, None]) -> list[Word]:
    """The words that are not known, but those in another language; notes those that are."""
    found: list[Word] = []
    every = words(passage)
    quoted = {after.start for word, after in pairwise(every) if word.text.lower() in _ENGLISH}
    for start, end in passage.sentences:
        inside = [word for word in every if start <= word.start < end and word.is_asked_of]
        wrong = [word for word in inside if not any(map(speller.knows, word.spellings))]
        known.update((one.text.lower(), None) for one in inside if one not in wrong)
        if len(wrong) < _FOREIGN or 2 * len(wrong) < len(inside):
            found += (word for word in wrong if word.start not in quoted)
    return found


def _wrong_parts(word: Word, speller: Speller) -> Iterator[Word]:
    """The word, or of one with hyphens the parts that are not known."""
    parts = word.parts
    if len(parts) == 1:
        yield from parts
        return
    for part in parts:
        if part.is_asked_of and not any(map(speller.knows, part.spellings)):
            yield part


def _finding(word: str, spans: list[Span], nearest: str | None, *, is_forbidden: bool = False) -> Diagnostic:
    first, *others = spans
    return Diagnostic(
        code=Code.MISSPELT,
        message=msg('"{word}" is on the list of words that are never right', word=word)
        if is_forbidden
        else msg('"{word}" is in no dictionary', word=word),
        span=first,
        hint=msg('did you mean "{name}"?', name=nearest)
        if nearest
        else msg("correct it, or add it to {file} if it is right", file=f"{SOURCES}/{WORD_LIST}"),
        labels=tuple(Label(span, msg("also here")) for span in others[:_MOST_PLACES]),
    )
