"""What the Typst template is given: a file's parts, house style and properties as JSON values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, assert_never

from kdnet_docs.document.tree import Block, Document, Heading, Link
from kdnet_docs.document.walk import blocks_within, heading_text, own_inlines
from kdnet_docs.ooxml.house import Dressing, House, Line, PageCount, PageNumber, Picture, Piece, Tab, Words
from kdnet_docs.render.pdf.blocks import Blocks, Value

_TITLES = ("Cover Title", "Title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document of the file and what stands around it."""

    document: Document
    dressing: Dressing


def payload(parts: Sequence[Part], house: House, astray: Mapping[str, int]) -> Value:
    """The values of a file of `parts`; its properties are those of the first part.

    In a file of several parts each part's title is a heading of level 1 with the part's own headings
    below it, so that bookmarks and structure show the parts; alone, a title is a title. A link to
    `#ID@VERSION` leads from one part to the beginning of another.

    `astray` counts by the name of a table or paragraph how often Typst set one of its notes on another
    page than its mark.
    """
    first = parts[0].document
    several = len(parts) > 1
    beginnings = {
        f"{part.document.id}@{part.document.version}": f"part{number}-start"
        for number, part in enumerate(parts)
    }
    return {
        "title": first.title,
        "author": first.author,
        "description": " – ".join(filter(None, (first.subject, first.comments))),
        "keywords": list(first.keywords),
        "date": [first.date.year, first.date.month, first.date.day],
        "language": _language(first),
        "fonts": families(house),
        "house": house_values(house),
        "attachments": attachments([part.document for part in parts]),
        "parts": [
            _part(f"part{number}", part, house, beginnings if several else {}, astray)
            for number, part in enumerate(parts)
        ],
    }


def _language(document: Document) -> list[str]:
    """The language, and the region where one is given: "da" or "da-DK"."""
    return document.language.split("-")[:2]


def house_values(house: House) -> Value:
    """The house style as the templates read it."""
    return {
        "page": asdict(house.page),
        "table": asdict(house.table),
        "paragraphs": {name.lower(): asdict(style) for name, style in house.paragraphs.items()},
    }


def families(house: House) -> list[str]:
    """The families of fonts that the house uses."""
    return sorted({style.font for style in house.paragraphs.values()})


def attachments(documents: Iterable[Document]) -> list[Value]:
    """The sources that go along, each once and called after its document."""
    return [
        {"name": f"{name}.yaml", "text": document.source_text, "description": document.title}
        for name, document in {_name(document): document for document in documents}.items()
        if document.source_text
    ]


def _name(document: Document) -> str:
    """The document and its version; a meeting's id ends with its version already."""
    name, version = document.id, document.version
    return name if name.endswith(f"-{version}") else f"{name}-{version}"


def _part(
    identity: str, part: Part, house: House, beginnings: Mapping[str, str], astray: Mapping[str, int]
) -> Value:
    """A part of the file; `beginnings` are the labels of all parts by ID@VERSION, if there are several."""
    document, dressing = part.document, part.dressing
    headings = headings_of(document)
    blocks = Blocks(
        part=identity,
        house=house,
        labels={**beginnings, **_labels(identity, document.blocks)},
        headings=headings,
        astray=astray,
        offset=1 if beginnings else 0,
    )
    cover = [_line(line, house) for line in dressing.cover]
    body = blocks.of(document.blocks)
    if beginnings:
        _head_part(cover, body, blocks, document.title)
    return {
        "id": identity,
        "language": _language(document),
        "watermark": document.watermark or None,
        "cover": cover,
        **{
            side: [_line(line, house) for line in getattr(dressing, side)]
            for side in ("header", "footer", "first_header", "first_footer")
        },
        "blocks": body,
    }


def headings_of(document: Document) -> tuple[Heading, ...]:
    """The headings of a document in the order in which the file has bookmarks for them.

    One without words is none: PDF/UA-1 refuses it.
    """
    every = (block for block in blocks_within(document.blocks) if isinstance(block, Heading))
    return tuple(heading for heading in every if heading_text(heading))


def _head_part(cover: list[Value], body: list[Value], blocks: Blocks, title: str) -> None:
    """Make the part's title a heading; a part that shows no title gets one."""
    for value in (*cover, *body):
        if value["type"] == "paragraph" and value["title"]:
            value |= {"type": "heading", "level": 1, "number": None, "outlined": False, "named": True}
            return
    style = blocks.style("Title")
    body.insert(
        0,
        {
            "type": "heading",
            "style": "title",
            "before": style.space_before,
            "after": style.space_after,
            "new_page": False,
            "level": 1,
            "number": None,
            "outlined": False,
            "named": True,
            "content": [title],
        },
    )


def _labels(part: str, blocks: Iterable[Block]) -> Mapping[str, str]:
    """A label for each heading and each block that a link leads to; ids may hold any characters."""
    every = tuple(blocks_within(blocks))
    targets = {
        inline.target[1:] for block in every for inline in own_inlines(block) if isinstance(inline, Link)
    }
    wanted = (block.id for block in every if isinstance(block, Heading) or block.id in targets)
    return {identity: f"{part}-{number}" for number, identity in enumerate(dict.fromkeys(wanted))}


def _line(line: Line, house: House) -> Value:
    name = line.style.lower()
    style = next((style for key, style in house.paragraphs.items() if key.lower() == name), None)
    style = style or house.paragraphs["Normal"]
    return {
        "type": "paragraph",
        "title": style.name in _TITLES,
        "keep": False,
        "style": style.name.lower(),
        "before": style.space_before,
        "after": style.space_after,
        "new_page": False,
        "content": [_piece(piece) for piece in line.pieces],
    }


def _piece(piece: Piece) -> Any:
    match piece:
        case Words():
            marks = {"bold": piece.bold, "italic": piece.italic}
            return {"text": piece.text, **{mark: True for mark, on in marks.items() if on}}
        case PageNumber():
            return {"page": True}
        case PageCount():
            return {"pages": True}
        case Tab():
            return {"tab": True}
        case Picture():
            size = {"width": piece.width, "height": piece.height}
            return {"picture": list(piece.content), "alt": piece.description, **size}
        case _:
            assert_never(piece)
