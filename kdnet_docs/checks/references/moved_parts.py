"""A typed number that was taken over from the version before may have come to mean another part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kdnet_docs.assembly.plan import Plan, parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.mentions import Mention, Mentioned, mentions
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Clause, Contract
from kdnet_docs.model.goals import Goal
from kdnet_docs.reading.reference_words import PartKind

_AROUND = 16
"""How many characters beside a reference stand in the version before, if it is the same."""


@lru_cache(maxsize=2)
def moved_parts(subject: Subject) -> tuple[Diagnostic, ...]:
    """A warning for each clause and goal that has another number than the reference to it that was kept."""
    return tuple(_moved(subject))


def _moved(subject: Subject) -> Iterator[Diagnostic]:
    named = [mention for mention in mentions(subject) if mention.whose != "other"]
    if not named or not isinstance(subject.model, Contract) or not isinstance(subject.earlier, Contract):
        return
    before = " ".join(subject.earlier.span.source.text.split())
    then, now = _numbered(subject.earlier), _numbered(subject.model)
    for mention in named:
        for one in mention.numbers:
            key = (_kind(mention), one.number)
            old, new = then.get(key), now.get(key)
            if old is None or (new and old.is_like(new)) or not _stood_there(mention, one, before):
                continue
            place = next((number for (_, number), part in now.items() if old.is_like(part)), "")
            # What is new altogether may be what was meant, by another name.
            if place or (new and any(new.is_like(part) for part in then.values())):
                yield _finding(mention, one, old.title, place, subject.earlier.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A clause or a goal, which is the same in two versions by its id or its title."""

    id: str
    title: str

    def is_like(self, other: "_Part") -> bool:
        return self.id == other.id or bool(self.title and self.title == other.title)


def _kind(mention: Mention) -> PartKind:
    return "point" if mention.kind == "section" else mention.kind


def _numbered(contract: Contract) -> Mapping[tuple[PartKind, str], _Part]:
    """The clauses and goals by their numbers, without numbers that several have."""
    plan = Plan(contract, [])
    found: dict[tuple[PartKind, str], _Part] = {}
    twice: set[tuple[PartKind, str]] = set()
    for part in parts_of(contract):
        if isinstance(part, Clause | Goal):
            kind: PartKind = "goal" if isinstance(part, Goal) else "point"
            key = (kind, str(plan.number_of(part)))
            twice |= {key} & found.keys()
            title = part.title.text.strip() if part.title else ""
            found[key] = _Part(id=plan.id_of(part), title=title)
    return {key: part for key, part in found.items() if key not in twice}


def _stood_there(mention: Mention, one: Mentioned, before: str) -> bool:
    """Whether the reference stood in the version before with the words around it, typed as it is now."""
    span = mention.passage.span(one.start, one.end)
    if span is None or span.text != one.number:
        return False
    # What follows may have been written since; at the beginning there is nothing else to know it by.
    after = 0 if mention.start >= _AROUND else _AROUND
    words = mention.passage.text[max(0, mention.start - _AROUND) : one.end + after]
    return " ".join(words.split()) in before


def _finding(mention: Mention, one: Mentioned, title: str, number: str, version: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MOVED_PART,
        message=msg(
            '"{words}" meant "{title}" in {version}, which is number {number} here',
            words=mention.text,
            title=title,
            version=version,
            number=number,
        )
        if number
        else msg(
            '"{words}" meant "{title}" in {version}, which is no longer here',
            words=mention.text,
            title=title,
            version=version,
        ),
        span=mention.passage.span(one.start, one.end),
        hint=msg("write a parameter for the number, so that it follows the part"),
    )
