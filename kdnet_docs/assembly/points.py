"""The points of a meeting, as the package that is made and those sent before it state them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kdnet_docs.assembly.context import Context
from kdnet_docs.base.spans import Wording
from kdnet_docs.document.tree import Heading, Inline, Number, Text
from kdnet_docs.document.walk import without_notes
from kdnet_docs.model.meeting import AgendaItem, Meeting, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a meeting; `stated` is what each package says of it, the oldest first, never empty."""

    number: int
    stated: tuple[AgendaItem, ...]

    @property
    def id(self) -> str:
        """What the ids of the point's blocks begin with."""
        return f"agenda/{self.number}"

    @property
    def title(self) -> Wording | None:
        """The title as it was written last."""
        return next((item.title for item in reversed(self.stated) if item.title), None)

    @property
    def purpose(self) -> Purpose | None:
        """What the meeting is to do with the point, as it was written last."""
        return next((item.purpose for item in reversed(self.stated) if item.purpose), None)

    @property
    def indstilling(self) -> Wording | None:
        """What the meeting is asked to decide, as it was written last."""
        return next((item.indstilling for item in reversed(self.stated) if item.indstilling), None)

    @property
    def beslutning(self) -> Wording | None:
        """What the meeting decided, as it was written last."""
        return next((item.beslutning for item in reversed(self.stated) if item.beslutning), None)


def points(meeting: Meeting, sent: Sequence[Meeting]) -> Iterator[Point]:
    """The points that `meeting` lists, in its order."""
    for item in meeting.agenda:
        earlier = (old for package in sent for old in package.agenda if old.number == item.number)
        yield Point(number=item.number, stated=(*earlier, item))


def all_points(meeting: Meeting, sent: Sequence[Meeting]) -> Iterator[Point]:
    """The points of the whole meeting, those of the packages sent before included, by number."""
    stated: dict[int, list[AgendaItem]] = {}
    for package in (*sent, meeting):
        for item in package.agenda:
            stated.setdefault(item.number, []).append(item)
    for number in sorted(stated):
        yield Point(number=number, stated=tuple(stated[number]))


def point_title(point: Point, context: Context) -> tuple[Inline, ...]:
    """A point's title; one without a title goes by its first bilag, or says that it has none."""
    if content := context.line(point.title, point.id):
        return content
    called = next((bilag.title for item in point.stated for bilag in item.bilag), None)
    return without_notes(context.line(called, point.id)) or (Text(text=context.words["no-bilag"]),)


def point_heading(point: Point, context: Context, *, new_page: bool = False) -> Heading:
    """The heading above what is said of a point: "3. Havneprojekter"."""
    return Heading(
        id=f"{point.id}/title",
        level=1,
        content=point_title(point, context),
        number=Number(value=point.number, pattern="%1.", sequence="agenda"),
        new_page=new_page,
        span=point.title.span if point.title else None,
    )
