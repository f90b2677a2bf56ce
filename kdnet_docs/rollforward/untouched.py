"""What the draft has as the old version had it, so that somebody can look at it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.rollforward.decisions import Answers, decided
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.sources.comments import comment_places
from kdnet_docs.sources.parts import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """Places that stay as they were for one reason: each with its line in the old version and its words."""

    reason: Message
    places: tuple[tuple[int, str], ...]


def untouched(plan: Plan, answers: Answers) -> Iterator[Untouched]:
    """What stays, by the reasons; comments, ids and persons last."""
    kept = [item for item in plan.items if decided(item, answers) == item.words]
    reasons = [_reason(item) for item in kept]
    for reason in dict.fromkeys(reasons):
        of_reason = [item for item, its in zip(kept, reasons, strict=True) if its == reason]
        yield Untouched(reason=reason, places=tuple((item.span.line, item.words) for item in of_reason))
    yield from _besides(plan)


def _reason(item: Item) -> Message:
    return item.verdict.reason if item.verdict.kind == "keep" else msg("decided so")


def _besides(plan: Plan) -> Iterator[Untouched]:
    every = tuple(parts(plan.top))
    ids = tuple(
        (part.wording.span.line, part.wording.text)
        for part in every
        if part.key == "id" and YEAR.search(part.wording.text)
    )
    persons = tuple(
        (part.wording.span.line, part.wording.text)
        for part in every
        if part.keys[-2:] == ("signatory", "name")
    )
    for reason, places in (
        (msg("ids stay the same from year to year"), ids),
        (msg("comments are yours"), tuple(_years_in_comments(plan))),
        (msg("is it still they who sign?"), persons),
    ):
        if places:
            yield Untouched(reason=reason, places=places)


def _years_in_comments(plan: Plan) -> Iterator[tuple[int, str]]:
    source = plan.source
    for start, end in comment_places(plan.top):
        for match in YEAR.finditer(source.text, start, end):
            yield source.position(match.start())[0], match[0]
