"""What is counted and named before a contract is written: ids, numbers, typed tables.

Parameters may speak of what stands further down, so this comes first. Parts are found again by
their identity in memory: the model is frozen, and equal parts may stand in two places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from kdnet_docs.assembly.ids import Ids
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.tables import TypedTable, read_table
from kdnet_docs.assembly.values import CLOSED, Money, Quantity, Rows, Scope, Value
from kdnet_docs.base.diagnostics import Diagnostic
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
from kdnet_docs.model.goals import Goal, GoalGroup, GoalsBlock, Target
from kdnet_docs.model.tables import TableSpec

Part = Appendix | SectionBlock | Clause | TextBlock | SignaturesBlock | GoalGroup | Goal | TableSpec
"""A part of a contract that has an id."""


@dataclass(slots=True)
class Plan:
    """The ids, numbers and typed tables of a contract."""

    contract: Contract
    findings: list[Diagnostic]
    tables: dict[str, TypedTable] = field(default_factory=dict)
    _ids: dict[int, str] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _goals: int = 0
    contents: str = field(init=False)
    appendices: str = field(init=False)

    def __post_init__(self) -> None:
        parts = list(parts_of(self.contract))
        ids = Ids(self.findings)
        for part in parts:
            ids.reserve(part.id, part.span_of("id"))
        for part in parts:
            self._note(part, ids)
        self.contents = ids.given(None, "contents")
        self.appendices = ids.given(None, "appendices")
        _refuse_same_names(self.contract.parties, self.findings)
        _refuse_same_names(
            [target for part in parts if isinstance(part, Goal) for target in part.targets], self.findings
        )

    def id_of(self, part: Part) -> str:
        """The part's id, the author's or a derived one."""
        return self._ids[id(part)]

    def number_of(self, part: Clause | Goal) -> int:
        """The number of a clause in its section, or of a goal in the contract."""
        return self._numbers[id(part)]

    def derived(self) -> Iterator[tuple[Part, str, str]]:
        """The parts with a heading whose id was derived from it: the part, the heading's key, the id."""
        keys = {
            SectionBlock: "section",
            Appendix: "appendix",
            Clause: "title",
            GoalGroup: "group",
            Goal: "title",
        }
        for part in parts_of(self.contract):
            key = keys.get(type(part))
            if key and part.id is None and part.span_of(key) != part.span:
                yield part, key, self.id_of(part)

    def _note(self, part: Part, ids: Ids) -> None:
        match part:
            case SectionBlock():
                self._ids[id(part)] = ids.given(part.id, part.section.text)
                self._numbers.update(
                    (id(clause), number) for number, clause in enumerate(part.clauses, start=1)
                )
            case Appendix():
                self._ids[id(part)] = ids.given(part.id, part.appendix.text)
            case Clause():
                self._ids[id(part)] = ids.given(part.id, part.title.text)
            case TextBlock():
                self._ids[id(part)] = ids.given(part.id, "text")
            case SignaturesBlock():
                self._ids[id(part)] = ids.given(part.id, "signatures")
            case GoalGroup():
                self._ids[id(part)] = ids.given(part.id, part.group.text)
            case Goal():
                self._goals += 1
                self._numbers[id(part)] = self._goals
                self._ids[id(part)] = ids.given(
                    part.id, part.title.text if part.title else f"goal-{self._goals}"
                )
            case TableSpec():
                self._ids[id(part)] = part.id
                self.tables[part.id] = read_table(part, self.contract.language, self.findings)
            case _:
                assert_never(part)

    def scope(self) -> Scope:
        """What the parameters of the contract can speak of."""
        contract = self.contract
        parts = list(parts_of(contract))
        scope: dict[str, Value] = {
            "version": contract.version,
            CLOSED: label_words(contract.language, contract.labels)["closed-words"],
            "parties": {party.id: party.name for party in contract.parties},
            "values": contract.values,
            "tables": {name: _table_scope(table) for name, table in self.tables.items()},
            "clauses": {
                self.id_of(part): str(self.number_of(part)) for part in parts if isinstance(part, Clause)
            },
            "goals": {
                self.id_of(part): str(self.number_of(part)) for part in parts if isinstance(part, Goal)
            },
            "targets": {
                target.id: Quantity(target.value.value, target.unit)
                for part in parts
                if isinstance(part, Goal)
                for target in part.targets
            },
        }
        return scope | ({"effective": contract.effective} if contract.effective else {})


def _refuse_same_names(named: Iterable[Party | Target], findings: list[Diagnostic]) -> None:
    """Parameters would find only the last of several with one name."""
    ids = Ids(findings)
    for one in named:
        ids.reserve(one.id, one.span_of("id"))


def _table_scope(table: TypedTable) -> Scope:
    units = {column.key: column.unit.scale if column.unit else 1 for column in table.spec.columns}
    return {
        "rows": Rows(len(table.rows)),
        "total": {key: Money(number, units[key]) for key, number in table.totals().items()},
    }


def parts_of(contract: Contract) -> Iterator[Part]:
    """Every part that has an id, in reading order."""
    yield from _parts_of_blocks(contract.body)
    for appendix in contract.appendices:
        yield appendix
        yield from _parts_of_blocks(appendix.body)


def _parts_of_blocks(blocks: tuple[ContractBlock, ...]) -> Iterator[Part]:
    for block in blocks:
        match block:
            case SectionBlock():
                yield block
                for clause in block.clauses:
                    yield clause
                    yield from _parts_of_blocks(clause.body)
                yield from _parts_of_blocks(block.body)
            case GoalsBlock():
                for group in block.goals:
                    yield group
                    yield from group.goals
            case TableBlock():
                yield block.table
            case TextBlock() | SignaturesBlock():
                yield block
            case _:
                assert_never(block)


def tables_of(contract: Contract) -> Iterator[TypedTable]:
    """The tables of a contract with their cells read, without those that have cells which cannot be read."""
    for part in parts_of(contract):
        if isinstance(part, TableSpec):
            unreadable: list[Diagnostic] = []
            table = read_table(part, contract.language, unreadable)
            if not unreadable:
                yield table


def goals_of(contract: Contract) -> tuple[Goal, ...]:
    """Every goal of a contract, in the order of their numbers."""
    return tuple(part for part in parts_of(contract) if isinstance(part, Goal))
