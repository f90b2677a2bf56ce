"""Two flows as one stream of pieces: without what went it is the new text, without what came the old."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from kdnet_docs.alignment.words import tokens, word_changes
from kdnet_docs.ooxml.redline.flow import Flow, FlowReader, Mark, Part, Point
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.xml import Element, qualified

_START = qualified("w:bookmarkStart")


class Piece(NamedTuple):
    """A part of the text in a state; `old` and `new` are the same words, of the files that have them."""

    state: State
    old: Part | None
    new: Part | None

    @property
    def part(self) -> Part:
        """What it holds, as the new file has it if it is there."""
        part = self.new or self.old
        assert part is not None  # noqa: S101 a piece is in one of the files
        return part

    @property
    def mark(self) -> Element | None:
        """The paragraph that it ends, if it is a mark."""
        return self.part.paragraph if isinstance(self.part, Mark) else None


class Kept(NamedTuple):
    """A whole paragraph with its mark that is written alike in both files."""

    old: Element
    new: Element

    def opened(self) -> "list[Item]":
        """The paragraph as pieces, the last of which is its mark."""
        old, new = (FlowReader().read([paragraph], str) for paragraph in self)
        return [*merged(old, new), Piece(State.SAME, Mark(self.old), Mark(self.new))]


class Block(NamedTuple):
    """A table or the like, as it stands in the result; `state` says which file has it here."""

    state: State
    element: Element


Item: TypeAlias = Piece | Point | Kept | Block


def merged(old: Flow, new: Flow) -> Iterator[Piece | Point]:
    """Both flows word by word; what went stands before what came."""
    before, after = _Reader(old), _Reader(new)
    for change in word_changes(old.text, new.text):
        yield from after.starts()
        if change.same:
            yield from _same(before, after, change.old_end - change.old_start)
        else:
            yield from _only(before, change.old_end - change.old_start, State.DELETED)
            yield from _only(after, change.new_end - change.new_start, State.INSERTED)
    yield from before.all_points()
    yield from after.all_points()


def whole(flow: Flow, state: State) -> Iterator[Piece | Point]:
    """A flow of one file, all in one state."""
    reader = _Reader(flow)
    yield from _only(reader, len(flow.text), state)
    yield from reader.all_points()


def piece(state: State, part: Part) -> Piece:
    """A piece that is in one file only."""
    return Piece(state, part, None) if state.in_old else Piece(state, None, part)


def one_side(items: Iterable[Piece | Point], state: State) -> Iterator[Piece | Point]:
    """What a stream has of the one file: its own changes, and as `state` what is the same in both."""
    points_of_old = state.in_old
    for item in items:
        if isinstance(item, Point):
            if not points_of_old:
                yield item
        elif item.state is State.SAME:
            part = item.old if state.in_old else item.new
            assert part is not None  # noqa: S101 what is the same is in both
            yield piece(state, part)
        elif item.state.in_old == state.in_old:
            yield item


def _only(reader: "_Reader", length: int, state: State) -> Iterator[Piece | Point]:
    for found in reader.take(length):
        yield found if isinstance(found, Point) else piece(state, found)


def _same(before: "_Reader", after: "_Reader", length: int) -> Iterator[Piece | Point]:
    """Words that are the same; what stands in another link, or is another thing, is so for the words only."""
    pieces = list(_side_by_side(before, after, length))
    if all(map(_alike, pieces)):
        yield from pieces
        return
    for word in _by_words(pieces):
        if all(map(_alike, word)):
            yield from word
            continue
        yield from (Piece(State.DELETED, found.old, None) for found in word if isinstance(found, Piece))
        yield from (
            found if isinstance(found, Point) else Piece(State.INSERTED, None, found.new) for found in word
        )


def _alike(found: Piece | Point) -> bool:
    if isinstance(found, Point):
        return True
    old, new = found.old, found.new
    assert old is not None  # noqa: S101 both files have the words
    assert new is not None  # noqa: S101
    if isinstance(old, Mark) or isinstance(new, Mark):
        return type(old) is type(new)
    return old.key == new.key and old.link.form == new.link.form


def _side_by_side(before: "_Reader", after: "_Reader", length: int) -> Iterator[Piece | Point]:
    left = length
    while left:
        size = min(left, before.room(), after.room())
        yield from before.due()
        yield from after.due()
        yield Piece(State.SAME, before.next(size), after.next(size))
        left -= size


def _by_words(pieces: Iterable[Piece | Point]) -> Iterator[list[Piece | Point]]:
    """The pieces word by word."""
    left = deque(pieces)
    for token in tokens("".join(found.part.text for found in left if isinstance(found, Piece))):
        word: list[Piece | Point] = []
        room = len(token)
        while room:
            found = left.popleft()
            if isinstance(found, Piece):
                length = len(found.part.text)
                if length > room:
                    left.appendleft(_cut(found, room, length))
                    found, length = _cut(found, 0, room), room
                room -= length
            word.append(found)
        yield word
    yield list(left)


def _cut(found: Piece, start: int, end: int) -> Piece:
    old, new = found.old, found.new
    return Piece(found.state, old and old.part(start, end), new and new.part(start, end))


class _Reader:
    """Takes a flow apart from its beginning, a number of characters at a time."""

    def __init__(self, flow: Flow) -> None:
        self._parts = deque(flow.parts)
        self._points = deque(flow.points)
        self._at = 0  # characters read
        self._inside = 0  # of these, characters of the first part that is left

    def room(self) -> int:
        """How many characters the next part still has."""
        return len(self._parts[0].text) - self._inside

    def next(self, size: int) -> Part:
        """The next characters, no more than there is room for."""
        part = self._parts[0]
        found = part.part(self._inside, self._inside + size)
        self._at += size
        self._inside += size
        if self._inside == len(part.text):
            self._parts.popleft()
            self._inside = 0
        return found

    def take(self, length: int) -> Iterator[Part | Point]:
        """The next characters, part by part, with the points between them."""
        while length:
            yield from self.due()
            size = min(length, self.room())
            yield self.next(size)
            length -= size

    def due(self) -> Iterator[Point]:
        """The points before the next character."""
        while self._points and self._points[0][0] <= self._at:
            yield self._points.popleft()[1]

    def starts(self) -> Iterator[Point]:
        """Those of them that begin something, so that it begins before what went at its beginning."""
        while self._points and self._points[0][0] <= self._at and self._points[0][1].element.tag == _START:
            yield self._points.popleft()[1]

    def all_points(self) -> Iterator[Point]:
        """The points that are left."""
        while self._points:
            yield self._points.popleft()[1]
