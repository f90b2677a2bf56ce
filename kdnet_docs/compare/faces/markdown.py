"""A comparison for a pull request: the facts by clause, then the passages that changed.

What went and came stands in `<del>` and `<ins>`, which code hosts show: Markdown's own marks do not hold
beside signs and spaces.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Literal, assert_never

from kdnet_docs.alignment.steps import (
    CellStep,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    Paired,
    RowStep,
    Step,
    TablePair,
)
from kdnet_docs.base.messages import Language, Message, msg
from kdnet_docs.compare.comparison import Aligned, Comparison
from kdnet_docs.compare.faces.report import counted
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.not_shown import not_shown
from kdnet_docs.compare.one_sided import in_cell, in_note, leaves_in, of_gone_table, of_new_table
from kdnet_docs.compare.pieces import Piece, pieces
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy
from kdnet_docs.document.tree import Cell, Row

Tag = Literal["del", "ins"]
_TAGS: Mapping[Literal["deleted", "inserted"], Tag] = MappingProxyType({"deleted": "del", "inserted": "ins"})

MOST = 65_000
"""Characters: GitHub takes 65,536 in a comment."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$])")
# What makes a list or a heading of a line that begins with it.
_BEGINS = re.compile(r"^(\s*\d*)([-+#=.)])", re.MULTILINE)
# "@name" would call somebody, "#12" link to an issue that has nothing to do with it, an address to anywhere.
_CALLS = re.compile(r"([@#](?=\w)|(?:https?|ftp):(?=//)|www(?=\.))", re.IGNORECASE)


def write_markdown(comparison: Comparison) -> str:
    """The whole as Markdown in the new document's language, cut where a host would take no more."""
    document = comparison.aligned.new.document
    page = _Page(document.language)
    return _cut(page.blocks(comparison), page)


class _Page:
    """Writes in one language; each block is whole by itself, so that the page can be cut between two."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, message: Message) -> str:
        return message.to(self.language)

    def blocks(self, comparison: Comparison) -> Iterator[str]:
        old, new = comparison.aligned.old.document, comparison.aligned.new.document
        yield f"## {escaped(old.title)} → {escaped(new.title)}"
        if comparison.equal:
            yield self.say(msg("No changes."))
            return
        told = [fact for fact in comparison.facts if not fact.minor]
        yield self.say(msg("{changes}.", changes=counted(comparison.facts)))
        for clause, facts in groupby(told, key=lambda fact: fact.where.clause):
            yield f"#### {escaped(clause) or self.say(msg('At the top'))}"
            yield "\n".join(f"- {escaped(self.say(sentence(fact)))}" for fact in facts)
        yield from self._folded(comparison.facts, Kind.YEAR_SHIFT, msg("Years that have been shifted"))
        yield from self._folded(comparison.facts, Kind.TYPOGRAPHY, msg("Spelling and signs alone"))
        things = not_shown(comparison)
        if things:
            yield self.say(msg("Different too, but not shown here:"))
            yield "\n".join(f"- {escaped(self.say(thing))}" for thing in things)
        passages = list(_Passages(self, comparison.aligned).blocks())
        if passages:
            yield f"### {self.say(msg('The passages that were changed'))}"
            yield from passages

    def _folded(self, facts: Iterable[Fact], kind: Kind, title: Message) -> Iterator[str]:
        """What may be passed over, to be opened with a click."""
        lines = [f"- {escaped(self.say(sentence(fact)))}" for fact in facts if fact.kind is kind]
        if lines:
            summary = f"<summary>{self.say(title)} ({len(lines)})</summary>"
            yield "\n".join([f"<details>{summary}", "", *lines, "", "</details>"])

    def cut(self) -> str:
        return self.say(msg("The rest is left out here: there is no room for more in a comment."))


class _Passages:
    """The words that went and came, each below the heading of its clause."""

    def __init__(self, page: _Page, aligned: Aligned) -> None:
        self.page = page
        self.old, self.new = aligned.old, aligned.new
        self.aligned = aligned

    def blocks(self) -> Iterator[str]:
        for clause, passages in groupby(self._passages(self.aligned.steps), key=lambda passage: passage[0]):
            yield f"#### {escaped(clause) or self.page.say(msg('At the top'))}"
            yield from (text for _, text in passages)
        notes = [
            text for note in self.aligned.notes for _, text in self._passages(in_note(note, self.aligned))
        ]
        if notes:
            yield f"#### {self.page.say(msg('Footnotes'))}"
            yield from notes

    def _passages(self, steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
        """Each with the heading that it stands below."""
        for step in steps:
            match step:
                case Paired():
                    text = self._pair(step.old, step.new)
                    if text:
                        yield self.new.clause(step.new[0]), text
                case MovedTo():
                    yield from self._came(step)
                case MovedFrom():
                    yield self.old.clause(step.old), self._left(step.old)
                case Deleted():
                    yield self.old.clause(step.old), self._whole(step.old, self.old, "del")
                case Inserted():
                    yield self.new.clause(step.new), self._whole(step.new, self.new, "ins")
                case TablePair():
                    yield from self._passages(step.caption)
                    rows = [line for row in step.rows if (line := self._row(row))]
                    if rows:
                        yield self.new.clause(step.new), "\n".join(rows)
                case _:
                    assert_never(step)

    def _came(self, step: MovedTo) -> Iterator[tuple[str, str]]:
        clause = self.new.clause(step.new)
        if step.table:
            yield clause, f"*({self.page.say(msg('the table was moved here'))})*"
            yield from self._passages((step.table,))
            return
        words = self._pair((step.old,), (step.new,)) or self._whole(step.new, self.new, "ins")
        yield clause, f"{words} *({self.page.say(msg('moved here'))})*"

    def _left(self, leaf: str) -> str:
        if leaf in self.old.tables:
            return f"*({self.page.say(msg('a table was moved away from here'))})*"
        return f"{self._whole(leaf, self.old, 'del')} *({self.page.say(msg('moved away'))})*"

    def _pair(self, old: tuple[str, ...], new: tuple[str, ...]) -> str:
        """A leaf of both, or nothing where it is the same in both."""
        before, after = self.old.text(old), self.new.text(new)
        if before == after:
            return ""
        return _begun(self._label(new[0], self.new) + self._marked(pieces(before, after)))

    def _marked(self, found: Iterable[Piece]) -> str:
        return "".join(
            self._words(piece.text) if piece.kind == "same" else self._mark(piece.text, _TAGS[piece.kind])
            for piece in found
        )

    def _mark(self, text: str, name: Tag) -> str:
        return f"<{name}>{self._words(text)}</{name}>" if text else ""

    def _words(self, text: str) -> str:
        note = f"<sup>{self.page.say(msg('note'))}</sup>"
        return _inline(text).replace(NOTE_MARK, note).replace("\n", "<br>")

    def _label(self, leaf: str, side: Anatomy) -> str:
        label = side.leaves[leaf].label
        return f"{_inline(label)} " if label else ""

    def _whole(self, leaf: str, side: Anatomy, name: Tag) -> str:
        """A leaf that stands in one document, of a table its rows too."""
        table, text = side.tables.get(leaf), side.leaves[leaf].text
        said = self._mark(text, name) or ("" if table else f"*{self.page.say(msg('(an empty paragraph)'))}*")
        words = _begun(self._label(leaf, side)) + said
        if table is None:
            return words
        pair = of_gone_table(table) if name == "del" else of_new_table(table)
        return "\n".join([words, *map(self._row, pair.rows)]).strip()

    def _row(self, row: RowStep) -> str:
        """A row whose words are others in the two, or that one of them lacks; its cells with dots between."""
        if row.left:
            return self._mark_row(self.old.rows[row.old], self.old, "del") if row.old else ""
        if row.new is None:
            return self._mark_row(self.old.rows[row.old or ""], self.old, "del")
        if row.old is None:
            return self._mark_row(self.new.rows[row.new], self.new, "ins")
        changed, cells = row.moved, []
        for cell in row.cells:
            passages = [text for _, text in self._passages(in_cell(cell, self.aligned))]
            changed = changed or bool(passages)
            cells.append(" ".join(passages) or self._same(cell))
        return f"- {' · '.join(cells)}" if changed else ""

    def _same(self, cell: CellStep) -> str:
        return self._words(_text_of(self.new.cells[cell.new], self.new)) if cell.new else ""

    def _mark_row(self, row: Row, side: Anatomy, name: Tag) -> str:
        return f"- {self._mark(' · '.join(_text_of(cell, side) for cell in row.cells), name)}"


def _text_of(cell: Cell, side: Anatomy) -> str:
    return " ".join(side.leaves[leaf].text for leaf in leaves_in(cell))


def escaped(text: str) -> str:
    """Words of a document, of which Markdown and a code host make nothing else."""
    return _begun(_inline(text))


def _inline(text: str) -> str:
    """Words that do not begin a line."""
    return _CALLS.sub(r"\1<!-- -->", _SIGNS.sub(r"\\\1", text))


def _begun(line: str) -> str:
    return _BEGINS.sub(r"\1\\\2", line)


def _cut(blocks: Iterator[str], page: _Page) -> str:
    """The blocks that there is room for, and a word on it where some are left out."""
    room, kept = MOST, []
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            kept.append(page.cut())
            break
        kept.append(block)
    return "\n\n".join(kept) + "\n"
