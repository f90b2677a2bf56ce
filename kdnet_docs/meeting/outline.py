"""The outline of a meeting's PDF: the dagsorden, and each point with its bilag and their own headings."""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.points import Point, point_title, points
from kdnet_docs.document.walk import plain_text
from kdnet_docs.meeting.entries import Entry
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.tagged_pdf.parts import Bookmark


def outline(
    fronts: Sequence[str],
    listed: Sequence[Entry],
    sources: MeetingSources,
    context: Context,
    headings: Mapping[str, int],
) -> Iterator[Bookmark]:
    """A bookmark for each part before the bilag, by their names, and then for each point.

    A point without bilag leads to where the dagsorden speaks of it, by the pages of its `headings`
    counted from 1.
    """
    for part, name in enumerate(fronts):
        yield Bookmark(title=name, part=part, own=True)
    for point in points(sources.meeting, sources.sent):
        of_point = tuple(
            Bookmark(title=f"{entry.label}: {entry.title}", part=part, own=True)
            for part, entry in enumerate(listed, start=len(fronts))
            if entry.numbered.item is point.stated[-1]
        )
        page = headings.get(f"{point.id}/title", 1) - 1
        yield Bookmark(
            title=_title(point, context),
            part=of_point[0].part if of_point else 0,
            page=0 if of_point else page,
            children=of_point,
        )


def _title(point: Point, context: Context) -> str:
    return f"{point.number}. {plain_text(point_title(point, context))}"
