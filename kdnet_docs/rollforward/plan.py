"""Everything of a source that a draft for the next year is decided of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kdnet_docs.base.nodes import MappingNode
from kdnet_docs.base.spans import Source
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.rollforward.amounts import amount_columns, amount_items, is_amount
from kdnet_docs.rollforward.found_times import Stretch, Time, stretches
from kdnet_docs.rollforward.head import head_items
from kdnet_docs.rollforward.item import Item, Verdict
from kdnet_docs.rollforward.rules import Told, verdict
from kdnet_docs.rollforward.statuses import status_verdict
from kdnet_docs.rollforward.targets import followed, found_targets, target_items
from kdnet_docs.rollforward.versions import Versions
from kdnet_docs.sources.parts import Part, parts

_NOT_READ = frozenset(
    {
        *("id", "kind", "key", "type", "unit", "width", "language", "status", "version", "date", "adopted"),
        *("effective", "signatures", "closed", "rounding"),
    }
)
_NOTES = frozenset({"accepts", "silence", "unanswered"})
"""Keys at the top that speak to the program, and hold no text of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The items of a source in reading order, from which version to which, and in which language it is."""

    source: Source
    top: MappingNode
    versions: Versions
    language: str
    reference: str
    items: tuple[Item, ...]

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items that somebody has to decide."""
        return tuple(item for item in self.items if item.verdict.kind == "ask")


def plan(model: Contract | StatusTable, versions: Versions) -> Plan:
    """Finds every year, date, period and target of a source, and says of each what becomes of it and why."""
    top = model.node
    every = tuple(part for part in parts(top) if part.keys[0] not in _NOTES)
    found = sorted(_items(model, every, versions), key=lambda item: item.span.start)
    return Plan(
        source=top.span.source,
        top=top,
        versions=versions,
        language=model.language,
        reference=f"{model.id}@{model.version}",
        items=tuple(_numbered(found)),
    )


def _items(model: Contract | StatusTable, every: Sequence[Part], versions: Versions) -> Iterator[Item]:
    language = model.language
    targets = found_targets(every, versions, language)
    next_ones = followed(targets, versions)
    yield from head_items(every, versions, language)
    yield from target_items(targets, versions)
    yield from amount_items(every, versions)
    columns = amount_columns(every)
    for part in every:
        if part.key in _NOT_READ or _is_of_target(part) or is_amount(part, columns):
            continue
        for stretch in stretches(part.wording, language, versions.old.year):
            for time in stretch.times:
                decided = (
                    status_verdict(time, part.keys, versions, language)
                    if isinstance(model, StatusTable)
                    else verdict(
                        Told(
                            time=time,
                            stretch=stretch,
                            key=part.key,
                            versions=versions,
                            language=language,
                            followed=next_ones,
                        )
                    )
                )
                yield _item(part, stretch, time, decided)


def _is_of_target(part: Part) -> bool:
    return part.name.startswith("targets.") and part.key in ("value", "due")


def _item(part: Part, stretch: Stretch, time: Time, decided: Verdict) -> Item:
    start, end = stretch.offset + time.start, stretch.offset + time.end
    first, last = stretch.sentence(time)
    sentence = " ".join(stretch.raw[first:last].split())
    return Item(
        part=part.name,
        words=time.words,
        wording=part.wording,
        start=start,
        end=end,
        sentence="" if sentence == time.words else sentence,
        verdict=decided,
    )


def _numbered(items: Sequence[Item]) -> Iterator[Item]:
    """The items, the same words in one value counted."""
    met: Counter[tuple[str, str]] = Counter()
    for item in items:
        met[item.part, item.words] += 1
        yield replace(item, number=met[item.part, item.words])
