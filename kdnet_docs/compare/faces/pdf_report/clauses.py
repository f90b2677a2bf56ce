"""A document's text in clauses, each with what changed in it and how much did not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kdnet_docs.base.messages import msg
from kdnet_docs.compare.faces.pdf_report.facts import text_id
from kdnet_docs.compare.faces.pdf_report.words import Speech, paragraph
from kdnet_docs.document.tree import Block, Heading, Inline

TOP = "top"
"""The id of what stands before the first heading."""


@dataclass(slots=True, kw_only=True)
class Clause:
    """What stands below a heading: blocks that show a change, and None for each paragraph without one.

    `title` is the heading's words; `heading` is how it is shown. `changed` says that it changed itself.
    """

    id: str
    title: str
    heading: tuple[Inline, ...]
    changed: bool = False
    parts: list[Block | None] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether something changed here."""
        return self.changed or any(self.parts)


def clause_blocks(clauses: Iterable[Clause], speech: Speech) -> Iterator[Block]:
    """The clauses in which something changed, and the names of the others between them.

    A clause of headings alone, such as a chapter, is passed over where it did not change itself.
    """
    told = (clause for clause in clauses if clause.shown or (clause.parts and clause.id != TOP))
    for shown, group in groupby(told, key=lambda clause: clause.shown):
        if shown:
            for clause in group:
                yield Heading(id=text_id(clause.id), level=2, content=clause.heading)
                yield from _parts(clause, speech)
        else:
            unchanged = tuple(group)
            names = ", ".join(speech.say(msg("“{name}”", name=clause.title)) for clause in unchanged)
            words = speech.remark(msg("(unchanged: {names})", names=names))
            yield paragraph(f"{text_id(unchanged[0].id)}/unchanged", words)


def _parts(clause: Clause, speech: Speech) -> Iterator[Block]:
    at = 0
    for shown, group in groupby(clause.parts, key=lambda part: part is not None):
        parts: Sequence[Block | None] = tuple(group)
        if shown:
            yield from (part for part in parts if part)
        else:
            count = len(parts)
            said = msg("(1 paragraph unchanged)")
            if count > 1:
                said = msg("({count} paragraphs unchanged)", count=count)
            yield paragraph(f"{text_id(clause.id)}/unchanged-{at}", speech.remark(said))
        at += len(parts)
