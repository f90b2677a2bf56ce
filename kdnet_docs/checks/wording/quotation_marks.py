"""Quotation marks of two kinds in one document, and signs that only look like an apostrophe."""

import re
from collections import Counter
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.quotation import Pair, pairs_and_loose, quotations
from kdnet_docs.checks.subject import Subject

_ACCENT = re.compile(r"(?<=[^\W\d_])[´`](?=[^\W\d_])")
_MADE_OF_TWO = re.compile(r"(?<!\w)(?P<sign>'')(?=\w)|(?<!\w)(?P<low>,,)(?=\w)")
_KINDS = ('""', "””", "“”", "„“", "„”", "»«", "«»")


def quotation_marks(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each quotation that has other marks than most, or two that do not belong together."""
    uses = [
        (passage, pair)
        for passage in subject.passages
        for pair in quotations(pairs_and_loose(passage.text)[0])
    ]
    counts = Counter(pair.marks for _, pair in uses if pair.marks in _KINDS)
    usual = max(counts, key=lambda marks: counts[marks], default="””")
    for passage, pair in uses:
        if pair.marks != usual:
            yield from _other(passage, pair, usual)
    for passage in subject.passages:
        yield from _only_alike(passage)


def _other(passage: Passage, pair: Pair, usual: str) -> Iterator[Diagnostic]:
    one, two = usual[0], usual[1]
    these = " ".join(pair.marks)
    yield from found(
        Code.QUOTATION_MARKS,
        passage,
        (pair.start, pair.end),
        (
            msg("the quotation marks {these} here, and {usual} elsewhere", these=these, usual=f"{one} {two}")
            if pair.marks in _KINDS
            else msg("the quotation marks {these} do not belong together", these=these),
            msg("use {one} and {two} everywhere", one=one, two=two),
        ),
        _fix(passage, pair, usual),
    )


def _fix(passage: Passage, pair: Pair, usual: str) -> tuple[Edit, ...]:
    """Both marks or none; straight ones not where the file has the words themselves in quotation marks."""
    if usual == '""' and _is_quoted(passage.leaf.span):
        return ()
    one, two = usual[0], usual[1]
    edits = (
        *passage.edit(pair.start, pair.start + 1, one),
        *passage.edit(pair.end - 1, pair.end, two),
    )
    return edits if len(edits) == len(usual) else ()


def _is_quoted(span: Span | None) -> bool:
    """Whether the file has the whole text between quotation marks, as one line of YAML may."""
    return span is None or span.text[:1] in {'"', "'"} or span.source.text[span.start - 1] in {'"', "'"}


def _only_alike(passage: Passage) -> Iterator[Diagnostic]:
    for match in _ACCENT.finditer(passage.text):
        yield from found(
            Code.QUOTATION_MARKS,
            passage,
            match.span(),
            (msg('"{sign}" is an accent, not an apostrophe', sign=match[0]), msg("write an apostrophe: '")),
            passage.edit(*match.span(), "'"),
        )
    for match in _MADE_OF_TWO.finditer(passage.text):
        yield from found(
            Code.QUOTATION_MARKS,
            passage,
            match.span(),
            (msg("{signs} is no quotation mark", signs=match[0]), msg('write a quotation mark: "')),
        )
