"""Paragraphs as streams: in both files, in one, or moved."""

from collections.abc import Mapping, Sequence

from kdnet_docs.ooxml.redline.flow import FlowReader, Mark, Point, same_paragraph
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.stream import Item, Kept, Piece, merged, one_side, piece, whole
from kdnet_docs.ooxml.xml import Element, element, get, qualified


class Paragraphs:
    """Makes streams of paragraphs that end with their marks."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._reader = FlowReader()
        self._pairs: Mapping[str, str] = review.notes.pairs
        self._moves: dict[tuple[Element, Element], tuple[list[Item], list[Item]]] = {}

    def paired(self, old: Sequence[Element], new: Sequence[Element]) -> list[Item]:
        """Paragraphs of both files: one and one, or several of one file where one was split or joined."""
        if len(old) == len(new) == 1 and same_paragraph(old[0], new[0]):
            return [Kept(old[0], new[0])]
        return [*self._words(old, new), Piece(State.SAME, Mark(old[-1]), Mark(new[-1]))]

    def one(self, paragraph: Element, state: State) -> list[Item]:
        """A paragraph of one file, its mark with it."""
        flow = self._reader.read([paragraph], self._old_note if state.in_old else self._new_note)
        return [*whole(flow, state), piece(state, Mark(paragraph))]

    def moved(self, old: Element, new: Element) -> tuple[list[Item], list[Item]]:
        """A paragraph where it was, and where it is; words that it did not take along are deleted."""
        if (old, new) not in self._moves:
            name = f"move{next(self._review.moves)}"
            words = self._words([old], [new])
            self._moves[old, new] = (
                self._end(words, old, State.MOVED_FROM, name),
                self._end(words, new, State.MOVED_TO, name),
            )
        return self._moves[old, new]

    def moved_unnamed(self, old: Element, new: Element) -> tuple[list[Item], list[Item]]:
        """The same in a row that moved: Word has no name for such a move, and takes it for a deletion."""
        words = self._words([old], [new])
        return (
            [*one_side(words, State.MOVED_FROM), piece(State.DELETED, Mark(old))],
            [*one_side(words, State.MOVED_TO), piece(State.INSERTED, Mark(new))],
        )

    def _end(self, words: Sequence[Piece | Point], ended: Element, state: State, name: str) -> list[Item]:
        """One end of a move, between the marks by which Word knows the other."""
        start = self._review.mark(f"{state}RangeStart")
        start.set(qualified("w:name"), name)
        end = element(f"{state}RangeEnd", id=get(start, "w:id") or "")
        return [Point(start), *one_side(words, state), piece(state, Mark(ended)), Point(end)]

    def _words(self, old: Sequence[Element], new: Sequence[Element]) -> list[Piece | Point]:
        before, after = self._reader.read(old, self._old_note), self._reader.read(new, self._new_note)
        return list(merged(before, after))

    def _old_note(self, identity: str) -> str:
        return self._pairs.get(identity, f"{identity} of the old file")

    def _new_note(self, identity: str) -> str:
        return identity
