"""The bilag of a meeting with what they are called: on their pages, in the outline, and on the disk."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.assembly.bilag import NumberedBilag, bilag_sent, compared_with, numbered_bilag
from kdnet_docs.assembly.context import Context
from kdnet_docs.document.walk import plain_text
from kdnet_docs.meeting.names import Place, bilag_names, changes_names
from kdnet_docs.sources.bilag import MeetingSources


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A bilag: `label` is stamped on it, "Bilag 1"; `stem` is the name of its files without an ending.

    `changes` is the same for what has changed in it since the version that it is compared with, if it is.
    """

    numbered: NumberedBilag
    title: str
    label: str
    stem: str
    changes: str


def entries(sources: MeetingSources, context: Context) -> tuple[Entry, ...]:
    """Every bilag of the meeting, in the order of the agenda."""
    numbered = numbered_bilag(sources.meeting, sources.sent)
    titles = [plain_text(context.line(one.bilag.title, one.key)) for one in numbered]
    places = [
        Place(point=one.item.number, number=number, title=title)
        for one, number, title in zip(numbered, _in_point(numbered, sources), titles, strict=True)
    ]
    stems = bilag_names(places, sources.meeting.language)
    since = [compared_with(one.bilag) for one in numbered]
    changes = changes_names(stems, since, sources.meeting.language)
    return tuple(
        Entry(numbered=one, title=title, label=_label(one, context), stem=stem, changes=name if other else "")
        for one, title, stem, name, other in zip(numbered, titles, stems, changes, since, strict=True)
    )


def _in_point(numbered: tuple[NumberedBilag, ...], sources: MeetingSources) -> Iterator[int]:
    """The place of each bilag in its point; a tillæg goes on from what was sent, or takes its place."""
    sent = bilag_sent(sources.sent)
    taken: Counter[int] = Counter()
    placed: dict[str, int] = {}
    for one in (*sent.values(), *numbered):
        if one.number not in placed:
            taken[one.item.number] += 1
            placed[one.number] = taken[one.item.number]
    for one in numbered:
        yield placed[one.number]


def _label(one: NumberedBilag, context: Context) -> str:
    label = f"{context.words['bilag']} {one.number}"
    if one.is_closed:
        label = f"{label} {context.words['closed-words']}"
    return f"{label}, {context.words['replaces-bilag']}" if one.replaces else label
