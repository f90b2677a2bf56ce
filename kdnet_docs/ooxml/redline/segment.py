"""The ends of segments: of the paragraphs before a table, and before the end of what holds them.

In Word, when the mark of a paragraph goes, what is left of the paragraph begins the next one. The last of a
segment has no next: its mark must stay. So the last mark of the old file and that of the new are one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kdnet_docs.ooxml.redline.flow import Mark, Part, Point
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.redline.stream import Block, Item, Kept, Piece, piece
from kdnet_docs.ooxml.xml import qualified

RANGE_ENDS = frozenset(map(qualified, ("w:moveFromRangeEnd", "w:moveToRangeEnd")))


def settled(items: Sequence[Item]) -> list[Item]:
    """What stands before a table of both files, or before the end, with marks that stay where they must.

    A segment of one file has no mark that stays. If it is the last, one from before the tables of that
    file does: then the tables stand before the mark, as if someone had put them into the paragraph.
    """
    made: list[Item] = []
    for segment in _segments(_tables_first(items)):
        _pair_last_marks(segment)
        made += segment
    _pair_last_marks(made)
    return made


def _tables_first(items: Iterable[Item]) -> list[Item]:
    """The items with each table before the paragraphs there that only the other file has.

    Then a paragraph follows them, where what is left of them goes with their marks.
    """
    made: list[list[Item]] = []
    for found in _paragraphs(items):
        made.insert(_place(made, found[0]), found)
    return list(chain.from_iterable(made))


def _paragraphs(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items paragraph by paragraph, each with the end of its move; each table on its own."""
    paragraph: list[Item] = []
    ended = False
    for item in items:
        if paragraph and (isinstance(item, Block) or (ended and not _ends_range(item))):
            yield paragraph
            paragraph, ended = [], False
        paragraph.append(item)
        ended = ended or _ends(item)
    if paragraph:
        yield paragraph


def _place(made: Sequence[Sequence[Item]], head: Item) -> int:
    """Where what begins so belongs among the paragraphs before it: at their end, if it is no table."""
    at = end = len(made)
    if not isinstance(head, Block):
        return end
    other = not head.state.in_old
    while at and _is_paragraph_of(made[at - 1], old=other):
        at -= 1
    if at and isinstance(made[at - 1][0], Block):  # two tables with nothing between them would be one
        return min(at + 1, end)
    return end if at and _runs_on(made[at - 1], old=other) else at


def _is_paragraph_of(items: Sequence[Item], *, old: bool) -> bool:
    """Whether it is a whole paragraph that only one of the files has."""
    return any(map(_is_mark, items)) and not any(_is_in(item, old=not old) for item in items)


def _runs_on(items: Sequence[Item], *, old: bool) -> bool:
    """Whether what one file has of a paragraph goes on in that file's next paragraph."""
    held = [item for item in items if _is_in(item, old=old)]
    return bool(held) and not any(map(_ends, held))


def _segments(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items up to each table and after the last, each table on its own."""
    segment: list[Item] = []
    for item in items:
        if isinstance(item, Block):
            yield segment
            yield [item]
            segment = []
        else:
            segment.append(item)
    yield segment


def _pair_last_marks(items: list[Item]) -> None:
    """Let the last mark of the old file and that of the new be one."""
    marks = [at for at, item in enumerate(items) if isinstance(item, Kept) or _is_mark(item)]
    last = items[marks[-1]] if marks else None
    if not isinstance(last, Piece) or last.state is State.SAME:
        return
    other = not last.state.in_old
    partner = next((at for at in reversed(marks[:-1]) if _is_in(items[at], old=other)), None)
    if partner is None or any(_is_in(item, old=other) for item in items[partner + 1 :]):
        return
    end, here = marks[-1], _opened(items, partner)
    end += here - partner
    found = items[here]
    assert isinstance(found, Piece)  # noqa: S101 a paragraph that is kept was opened
    old, new = (last.old, found.new) if last.state.in_old else (found.old, last.new)
    _end_ranges_before(items, end)
    items[_last_mark(items)] = Piece(State.SAME, old, new)
    if found.state is State.SAME:
        part = found.old if last.state.in_old else found.new
        items[here] = piece(last.state.unmoved, _part(part))
    else:
        _join(items, here, last.state)


def _is_mark(item: Item) -> bool:
    return isinstance(item, Piece) and isinstance(item.part, Mark)


def _is_in(item: Item, *, old: bool) -> bool:
    """Whether something is in the old file, or in the new."""
    if isinstance(item, Piece | Block):
        return item.state.in_old if old else item.state.in_new
    return isinstance(item, Kept)


def _part(part: Part | None) -> Part:
    assert part is not None  # noqa: S101 what is the same is in both files
    return part


def _opened(items: list[Item], at: int) -> int:
    """Where the mark of a paragraph is, once a paragraph that is kept whole lies open as its pieces."""
    found = items[at]
    if not isinstance(found, Kept):
        return at
    pieces = found.opened()
    items[at : at + 1] = pieces
    return at + len(pieces) - 1


def _last_mark(items: list[Item]) -> int:
    return next(at for at in range(len(items) - 1, -1, -1) if _is_mark(items[at]))


def _end_ranges_before(items: list[Item], mark: int) -> None:
    """The mark is no longer part of a move that ends with it."""
    while mark + 1 < len(items) and _ends_range(items[mark + 1]):
        items.insert(mark, items.pop(mark + 1))
        mark += 1


def _ends_range(item: Item) -> bool:
    return isinstance(item, Point) and item.element.tag in RANGE_ENDS


def _join(items: list[Item], at: int, state: State) -> None:
    """Take a mark away whose paragraph now ends with the last mark, and put its words there.

    What went stands before what came.
    """
    start = next((before + 1 for before in range(at - 1, -1, -1) if _ends(items[before])), 0)
    end = at + 1
    while end < len(items) and _ends_range(items[end]):
        end += 1
    paragraph = [*items[start:at], *items[at + 1 : end]]
    if not all(_only_other(item, state) for item in paragraph):
        del items[at]  # its words run on into the next paragraph
        return
    del items[start:end]
    last = _last_mark(items)
    if not state.in_old:  # the paragraph went: to the beginning of the last
        last = next((before + 1 for before in range(last - 1, -1, -1) if _ends(items[before])), 0)
    items[last:last] = paragraph


def _ends(item: Item) -> bool:
    return isinstance(item, Kept | Block) or _is_mark(item)


def _only_other(item: Item, state: State) -> bool:
    """Whether it is in none but the file that a mark in this state is not in."""
    return not isinstance(item, Piece) or item.state.in_old != state.in_old
