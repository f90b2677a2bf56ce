"""The signature block: a field per signatory, side by side, on one page where there is room for all."""

from collections.abc import Iterator, Sequence

from kdnet_docs.document.tree import Signatory, Signatures
from kdnet_docs.ooxml.anchors import Anchors
from kdnet_docs.ooxml.paragraph import Setting, paragraph, words
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.breaks import ABREAST

_HEADING_ACROSS = 37  # about so many bold characters stand on a line of a field


def signature_table(block: Signatures, width: int, styles: Styles, anchors: Anchors) -> Element:
    """One cell per signatory, so that a screen reader reads one party to its end and then the next."""
    column = width // ABREAST
    rows = []
    for at in range(0, len(block.signatories), ABREAST):
        abreast = block.signatories[at : at + ABREAST]
        cells = [
            TableCell(
                width=column,
                content=tuple(_field(signatory, styles, anchors, first=at == 0)),
                at_bottom=_is_uneven(abreast),
            )
            for signatory in abreast
        ]
        while len(cells) < ABREAST:
            cells.append(TableCell(width=column, content=(paragraph(styles.id("Signature"), []),)))
        rows.append(row(cells, whole=True))
    properties = TableProperties(style=styles.id("House Signatures"), widths=[column] * ABREAST)
    return table(properties, rows)


def _is_uneven(abreast: Sequence[Signatory]) -> bool:
    """Whether it takes more lines to say whom one signs for than another: they are to sign on one line.

    Word cannot be asked how many lines it makes; that one is wrong for a name of just about a line's length.
    """
    return len({len(signatory.heading) // _HEADING_ACROSS for signatory in abreast}) > 1


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
