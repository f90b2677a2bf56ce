"""A source as plain lines, one for each sentence, for a program that compares lines: git."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from kdnet_docs.compare.documents import document_of
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, anatomy
from kdnet_docs.document.stated import (
    Stated,
    StatedBilag,
    StatedInitiative,
    StatedParty,
    StatedPoint,
    StatedTable,
    StatedTarget,
    StatedValue,
)
from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
)
from kdnet_docs.sources.read import Authored

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ”“\"])")


def sentences(text: str) -> Iterator[str]:
    """A paragraph as its sentences, more or less: so that a change of one is not a change of all."""
    return (" ".join(sentence.split()) for sentence in _SENTENCE.split(text))


def source_lines(model: Authored) -> Iterator[str]:
    """What the source states as data, then its text clause by clause; of a meeting the referat too."""
    document = document_of(model, (), [])
    yield from chain.from_iterable(map(_stated, document.stated))
    lines = _Lines(anatomy(document))
    yield from lines.of(document.blocks)
    yield from lines.notes()


def _stated(stated: Stated) -> Iterator[str]:
    """What stands in no words of the text, or not all of it."""
    match stated:
        case StatedValue():
            yield f"{stated.key}: {stated.value}"
        case StatedTarget():
            due = f"({stated.due})" if stated.due else ""
            value = " ".join(filter(None, (f"{stated.value:f}", stated.unit, due)))
            yield f"target {stated.id}: {value}: {stated.measure}"
        case StatedBilag():
            yield f"bilag {stated.number}: {stated.title} <{stated.made_of}>"
        case StatedParty():
            yield f"party {stated.id}: {stated.name}, {stated.signatory}, {stated.title}"
        case StatedTable() | StatedInitiative() | StatedPoint():
            pass
        case _:
            assert_never(stated)


class _Lines:
    """The lines of one document; its leaves know their numbers and words."""

    def __init__(self, taken: Anatomy) -> None:
        self.taken = taken

    def of(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The lines of blocks; a clause is told by an empty line and its id."""
        for block in blocks:
            match block:
                case List():
                    for item in block.items:
                        if not (item.blocks and isinstance(item.blocks[0], Paragraph)):
                            yield from self._leaf(item.id)
                        yield from self.of(item.blocks)
                case Quote():
                    yield from (f"> {line}" for line in self.of(block.blocks))
                case Table():
                    yield from self._table(block)
                case Signatures():
                    for one in block.signatories:
                        lines = (one.heading, one.date_line, one.name, one.title)
                        yield from ("", *(" ".join(line.split()) for line in lines))
                case Heading() | Paragraph() | CodeBlock() | Rule() | Contents():
                    yield from self._leaf(block.id)
                case _:
                    assert_never(block)

    def notes(self) -> Iterator[str]:
        """The footnotes, after all the text."""
        if self.taken.notes:
            yield ""
        for identity, note in self.taken.notes.items():
            yield f"[^{identity}] {' '.join(self.of(note.blocks))}"

    def _leaf(self, identity: str) -> Iterator[str]:
        leaf = self.taken.leaves[identity]
        words = f"{leaf.label} {leaf.text}".strip().replace(NOTE_MARK, "[^]")
        if leaf.kind == "heading":
            yield from ("", f"{'#' * leaf.depth} {' '.join(words.split())} {{#{leaf.id}}}")
            return
        indent = "  " * (leaf.depth - 1) if leaf.kind == "item" else ""
        for line in words.split("\n") if leaf.kind == "code" else sentences(words):
            yield f"{indent}{line}"

    def _table(self, table: Table) -> Iterator[str]:
        """A row is a line, its cells with strokes between."""
        yield from ("", *(self._leaf(table.id) if table.caption else ()))
        for row in table.rows:
            cells = (" ".join(self.of(cell.blocks)) for cell in row.cells)
            yield f"| {' | '.join(' '.join(cell.split()) for cell in cells)} |"
