"""What the draft has as the old version had it, so that somebody can look at it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.rollforward.amounts import stated_amounts
from kdnet_docs.rollforward.decisions import Answers, decided
from kdnet_docs.rollforward.draft import Draft
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.sources.comments import comment_places
from kdnet_docs.sources.parts import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """Places that stay as they were for one reason: each with its line in the draft and its words."""

    reason: Message
    places: tuple[tuple[int, str], ...]


def untouched(plan: Plan, answers: Answers, draft: Draft) -> Iterator[Untouched]:
    """What stays, by the reasons; amounts, ids, comments and persons last."""
    found: dict[Message, list[tuple[int, str]]] = {}
    for item in plan.items:
        if decided(item, answers) == item.words:
            found.setdefault(_reason(item), []).append((item.span.start, item.words))
    found |= _besides(plan)
    for reason, places in found.items():
        if places:
            yield Untouched(reason=reason, places=tuple((draft.line(at), words) for at, words in places))


def _reason(item: Item) -> Message:
    return item.verdict.reason if item.verdict.kind == "keep" else msg("decided so")


def _besides(plan: Plan) -> dict[Message, list[tuple[int, str]]]:
    every = tuple(parts(plan.top))
    ids = [
        (part.wording.span.start, part.wording.text)
        for part in every
        if part.key == "id" and YEAR.search(part.wording.text)
    ]
    persons = [
        (part.wording.span.start, part.wording.text)
        for part in every
        if part.keys[-2:] == ("signatory", "name")
    ]
    tables = [(cells[0].wording.span.start, table) for table, cells in stated_amounts(every)]
    return {
        msg("the amounts in the rows of these tables are still those of the old version"): tables,
        msg("ids stay the same from year to year"): ids,
        msg("comments are yours"): list(_years_in_comments(plan)),
        msg("is it still they who sign?"): persons,
    }


def _years_in_comments(plan: Plan) -> Iterator[tuple[int, str]]:
    for start, end in comment_places(plan.top):
        for match in YEAR.finditer(plan.source.text, start, end):
            yield match.start(), match[0]
