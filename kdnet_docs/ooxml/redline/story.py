"""The elements of one place in both files, such as the body or a cell, merged along the steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import assert_never

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, Step, TablePair
from kdnet_docs.ooxml.redline.chunks import Chunks
from kdnet_docs.ooxml.redline.contents import is_contents, merge_contents
from kdnet_docs.ooxml.redline.emit import Emitter
from kdnet_docs.ooxml.redline.files import Places
from kdnet_docs.ooxml.redline.flow import Point
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.redline.likeness import likeness
from kdnet_docs.ooxml.redline.moves import Moves
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.segment import settled
from kdnet_docs.ooxml.redline.stream import Block, Item
from kdnet_docs.ooxml.redline.tables import Tables
from kdnet_docs.ooxml.xml import Element, find, qualified

_PARAGRAPH, _TABLE, _CONTROL = qualified("w:p"), qualified("w:tbl"), qualified("w:sdt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What all places of two texts are merged with."""

    old: Places
    new: Places
    paragraphs: Paragraphs
    tables: Tables
    emitter: Emitter
    moves: Moves


class Story:
    """Merges the elements of one place; every one of them is in the result once, whatever the steps say."""

    def __init__(
        self, tools: Tools, old: Sequence[Element], new: Sequence[Element], steps: Sequence[Step]
    ) -> None:
        self._tools = tools
        self._steps = steps
        named_old, named_new = zip(*map(self._named, steps), strict=True) if steps else ((), ())
        self._old = Chunks(old, chain.from_iterable(named_old))
        self._new = Chunks(new, chain.from_iterable(named_new))
        self._items: list[Item] = []  # since the last table of both files
        self._made: list[Element] = []

    def merged(self) -> list[Element]:
        """The elements with tracked changes."""
        self._loosely(self._old.front, self._new.front)
        for step in self._steps:
            self._step(step)
        self._sided(self._old.rest(), State.DELETED)
        self._sided(self._new.rest(), State.INSERTED)
        self._flush()
        return self._made

    # --- steps -----------------------------------------------------------------------------------

    def _named(self, step: Step) -> tuple[list[Element], list[Element]]:
        """What a step names in the old file and in the new."""
        match step:
            case Paired():
                old, new, with_tables = step.old, step.new, False
            case Deleted():
                old, new, with_tables = (step.old,), (), True
            case Inserted():
                old, new, with_tables = (), (step.new,), True
            case MovedFrom():
                old, new, with_tables = (step.old,), (), True
            case MovedTo():
                old, new, with_tables = (), (step.new,), True
            case TablePair():
                old, new, with_tables = (step.old,), (step.new,), True
            case _:
                assert_never(step)
        found = self._tools.old.leaves(old), self._tools.new.leaves(new)
        if with_tables:
            found[0].extend(self._tools.old.tables(old))
            found[1].extend(self._tools.new.tables(new))
        return found

    def _step(self, step: Step) -> None:
        old, new = self._named(step)
        match step:
            case Paired():
                self._together(old, new)
            case Deleted():
                self._one_sided(self._old, old, State.DELETED)
            case Inserted():
                self._one_sided(self._new, new, State.INSERTED)
            case MovedFrom():
                self._one_sided(self._old, old, State.MOVED_FROM, step)
            case MovedTo():
                self._one_sided(self._new, new, State.MOVED_TO, step)
            case TablePair():
                self._caption(step)
                self._together(self._tools.old.tables((step.old,)), self._tools.new.tables((step.new,)), step)
            case _:
                assert_never(step)

    def _caption(self, step: TablePair) -> None:
        """The caption before a table, which has the table's id as a leaf."""
        for inner in step.caption:
            match inner:
                case Deleted():
                    self._one_sided(self._old, self._tools.old.leaves((inner.old,)), State.DELETED)
                case Inserted():
                    self._one_sided(self._new, self._tools.new.leaves((inner.new,)), State.INSERTED)
                case _:
                    self._step(inner)

    def _together(self, old: list[Element], new: list[Element], step: TablePair | None = None) -> None:
        """What is in both files, and what goes with it."""
        olds = [at for found in old if (at := self._old.number(found)) is not None]
        news = [at for found in new if (at := self._new.number(found)) is not None]
        head_old, tail_old = self._given(self._old, olds, State.DELETED)
        head_new, tail_new = self._given(self._new, news, State.INSERTED)
        self._both(head_old, head_new, step)
        self._loosely(tail_old, tail_new)

    def _given(self, chunks: Chunks, numbers: list[int], state: State) -> tuple[list[Element], list[Element]]:
        """What several chunks are named for, with all that stands between; and what goes with the last."""
        if not numbers:
            return [], []
        self._sided(chunks.until(min(numbers)), state)
        between = list(chain.from_iterable(chunks.until(max(numbers))))
        last = chunks.next()
        return [*between, last[0]], last[1:]

    def _one_sided(
        self,
        chunks: Chunks,
        named: list[Element],
        state: State,
        move: MovedFrom | MovedTo | None = None,
    ) -> None:
        """What is here in one file only; if it moved, the other has it elsewhere.

        A line inside something else, such as the signatures, comes or goes with what it stands in.
        """
        for found in named:
            number = chunks.number(found)
            if number is None or not chunks.begins_with(number, found):
                continue
            self._sided(chunks.until(number), state.unmoved)
            head, *tail = chunks.next()
            ends = self._tools.moves.ends(move, head) if move else None
            if ends is None:
                self._one(head, state.unmoved)
            else:
                self._items += ends[state is State.MOVED_TO]
            self._sided([tail], state.unmoved)

    # --- elements --------------------------------------------------------------------------------

    def _sided(self, chunks: "Iterator[list[Element]] | list[list[Element]]", state: State) -> None:
        for chunk in chunks:
            for found in chunk:
                self._one(found, state)

    def _one(self, found: Element, state: State) -> None:
        """An element of one file."""
        if found.tag == _PARAGRAPH:
            self._items += self._tools.paragraphs.one(found, state)
        elif found.tag == _TABLE:
            self._items.append(Block(state, self._tools.tables.one(found, state)))
        elif found.tag == _CONTROL:  # which can neither come nor go: what is in it does
            content = find(found, "w:sdtContent")
            self._sided([[] if content is None else list(content)], state)
        elif state.in_new:
            self._items.append(Point(found))

    def _both(self, old: list[Element], new: list[Element], step: TablePair | None = None) -> None:
        """Elements that are the same in both files: paragraphs, or a table, or the like."""
        kinds = {found.tag for found in chain(old, new)}
        if old and new and kinds == {_PARAGRAPH}:
            self._items += self._tools.paragraphs.paired(old, new)
        elif len(old) == len(new) == len(kinds) == 1 and kinds == {_TABLE}:
            self._add(self._tools.tables.paired(old[0], new[0], step))
        elif len(old) == len(new) == len(kinds) == 1 and kinds == {_CONTROL}:
            self._add(self._control(old[0], new[0]))
        elif len(old) == len(new) == 1:
            self._one(old[0], State.DELETED)
            self._one(new[0], State.INSERTED)
        else:
            self._loosely(old, new)

    def _loosely(self, old: list[Element], new: list[Element]) -> None:
        """Elements without steps: those are the same that are alike."""
        for one, other in likeness(old, new):
            if one is not None and other is not None:
                self._both([one], [other])
            elif one is not None:
                self._one(one, State.DELETED)
            elif other is not None:
                self._one(other, State.INSERTED)

    def _control(self, old: Element, new: Element) -> Element:
        """A content control around paragraphs, such as the table of contents."""
        if is_contents(old) and is_contents(new):
            return merge_contents(old, new, self._inside)
        before, after = find(old, "w:sdtContent"), find(new, "w:sdtContent")
        if before is not None and after is not None:
            after[:] = self._inside(list(before), list(after))
        return new

    def _inside(self, old: list[Element], new: list[Element]) -> list[Element]:
        return Story(self._tools, old, new, ()).merged()

    # --- what is made ----------------------------------------------------------------------------

    def _add(self, made: Element) -> None:
        """What stands here in both files."""
        self._flush()
        self._made.append(made)

    def _flush(self) -> None:
        self._made += self._tools.emitter.paragraphs(settled(self._items))
        self._items = []
