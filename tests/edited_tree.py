"""A document's tree, changed by hand: what stands in it, a block for another, ids counted anew."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kdnet_docs.document.tree import (
    Block,
    Cell,
    CodeBlock,
    Contents,
    Footnote,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
    Text,
)
from kdnet_docs.document.walk import plain_text


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:  # noqa: C901 - a case for each kind
    """Every paragraph, also in items, cells and notes."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
                for note in notes_of(block):
                    yield from paragraphs(note.blocks)
            case List():
                for item in block.items:
                    yield from paragraphs(item.blocks)
            case Quote():
                yield from paragraphs(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)
            case Heading() | CodeBlock() | Rule() | Contents() | Signatures():
                pass


def notes_of(block: Paragraph) -> list[Footnote]:
    return [one for one in block.content if isinstance(one, Footnote)]


def replaced(blocks: Iterable[Block], identity: str, by: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with others in the place of one of them, wherever it is."""
    made: list[Block] = []
    for block in blocks:
        if block.id == identity:
            made.extend(by)
            continue
        match block:
            case Paragraph() if notes_of(block):
                content = (_with_blocks(one, identity, by) for one in block.content)
                made.append(replace(block, content=tuple(content)))
            case List():
                items = (replace(item, blocks=replaced(item.blocks, identity, by)) for item in block.items)
                made.append(replace(block, items=tuple(items)))
            case Quote():
                made.append(replace(block, blocks=replaced(block.blocks, identity, by)))
            case Table():
                rows = (
                    replace(
                        row,
                        cells=tuple(
                            replace(cell, blocks=replaced(cell.blocks, identity, by)) for cell in row.cells
                        ),
                    )
                    for row in block.rows
                )
                made.append(replace(block, rows=tuple(rows)))
            case _:
                made.append(block)
    return tuple(made)


def _with_blocks(inline: Inline, identity: str, by: Sequence[Block]) -> Inline:
    if isinstance(inline, Footnote):
        return replace(inline, blocks=replaced(inline.blocks, identity, by))
    return inline


def words_of(block: Block) -> str:
    return plain_text(block.content) if isinstance(block, Paragraph | Heading) else ""


def words_in(cells: Iterable[Cell]) -> str:
    return "".join(words_of(block) for cell in cells for block in cell.blocks)


def line(identity: str, words: str) -> Paragraph:
    return Paragraph(id=identity, content=(Text(text=words),))


def cell_of(identity: str, words: str) -> Cell:
    return Cell(id=identity, blocks=(line(f"{identity}/p1", words),))


def crossed(blocks: tuple[Block, ...], one: Block, other: Block) -> int:
    """How many characters stand between two blocks, with the second."""
    first, last = sorted((blocks.index(one), blocks.index(other)))
    return sum(len(words_of(block)) for block in blocks[first : last + 1] if block is not one)


# --- ids -----------------------------------------------------------------------------------------

_COUNTED = re.compile(r"^(.*)/(p|list|quote|code|rule|new)\d+$")


def owner(identity: str) -> str:
    return identity.rpartition("/")[0]


def tail(identity: str) -> str:
    return identity.rpartition("/")[2]


@dataclass(slots=True)
class Recount:
    """Counts the ids of prose anew; `ids` is what became of each."""

    ids: dict[str, str] = field(default_factory=dict)
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(self._block(block, block.id) for block in blocks)

    def _block(self, block: Block, called: str) -> Block:
        """The block counted anew, called so but for its number."""
        identity = self.ids[block.id] = self._counted(called)
        match block:
            case Paragraph():
                content = (
                    replace(one, blocks=self.blocks(one.blocks)) if isinstance(one, Footnote) else one
                    for one in block.content
                )
                return replace(block, id=identity, content=tuple(content))
            case List():
                items = (self._item(item, block.id, identity, at) for at, item in enumerate(block.items, 1))
                return replace(block, id=identity, items=tuple(items))
            case Quote():
                return replace(block, id=identity, blocks=self._below(block.blocks, block.id, identity))
            case Table():
                rows = (
                    replace(
                        row,
                        cells=tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in row.cells),
                    )
                    for row in block.rows
                )
                return replace(block, rows=tuple(rows))
            case Signatures():
                return block
            case _:
                return replace(block, id=identity)

    def _item(self, item: ListItem, old_list: str, new_list: str, number: int) -> ListItem:
        if _COUNTED.match(old_list) and item.id.startswith(f"{old_list}/"):
            identity = f"{new_list}/{number}"
            blocks = self._below(item.blocks, item.id, identity)
            return replace(item, id=identity, blocks=blocks)
        return replace(item, blocks=self.blocks(item.blocks))

    def _below(self, blocks: Iterable[Block], old: str, new: str) -> tuple[Block, ...]:
        """Blocks whose ids begin with that of what holds them, which is another now."""
        return tuple(self._block(block, new + block.id.removeprefix(old)) for block in blocks)

    def _counted(self, identity: str) -> str:
        match = _COUNTED.match(identity)
        if not match:
            return identity
        owner, kind = match[1], "p" if match[2] == "new" else match[2]
        self._counts[owner, kind] += 1
        return f"{owner}/{kind}{self._counts[owner, kind]}"
