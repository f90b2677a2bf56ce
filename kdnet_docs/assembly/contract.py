"""A contract to a document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.goals import goals_blocks
from kdnet_docs.assembly.head import document
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.plan import Plan
from kdnet_docs.assembly.stated import stated_by_contract
from kdnet_docs.assembly.tables import table_block
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.document.tree import (
    Block,
    Contents,
    Document,
    Heading,
    Inline,
    Number,
    Paragraph,
    Signatory,
    Signatures,
    Text,
)
from kdnet_docs.document.walk import plain_text
from kdnet_docs.model.contract import (
    Appendix,
    Clause,
    Contract,
    ContractBlock,
    Party,
    SectionBlock,
    SignaturesBlock,
    TableBlock,
    TextBlock,
)
from kdnet_docs.model.goals import GoalsBlock

DEEPEST_HEADING = 6


def assemble_contract(contract: Contract, findings: list[Diagnostic]) -> Document:
    """The document of a contract; what is wrong with its content is added to `findings`."""
    plan = Plan(contract, findings)
    words = label_words(contract.language, contract.labels)
    context = Context(
        language=contract.language, words=words, scope=plan.scope(), findings=findings, has_sections=True
    )
    title = plain_text(context.heading(contract.title, "title"))
    writer = _Writer(contract, plan, context)
    contents = (Contents(id=plan.contents, title=words["contents"]),) if contract.contents else ()
    blocks = (*contents, *writer.blocks(contract.body, level=1, owner=title), *writer.appendices())
    parties = tuple({"name": party.name} for party in contract.parties)
    made = document(contract, title, blocks, words)
    return replace(
        made,
        cover="contract",
        fields={**made.fields, "parties": parties},
        stated=stated_by_contract(contract, plan, title),
    )


class _Writer:
    """Writes the blocks of one contract."""

    def __init__(self, contract: Contract, plan: Plan, context: Context) -> None:
        self._contract = contract
        self._plan = plan
        self._context = context
        self._fields: set[str] = set()

    def blocks(self, parts: tuple[ContractBlock, ...], level: int, owner: str) -> Iterator[Block]:
        """The blocks of `parts`; `owner` is the heading they stand under, which describes their tables."""
        for part in parts:
            match part:
                case SectionBlock():
                    yield from self._section(part, level)
                case TextBlock():
                    yield from self._mark(self._plan.id_of(part), closed=part.closes("text"))
                    yield from self._context.prose(part.text, self._plan.id_of(part))
                case TableBlock():
                    yield from self._mark(
                        part.table.id, closed=part.closes("table") or part.table.closes("rows")
                    )
                    yield table_block(self._plan.tables[part.table.id], self._context, owner)
                case SignaturesBlock():
                    yield self._signatures(part)
                case GoalsBlock():
                    above = self._level(level + 1, part.span) - 1  # the goals stand one below their groups
                    yield from goals_blocks(part, self._plan, self._context, above, self._contract.labels)
                case _:
                    assert_never(part)

    def _heading(self, wording: Wording, identity: str, *, closed: bool) -> tuple[Inline, ...]:
        return self._context.marked(self._context.heading(wording, identity), closed=closed)

    def _mark(self, identity: str, *, closed: bool) -> Iterator[Block]:
        """A line which says that what follows is closed, where it has no heading that could."""
        if content := self._context.marked((), closed=closed):
            yield Paragraph(id=f"{identity}/closed", content=content[1:])

    def _section(self, section: SectionBlock, level: int) -> Iterator[Block]:
        identity = self._plan.id_of(section)
        content = self._heading(section.section, identity, closed=section.closes("section"))
        yield Heading(
            id=identity,
            level=self._level(level, section.section.span),
            content=content,
            new_page=section.new_page,
            span=section.section.span,
        )
        yield from self._mark(identity, closed="text" in section.closed_keys)
        yield from self._context.prose(section.text, identity)
        for clause in section.clauses:
            yield from self._clause(clause, level + 1, sequence=identity)
        yield from self.blocks(section.body, level + 1, plain_text(content))

    def _clause(self, clause: Clause, level: int, sequence: str) -> Iterator[Block]:
        identity = self._plan.id_of(clause)
        content = self._heading(clause.title, identity, closed=clause.closes("title"))
        yield Heading(
            id=identity,
            level=self._level(level, clause.title.span),
            content=content,
            number=Number(value=self._plan.number_of(clause), pattern="%1.", sequence=sequence),
            span=clause.title.span,
        )
        yield from self._mark(identity, closed="text" in clause.closed_keys)
        yield from self._context.prose(clause.text, identity)
        yield from self.blocks(clause.body, level + 1, plain_text(content))

    def appendices(self) -> Iterator[Block]:
        """The appendices under a heading of their own, on a new page."""
        if not self._contract.appendices:
            return
        heading = self._contract.appendices_heading
        identity = self._plan.appendices
        content = self._context.line(heading, identity) or (Text(text=self._context.words["bilag"]),)
        yield Heading(
            id=identity, level=1, content=content, new_page=True, span=heading.span if heading else None
        )
        for appendix in self._contract.appendices:
            yield from self._appendix(appendix)

    def _appendix(self, appendix: Appendix) -> Iterator[Block]:
        identity = self._plan.id_of(appendix)
        content = self._heading(appendix.appendix, identity, closed=appendix.closes("appendix"))
        yield Heading(id=identity, level=2, content=content, span=appendix.appendix.span)
        yield from self.blocks(appendix.body, level=3, owner=plain_text(content))

    def _signatures(self, block: SignaturesBlock) -> Signatures:
        parties = {party.id: party for party in self._contract.parties}
        for name in block.signatures:
            if name not in parties:
                message = msg('there is no party "{name}"', name=name)
                hint = did_you_mean(name, parties) or msg("the parties are {names}", names=", ".join(parties))
                self._context.find(Code.UNKNOWN_PARTY, message, block.span_of("signatures"), hint)
        for name, times in Counter(block.signatures).items():
            if times > 1:
                message = msg('the party "{name}" signs twice in one block', name=name)
                self._context.find(Code.DUPLICATE_ID, message, block.span_of("signatures"))
        words, identity = self._context.words, self._plan.id_of(block)
        return Signatures(
            id=identity,
            signatories=tuple(
                Signatory(
                    id=f"{identity}/{party.id}",
                    field=self._field_name(party),
                    label=self._signature_label(party),
                    heading=f"{words['for']} {party.name}",
                    date_line=words["signature-date"],
                    name=party.signatory.name if party.signatory else "",
                    title=party.signatory.title if party.signatory else "",
                    span=party.span,
                )
                for party in (parties[name] for name in dict.fromkeys(block.signatures) if name in parties)
            ),
            span=block.span,
        )

    def _field_name(self, party: Party) -> str:
        """What the party's signature field is called: who signs in another block too has a number there."""
        name, number = party.id, 1
        while name in self._fields:
            number += 1
            name = f"{party.id}-{number}"
        self._fields.add(name)
        return name

    def _signature_label(self, party: Party) -> str:
        """What the party's signature field is called for those who cannot see it."""
        label = f"{self._context.words['signature-for']} {party.name}"
        if party.signatory is None:
            return label
        return f"{label}: {', '.join(filter(None, (party.signatory.name, party.signatory.title)))}"

    def _level(self, level: int, span: Span) -> int:
        if level > DEEPEST_HEADING:
            message = msg(
                "headings go {depth} levels deep, this would be level {level}",
                depth=DEEPEST_HEADING,
                level=level,
            )
            self._context.find(
                Code.HEADING_LEVEL, message, span, msg("move the section up, or make it plain text")
            )
        return min(level, DEEPEST_HEADING)
