"""The points of a meeting, as the package that is made and those sent before it state them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kdnet_docs.assembly.context import Context
from kdnet_docs.base.spans import Wording
from kdnet_docs.document.tree import Heading, Inline, Number, Text
from kdnet_docs.document.walk import without_notes
from kdnet_docs.model.meeting import AgendaItem, Meeting, Purpose

TextKey: TypeAlias = Literal["title", "sagsfremstilling", "indstilling", "beslutning"]


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
    def purpose(self) -> Purpose | None:
        """What the meeting is to do with the point, as it was written last."""
        return next((item.purpose for item in reversed(self.stated) if item.purpose), None)

    def text(self, key: TextKey) -> Wording | None:
        """A text of the point as it was written last; one that is left blank is not written yet."""
        return next(filter(None, (_text(item, key) for item in reversed(self.stated))), None)

    def own_text(self, key: TextKey) -> Wording | None:
        """A text of the point as the newest package has it."""
        return _text(self.stated[-1], key)

    def was_sent(self, key: TextKey) -> bool:
        """Whether a package before the newest has written a text already."""
        return any(_text(item, key) for item in self.stated[:-1])


def _text(item: AgendaItem, key: TextKey) -> Wording | None:
    wording: Wording | None = getattr(item, key)
    return wording if wording and wording.text.strip() else None


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
    if content := context.line(point.text("title"), point.id):
        return context.marked(content, closed=any(item.closes("title") for item in point.stated))
    called = next((bilag.title for item in point.stated for bilag in item.bilag), None)
    return without_notes(context.line(called, point.id)) or (Text(text=context.words["no-bilag"]),)


def point_heading(point: Point, context: Context, *, new_page: bool = False) -> Heading:
    """The heading above what is said of a point: "3. Havneprojekter"."""
    title = point.text("title")
    return Heading(
        id=f"{point.id}/title",
        level=1,
        content=point_title(point, context),
        number=Number(value=point.number, pattern="%1.", sequence="agenda"),
        new_page=new_page,
        span=title.span if title else None,
    )
