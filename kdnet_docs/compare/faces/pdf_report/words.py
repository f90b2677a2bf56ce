"""The words of a leaf with what went and what came, as inlines that the PDF writer draws."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, assert_never

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, Step, TablePair
from kdnet_docs.base.messages import Language, Message, msg
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.report import shortened
from kdnet_docs.compare.pieces import Piece, pieces
from kdnet_docs.document.anatomy import NOTE_MARK
from kdnet_docs.document.tree import Cell, Inline, LineBreak, Paragraph, Strong, Text
from kdnet_docs.render.pdf.inlines import Changed, Remark

Change = Literal["same", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of the report's own, in its language."""

    language: Language

    def say(self, message: Message) -> str:
        """The words of a message."""
        return message.to(self.language)

    def words(self, message: Message) -> tuple[Inline, ...]:
        """The same as inlines; a note's mark that is quoted with other words is left out."""
        return (Text(text=self.say(message).replace(NOTE_MARK, "")),)

    def remark(self, message: Message, *, leads: bool = False) -> tuple[Inline, ...]:
        """What the report says between the document's own words, told from them by their look.

        `leads` keeps them together with what follows.
        """
        return (Remark(text=self.say(message).replace(NOTE_MARK, ""), leads=leads),)

    def strong(self, message: Message) -> tuple[Inline, ...]:
        """Words that lead in others."""
        return (Strong(content=self.words(message)),)

    def of_text(self, text: str, change: Change) -> Iterator[Inline]:
        """A stretch of a leaf's text; a footnote's mark is said in words."""
        shown = text.replace(NOTE_MARK, f" [{self.say(msg('footnote'))}]")
        for number, line in enumerate(shown.split("\n")):
            if number:
                yield LineBreak()
            if line:
                yield Text(text=line) if change == "same" else Changed(text=line, change=change)

    def of_pair(self, old: str, new: str) -> tuple[Inline, ...]:
        """Words that stand in both documents, with what went and what came."""
        return tuple(self._of_pieces(pieces(old, new)))

    def _of_pieces(self, found: Iterable[Piece]) -> Iterator[Inline]:
        """The words of pieces; between what went and what came in its place is room, and a line may end.

        Where paragraphs were joined or divided, the end of the one stands for the space between them.
        """
        last = None
        for piece, after in pairwise((*found, None)):
            breaks = {one.text for one in (last, after) if one}
            if piece is None or (piece.kind != "same" and piece.text == " " and "\n" in breaks):
                continue
            if last and (last.kind, piece.kind) == ("deleted", "inserted") and not last.text[-1].isspace():
                yield Text(text=" ")
            yield from self.of_text(piece.text, piece.kind)
            last = piece


def words_of(step: Step, aligned: Aligned, speech: Speech) -> tuple[Inline, ...]:
    """The words of one step, where there is room for one paragraph: in a cell, a caption, a footnote."""
    old, new = aligned.old, aligned.new
    match step:
        case Paired():
            return speech.of_pair(old.text(step.old), new.text(step.new))
        case Deleted():
            return tuple(speech.of_text(old.text((step.old,)), "deleted"))
        case Inserted():
            return tuple(speech.of_text(new.text((step.new,)), "inserted"))
        case MovedFrom():
            return speech.remark(
                msg("(moved away from here: “{words}”)", words=shortened(old.text((step.old,))))
            )
        case MovedTo():
            moved = speech.remark(msg("(moved here)"))
            return (*moved, Text(text=" "), *speech.of_pair(old.text((step.old,)), new.text((step.new,))))
        case TablePair():
            return speech.of_pair(old.text((step.old,)), new.text((step.new,)))
        case _:
            assert_never(step)


def lines(parts: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """The words of several paragraphs, each on lines of its own."""
    filled = [part for part in parts if part]
    return tuple(
        inline for number, part in enumerate(filled) for inline in ((LineBreak(), *part) if number else part)
    )


def paragraph(identity: str, content: Iterable[Inline]) -> Paragraph:
    """A paragraph of the report."""
    return Paragraph(id=identity, content=tuple(content))


def cell(identity: str, content: Iterable[Inline], *, header: bool = False, span: int = 1) -> Cell:
    """A cell of the report with one paragraph."""
    words = tuple(content)
    blocks = (paragraph(f"{identity}/p1", words),) if words else ()
    return Cell(id=identity, blocks=blocks, header=header, column_span=span)


def has_changed(inlines: Iterable[Inline]) -> bool:
    """Whether words among these went or came."""
    return any(isinstance(inline, Changed) for inline in inlines)
