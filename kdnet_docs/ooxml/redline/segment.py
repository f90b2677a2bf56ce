"""The ends of segments: of the paragraphs before a table, and before the end of what holds them.

In Word, when the mark of a paragraph goes, what is left of the paragraph begins the next one. The last of a
segment has no next: its mark must stay. So the last mark of the old file and that of the new are one.
"""

from collections.abc import Iterator, Sequence

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
    for segment in _segments(items):
        _pair_last_marks(segment)
        made += segment
    _pair_last_marks(made)
    return made


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
    partner = next((at for at in reversed(marks[:-1]) if _in_other(items[at], last.state)), None)
    if partner is None or any(_in_other(item, last.state) for item in items[partner + 1 :]):
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


def _in_other(item: Item, state: State) -> bool:
    """Whether something is in the file that a mark in this state is not in."""
    if isinstance(item, Piece | Block):
        return item.state.in_new if state.in_old else item.state.in_old
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
