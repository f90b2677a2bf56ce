"""What the Typst template is given: a document, the house style and the file's properties as JSON values."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, assert_never

from kdnet_docs.document.tree import Block, Document, Heading, Link
from kdnet_docs.document.walk import blocks_within, heading_text, own_inlines
from kdnet_docs.ooxml.house import Dressing, House, Line, PageCount, PageNumber, Picture, Piece, Tab, Words
from kdnet_docs.render.pdf.blocks import Blocks, Value

_TITLES = ("Cover Title", "Title")
_SIDES = ("header", "footer", "first_header", "first_footer")


def payload(
    document: Document,
    dressing: Dressing,
    house: House,
    astray: Mapping[str, int],
    placeholders: Mapping[str, str] = MappingProxyType({}),
) -> Value:
    """The values of a document's file.

    `astray` counts by the name of a table or paragraph how often Typst set one of its notes on another
    page than its mark. `placeholders` are the addresses of those for signature fields, by signatory.
    """
    blocks = Blocks(
        house=house,
        labels=_labels(document.blocks),
        headings=headings_of(document),
        astray=astray,
        placeholders=placeholders,
    )
    return {
        "title": document.title,
        "author": document.author,
        "description": " – ".join(filter(None, (document.subject, document.comments))),
        # A PDF has no property of its own for how far a document has come.
        "keywords": [*document.keywords, *filter(None, (document.status,))],
        "date": [document.date.year, document.date.month, document.date.day],
        "language": document.language.split("-")[:2],  # and the region where one is given: "da-DK"
        "fonts": families(house),
        "house": house_values(house),
        "attachments": attachments(document),
        "watermark": document.watermark or None,
        "cover": [_line(line, house) for line in dressing.cover],
        **{side: [_line(line, house) for line in getattr(dressing, side)] for side in _SIDES},
        "blocks": blocks.of(document.blocks),
    }


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


def attachments(document: Document) -> list[Value]:
    """The source that goes along, called after its document; a meeting's id ends with its version already."""
    if not document.source_text:
        return []
    identity, version = document.id, document.version
    name = identity if identity.endswith(f"-{version}") else f"{identity}-{version}"
    return [{"name": f"{name}.yaml", "text": document.source_text, "description": document.title}]


def headings_of(document: Document) -> tuple[Heading, ...]:
    """The headings of a document in the order in which the file has bookmarks for them.

    One without words is none: PDF/UA-1 refuses it.
    """
    every = (block for block in blocks_within(document.blocks) if isinstance(block, Heading))
    return tuple(heading for heading in every if heading_text(heading))


def _labels(blocks: Iterable[Block]) -> Mapping[str, str]:
    """A label for each heading and each block that a link leads to; ids may hold any characters."""
    every = tuple(blocks_within(blocks))
    targets = {
        inline.target[1:] for block in every for inline in own_inlines(block) if isinstance(inline, Link)
    }
    wanted = (block.id for block in every if isinstance(block, Heading) or block.id in targets)
    return {identity: f"to-{number}" for number, identity in enumerate(dict.fromkeys(wanted))}


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
