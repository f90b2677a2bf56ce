"""Where something stands in a source file."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256


@dataclass(frozen=True)
class Source:
    """The text of one source file, read once and shared by every span in it.

    `name` is what a person sees in a finding: the path relative to the project. A source that `is_hidden`
    has no words to show, and the same places.
    """

    name: str
    text: str
    is_hidden: bool = field(default=False, kw_only=True)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets, in characters, at which the lines begin."""
        return (0, *(index + 1 for index, character in enumerate(self.text) if character == "\n"))

    @property
    def digest(self) -> str:
        """The SHA-256 of the text."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1 in characters."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def hidden(self) -> "Source":
        """The source without its words: what is told of a place may be read by those who may not see them."""
        return Source(self.name, re.sub(r"\S", "·", self.text), is_hidden=True)

    def line_text(self, line: int) -> str:
        """The line numbered `line`, without its line break; of a hidden source not even how long it is."""
        if self.is_hidden:
            return "…"
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in a source, `end` excluded."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line on which the span begins, counted from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column at which the span begins, counted from 1."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """The characters of the span as they stand in the file."""
        return self.source.text[self.start : self.end]

    def __repr__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


# What stands for one character in a quoted scalar, by its quotation mark.
_ESCAPES = {'"': re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\r\n])"), "'": re.compile("''")}


@dataclass(frozen=True, slots=True)
class Wording:
    """Text that an author wrote, which knows where each of its characters stands in the file.

    A YAML scalar's value differs from the characters in the file: a block scalar loses its
    indentation, a quoted one its escapes. `runs` maps between the two: each pair is (offset in
    `text`, offset in the file), and between two pairs both offsets grow alike.
    """

    text: str
    span: Span
    runs: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        return self.text

    def locate(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`."""
        first = self._offset(start)
        last = self._end_of(self._offset(end - 1)) if end > start else first
        return Span(self.span.source, first, max(first, last))

    def index_of(self, offset: int) -> int:
        """The place in `text` of what stands at `offset` in the file."""
        at = bisect_right(self.runs, offset, key=lambda run: run[1]) - 1
        in_text, in_file = self.runs[max(at, 0)]
        return min(max(in_text + offset - in_file, 0), len(self.text))

    def _end_of(self, offset: int) -> int:
        """Where the character ends that begins at `offset` in the file: an escape is several there."""
        text = self.span.source.text
        escape = _ESCAPES.get(text[self.span.start : self.span.start + 1])
        match = escape.match(text, offset, self.span.end) if escape else None
        return match.end() if match else offset + 1

    def _offset(self, index: int) -> int:
        at = bisect_right(self.runs, index, key=lambda run: run[0]) - 1
        in_text, in_file = self.runs[max(at, 0)]
        return min(in_file + index - in_text, self.span.end)
