"""The signature block: a field per signatory, side by side, never broken over two pages."""

from collections.abc import Iterator

from kdnet_docs.document.tree import Signatory, Signatures
from kdnet_docs.ooxml.anchors import Anchors
from kdnet_docs.ooxml.paragraph import Setting, paragraph, words
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element

_MOST_ABREAST = 3


def signature_table(block: Signatures, width: int, styles: Styles, anchors: Anchors) -> Element:
    """One cell per signatory, so that a screen reader reads one party to its end and then the next."""
    abreast = len(block.signatories) if 1 < len(block.signatories) <= _MOST_ABREAST else 2
    column = width // abreast
    cells = [
        TableCell(width=column, content=tuple(_field(signatory, styles, anchors, first=at < abreast)))
        for at, signatory in enumerate(block.signatories)
    ]
    while len(cells) % abreast:
        cells.append(TableCell(width=column, content=(paragraph(styles.id("Signature"), []),)))
    rows = [row(cells[at : at + abreast], whole=True) for at in range(0, len(cells), abreast)]
    properties = TableProperties(style=styles.id("House Signatures"), widths=[column] * abreast)
    return table(properties, rows)


def _field(signatory: Signatory, styles: Styles, anchors: Anchors, *, first: bool) -> Iterator[Element]:
    """Whom one signs for, the line to date and sign on, and whose name it is, each with its anchor."""
    for part, text, style in (
        ("heading", signatory.heading, "Signature Party" if first else "Signature Party 2"),
        ("date_line", signatory.date_line, "Signature Line"),
        ("name", signatory.name, "Signature"),
        ("title", signatory.title, "Signature"),
    ):
        block_id = f"{signatory.id}/{part}"
        content = anchors.around(block_id, [words(text)])
        together = Setting(keep_next=True)
        yield paragraph(styles.id(style), content, together, anchors.para_id(block_id))
