"""What the open version has in the place of a closed part: its number, and that it is closed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from kdnet_docs.assembly.closing.closed_parts import within
from kdnet_docs.assembly.closing.references import Closings
from kdnet_docs.assembly.ids import slug
from kdnet_docs.assembly.labels import Words
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.contract import (
    Appendix,
    Clause,
    Party,
    SectionBlock,
    SignaturesBlock,
    TableBlock,
    TextBlock,
)
from kdnet_docs.model.goals import Goal, GoalGroup, GoalsBlock, Target
from kdnet_docs.model.meeting import AgendaItem, Bilag
from kdnet_docs.model.status import Initiative
from kdnet_docs.model.tables import TableSpec

Stub: TypeAlias = "str | bool | list[Stub] | dict[str, Stub]"

_NUMBERED = (Clause, Goal, GoalGroup, GoalsBlock, Bilag, SignaturesBlock)
"""What keeps its place within a closed part: the numbers after it depend on it, and people sign by name."""


@dataclass(slots=True, kw_only=True)
class Stubs:
    """Makes the stubs of one source. `ids` has the id of each part by its identity in memory."""

    words: Words
    text: str
    """The whole source, in which no id that is made up here may stand yet."""
    ids: Mapping[int, str]
    closings: Closings = field(default_factory=Closings)
    _counter: Iterator[int] = field(default_factory=lambda: count(1))

    def of(self, part: Authored) -> dict[str, Stub]:  # noqa: C901 - one case for each kind of part
        """The stub of a part; where its id led, and what it held, is noted in `closings`."""
        part_closed, words = self.words["closed-part"], self.words["closed-words"]
        match part:
            case AgendaItem():
                self.forget(part)
                decided: dict[str, Stub] = {"beslutning": words} if part.beslutning else {}
                return {
                    "number": str(part.number),
                    **self._title(part),
                    **decided,
                    **self._all(bilag=part.bilag),
                }
            case Bilag():
                bilag: dict[str, Stub] = {"title": self.words["closed-bilag"], "closed": True}
                replaces: dict[str, Stub] = {"replaces": part.replaces} if part.replaces else {}
                return {**self.identity(part), **bilag, **replaces}
            case Clause():
                return {**self.identity(part), "title": part_closed, **self._kept(body=part.body)}
            case SectionBlock():
                of_section = self.identity(part)
                clauses = self._all(clauses=part.clauses)
                return {**of_section, "section": part_closed, **clauses, **self._kept(body=part.body)}
            case Appendix():
                title = self.words["closed-bilag"]
                return {**self.identity(part), "appendix": title, **self._kept(body=part.body)}
            case GoalsBlock():
                overview: dict[str, Stub] = {"overview": True} if part.overview else {}
                return {**self._all(goals=part.goals), **overview}
            case GoalGroup():
                return {**self.identity(part), "group": part_closed, **self._all(goals=part.goals)}
            case Goal():
                return {**self.identity(part), **self._title(part)}
            case TextBlock() | TableBlock():
                return {**self.identity(part.table if isinstance(part, TableBlock) else part), "text": words}
            case SignaturesBlock():
                return {"signatures": [self.closings.parties.get(one, one) for one in part.signatures]}
            case Initiative():
                return {**self.identity(part), "title": part_closed, "statuses": [words]}
            case _:
                raise TypeError(type(part))

    def identity(self, part: Authored) -> dict[str, Stub]:
        """The key with the part's id in the open version, where it has one; what is in it leads there too."""
        old = self.ids.get(id(part))
        if old is None:
            return {}
        new = self._new_id()
        self.forget(part, new)
        self.closings.renamed[old] = new
        return {"id": new}

    def rename(self, part: Authored) -> str:
        """The id in the open version of a part that is not closed, but whose name is."""
        new = self._new_id()
        renamed = self.closings.parties if isinstance(part, Party) else self.closings.renamed
        renamed[self.ids[id(part)]] = new
        return new

    def _new_id(self) -> str:
        stem = slug(self.words["closed-part"])
        return next(name for name in (f"{stem}-{n}" for n in self._counter) if name not in self.text)

    def forget(self, part: Authored, new: str = "") -> None:
        """Notes that the part and all in it are not there; links to them lead to the part `new`."""
        for one in within(part):
            old = self.ids.get(id(one))
            if old is not None and new:
                self.closings.links[old] = new
            if isinstance(one, TableSpec):
                self.closings.gone.add(("tables", one.id))
            if isinstance(one, Target):
                self.closings.gone.add(("targets", one.id))

    def _title(self, part: AgendaItem | Goal) -> dict[str, Stub]:
        return {"title": self.words["closed-part"]} if part.title and part.title.text.strip() else {}

    def _all(self, **parts: Iterable[Authored]) -> dict[str, Stub]:
        made: dict[str, list[Stub]] = {key: [self.of(one) for one in all_] for key, all_ in parts.items()}
        return {key: stubs for key, stubs in made.items() if stubs}

    def _kept(self, **parts: Iterable[Authored]) -> dict[str, Stub]:
        return self._all(**{key: [one for one in all_ if bears_numbers(one)] for key, all_ in parts.items()})

    def kept(self, parts: Iterable[Authored]) -> list[Stub]:
        """The stubs of those parts that others depend on."""
        return [self.of(one) for one in parts if bears_numbers(one)]


def bears_numbers(part: Authored) -> bool:
    """Whether what comes after the part, or people who sign, depend on it."""
    return any(isinstance(one, _NUMBERED) for one in within(part))


def written(stub: Stub) -> str:
    """A stub as it is written in YAML, on one line."""
    match stub:
        case bool():
            return "true" if stub else "false"
        case str():
            return quoted(stub)
        case list():
            return f"[{', '.join(map(written, stub))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {written(value)}" for key, value in stub.items()) + "}"


def quoted(words: str) -> str:
    """Words in quotes, as YAML reads them back."""
    import json

    return json.dumps(words, ensure_ascii=False)
