"""The signature block: a field per signatory, side by side, never broken over two pages."""

from collections.abc import Iterator

from kdnet_docs.document.tree import Signatory, Signatures
from kdnet_docs.ooxml.anchors import Anchors
from kdnet_docs.ooxml.paragraph import PLAIN, Look, Setting, paragraph, words
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element

_MOST_ABREAST = 3
_ROOM_TO_SIGN = 1000  # twips above the line
_GAP = 700  # twips above a further row of fields


def signature_table(block: Signatures, width: int, styles: Styles, anchors: Anchors) -> Element:
    """One cell per signatory, so that a screen reader reads one party to its end and then the next."""
    abreast = len(block.signatories) if 1 < len(block.signatories) <= _MOST_ABREAST else 2
    column = width // abreast
    cells = [
        TableCell(
            width=column, content=tuple(_field(signatory, styles, anchors, room=_GAP if at >= abreast else 0))
        )
        for at, signatory in enumerate(block.signatories)
    ]
    while len(cells) % abreast:
        cells.append(TableCell(width=column, content=(paragraph(styles.id("Signature"), []),)))
    rows = [row(cells[at : at + abreast], whole=True) for at in range(0, len(cells), abreast)]
    properties = TableProperties(style=styles.id("House Signatures"), widths=[column] * abreast)
    return table(properties, rows)


def _field(signatory: Signatory, styles: Styles, anchors: Anchors, *, room: int) -> Iterator[Element]:
    """Whom one signs for, the line to date and sign on, and whose name it is, each with its anchor."""
    together = Setting(keep_next=True)
    line = Setting(keep_next=True, rule=True, space_before=_ROOM_TO_SIGN)
    strong = Look(style=styles.id("Strong"))
    for part, text, look, setting in (
        ("heading", signatory.heading, strong, Setting(keep_next=True, space_before=room or None)),
        ("date_line", signatory.date_line, PLAIN, line),
        ("name", signatory.name, PLAIN, together),
        ("title", signatory.title, PLAIN, together),
    ):
        block_id = f"{signatory.id}/{part}"
        content = anchors.around(block_id, [words(text, look)])
        yield paragraph(styles.id("Signature"), content, setting, anchors.para_id(block_id))
