"""A document's text in clauses, each with what changed in it and how much did not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.faces.pdf_report.facts import text_id
from kdnet_docs.compare.faces.pdf_report.words import Speech, lines, paragraph
from kdnet_docs.document.tree import Block, Heading, Inline

TOP = "top"
"""The id of what stands before the first heading."""


@dataclass(slots=True, kw_only=True)
class Clause:
    """What stands below a heading: blocks that show a change, remarks, and None where nothing changed.

    `title` is the heading's words; `heading` is how it is shown. `changed` says that it changed itself.
    """

    id: str
    title: str
    heading: tuple[Inline, ...]
    changed: bool = False
    parts: list[Block | Message | None] = field(default_factory=list)

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
    """The blocks, with the remarks between two of them in one paragraph."""
    remarks: list[Message] = []
    for at, (kind, group) in enumerate(groupby(clause.parts, key=_kind)):
        parts = tuple(group)
        if kind == "unchanged":
            remarks.append(_unchanged(len(parts)))
            continue
        for part in parts:
            if isinstance(part, Message):
                remarks.append(part)
            elif part:
                yield from _said(f"{text_id(clause.id)}/remark-{at}", remarks, speech, leads=True)
                yield part
                remarks = []
    yield from _said(f"{text_id(clause.id)}/remark-last", remarks, speech, leads=False)


def _kind(part: Block | Message | None) -> str:
    return "unchanged" if part is None else "remark" if isinstance(part, Message) else "block"


def _said(identity: str, remarks: Sequence[Message], speech: Speech, *, leads: bool) -> Iterator[Block]:
    if remarks:
        yield paragraph(identity, lines([speech.remark(said, leads=leads) for said in remarks]))


def _unchanged(count: int) -> Message:
    if count == 1:
        return msg("(1 paragraph unchanged)")
    return msg("({count} paragraphs unchanged)", count=count)
