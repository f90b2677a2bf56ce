"""The lists of bilag, which follow from the agenda: point, number, title and page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from kdnet_docs.assembly.bilag import NumberedBilag, compared_with
from kdnet_docs.assembly.context import Context
from kdnet_docs.document.tree import (
    Cell,
    Column,
    Emphasis,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
    Text,
)
from kdnet_docs.document.walk import without_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a bilag is found: what a link to it leads to, if anything, and its page in the package's PDF."""

    target: str
    page: int | None = None


def beside(file_name: str) -> str:
    """The target of a link to a file in the same folder as the one that holds the link."""
    return f"./{quote(file_name)}"


def bilag_list(numbered: Sequence[NumberedBilag], places: Mapping[str, Place], context: Context) -> Table:
    """The table, with a link to each bilag that has a place."""
    paged = any(place.page is not None for place in places.values())
    words = context.words
    head = {"agenda-item": "agenda-item", "number": "bilag", "title": "bilag-title", "page": "page"}
    columns = {"agenda-item": 2.3, "number": 1.3, "title": 5.7, "page": 0.9}
    if not paged:
        columns.pop("page")
    return Table(
        id="bilag-list/table",
        columns=tuple(
            Column(width=width, align="end" if key == "page" else "start") for key, width in columns.items()
        ),
        rows=(
            Row(
                id="bilag-list/head",
                role="head",
                cells=tuple(
                    _cell(f"bilag-list/head/{key}", (Text(text=words[head[key]]),), header=True)
                    for key in columns
                ),
            ),
            *_rows(numbered, places, context, paged=paged),
        ),
        description=words["bilag-list"],
    )


def _rows(
    numbered: Sequence[NumberedBilag], places: Mapping[str, Place], context: Context, *, paged: bool
) -> Iterator[Row]:
    """One row for each bilag; the point's number reaches down over all of them."""
    for _, group in groupby(numbered, key=lambda one: id(one.item)):
        of_point = tuple(group)
        for one in of_point:
            identity, place = f"bilag-list/{one.key}", places.get(one.key)
            cells = [
                _cell(f"{identity}/bilag", (Text(text=one.number),)),
                _cell(
                    f"{identity}/title", _title(one, context.line(one.bilag.title, identity), place, context)
                ),
            ]
            if paged:
                page = str(place.page) if place and place.page is not None else ""
                cells.append(_cell(f"{identity}/page", (Text(text=page),)))
            if one is of_point[0]:
                point = (Text(text=str(one.item.number)),)
                cells.insert(0, _cell(f"{identity}/point", point, header=True, row_span=len(of_point)))
            yield Row(id=identity, cells=tuple(cells), span=one.bilag.span)


def bilag_of_point(
    of_point: Sequence[NumberedBilag], identity: str, places: Mapping[str, Place], context: Context
) -> List:
    """The bilag of one point where the point is spoken of: "2: Høringssvar, side 6"."""
    return List(
        id=identity, items=tuple(_item(one, identity, places.get(one.key), context) for one in of_point)
    )


def _item(one: NumberedBilag, identity: str, place: Place | None, context: Context) -> ListItem:
    item = f"{identity}/{one.key}"
    page = f", {context.words['page'].lower()} {place.page}" if place and place.page is not None else ""
    title = _title(one, without_notes(context.line(one.bilag.title, item)), place, context)
    content = (Text(text=f"{one.number}: "), *title, *((Text(text=page),) if page else ()))
    return ListItem(id=item, blocks=(Paragraph(id=f"{item}/p1", content=content),), span=one.bilag.span)


def _title(
    one: NumberedBilag, title: tuple[Inline, ...], place: Place | None, context: Context
) -> tuple[Inline, ...]:
    """What the bilag is called, as a link to it, whether it replaces one, and what it is compared with."""
    content = title
    if place and place.target:
        content = (Link(content=content, target=place.target, span=one.bilag.title.span),)
    content = context.marked(content, closed=one.is_closed)
    if one.replaces:
        content = (*content, *_remark(context.words["replaces-bilag"]))
    if since := compared_with(one.bilag):
        content = (*content, *_remark(f"{context.words['changes-since']} {since}"))
    return content


def _remark(words: str) -> tuple[Inline, ...]:
    return (Text(text=" "), Emphasis(content=(Text(text=f"({words})"),)))


def _cell(identity: str, content: tuple[Inline, ...], *, header: bool = False, row_span: int = 1) -> Cell:
    paragraph = Paragraph(id=f"{identity}/p1", content=content)
    return Cell(id=identity, blocks=(paragraph,), header=header, row_span=row_span)
