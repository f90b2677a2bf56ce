"""A typed number that was taken over from the version before may have come to mean another part."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kdnet_docs.assembly.plan import Plan, parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.references.mentions import Mention, Mentioned, mentions
from kdnet_docs.checks.references.parts import parts
from kdnet_docs.checks.references.vocabulary import PartKind
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Clause, Contract
from kdnet_docs.model.goals import Goal

_AROUND = 12
"""How many characters before and after a reference stand in the version before, if it is the same."""


@lru_cache(maxsize=2)
def moved_parts(subject: Subject) -> tuple[Diagnostic, ...]:
    """A warning for each clause and goal that has another number than the reference to it that was kept."""
    return tuple(_moved(subject))


def _moved(subject: Subject) -> Iterator[Diagnostic]:
    named = [mention for mention in mentions(subject) if mention.whose != "other"]
    if not named or not isinstance(subject.model, Contract) or not isinstance(subject.earlier, Contract):
        return
    before = " ".join(subject.earlier.span.source.text.split())
    then, now = _ids(subject.earlier), _ids(subject.model)
    titles = _titles(subject)
    for mention in named:
        for one in mention.numbers:
            old = then.get((_kind(mention), one.number))
            new = now.get((_kind(mention), one.number))
            place = next((number for (kind, number), name in now.items() if name == old), None)
            if old and old != new and place and _stood_there(mention, one, before):
                yield _finding(mention, one, titles.get(old, old), place, subject.earlier.version)


def _kind(mention: Mention) -> PartKind:
    return "point" if mention.kind == "section" else mention.kind


def _ids(contract: Contract) -> Mapping[tuple[PartKind, str], str]:
    """The ids of clauses and goals by their numbers, without numbers that several have."""
    plan = Plan(contract, [])
    found: dict[tuple[PartKind, str], str] = {}
    twice: set[tuple[PartKind, str]] = set()
    for part in parts_of(contract):
        if isinstance(part, Clause | Goal):
            kind: PartKind = "goal" if isinstance(part, Goal) else "point"
            key = (kind, str(plan.number_of(part)))
            twice |= {key} & found.keys()
            found[key] = plan.id_of(part)
    return {key: name for key, name in found.items() if key not in twice}


def _titles(subject: Subject) -> Mapping[str, str]:
    known = parts(subject)
    ids = {name for of_kind in known.headings.values() for names in of_kind.values() for name in names}
    return {name: subject.anatomy.leaves[name].text for name in ids}


def _stood_there(mention: Mention, one: Mentioned, before: str) -> bool:
    """Whether the reference stood in the version before with the words around it, typed as it is now."""
    span = mention.passage.span(one.start, one.end)
    if span is None or span.text != one.number:
        return False
    words = mention.passage.text[max(0, mention.start - _AROUND) : one.end + _AROUND]
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
        ),
        span=mention.passage.span(one.start, one.end),
        hint=msg("write a parameter for the number, so that it follows the part"),
    )
