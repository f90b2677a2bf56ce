"""The words of a document in the stretches in which they are read: a heading, a paragraph, a cell, a note."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kdnet_docs.base.edits import Edit
from kdnet_docs.base.spans import Span
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.document.source_places import span_of
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.sentences import sentences

_WITHOUT_WORDS = frozenset({"code", "rule", "contents", "signature", "table"})


@dataclass(frozen=True, eq=False)
class Passage:
    r"""A stretch of words, and where each of them stands in the file.

    `text` has "\n" for a line break and `NOTE_MARK` for a footnote; `start` and `end` are places in it.
    """

    leaf: Leaf
    anatomy: Anatomy

    @property
    def text(self) -> str:
        """The words as a reader sees them, with what parameters put in."""
        return self.leaf.text

    @property
    def is_danish(self) -> bool:
        """Whether the words are Danish."""
        return self.anatomy.document.language == "da"

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        return sentences(self.text)

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        """The figures, dates, periods, references and obligations that the words say."""
        document = self.anatomy.document
        return read(self.text, document.language, year_of(self.anatomy))

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Where the sentence begins and ends in which a character stands."""
        number = bisect_right(self._sentence_starts, at) - 1
        return self.sentences[max(number, 0)] if self.sentences else (0, len(self.text))

    def reads_in(self, start: int, end: int) -> tuple[Read, ...]:
        """The values that begin within these characters."""
        starts = self._read_starts
        return self.reads[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.sentences)

    @cached_property
    def _read_starts(self) -> tuple[int, ...]:
        return tuple(read.start for read in self.reads)

    def span(self, start: int, end: int) -> Span | None:
        """The place of these characters in the file; None for words that the engine made."""
        return span_of(self.anatomy, self.leaf.id, start, end)

    def edit(self, start: int, end: int, words: str) -> tuple[Edit, ...]:
        """The edit that puts `words` in place of these characters; none where the file has others.

        So nothing is written over a parameter, a line break of the author's or an escape. `words` may not
        hold what Markdown or YAML would read as something else.
        """
        span = self.span(start, end)
        if span is None or span.text != self.text[start:end] or not span.text:
            return ()
        return (Edit(span, words),)


def passages(anatomy: Anatomy) -> Iterator[Passage]:
    """Every stretch of words in reading order; lines of code and signatures are none."""
    for leaf in anatomy.leaves.values():
        if leaf.text.strip() and leaf.kind not in _WITHOUT_WORDS:
            yield Passage(leaf, anatomy)


def year_of(anatomy: Anatomy) -> int:
    """The year that a document is for: the one in its version, or else that of its date."""
    found = YEAR.match(anatomy.document.version)
    return int(found[0]) if found else anatomy.document.date.year
