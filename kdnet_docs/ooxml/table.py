"""Tables as Word writes them: a grid of fixed widths, merged cells, head rows that repeat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kdnet_docs.ooxml.xml import Element, element, value


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell over `columns` columns of the grid; "covered" cells belong to the one above them."""

    width: int  # twips
    content: tuple[Element, ...]
    columns: int = 1
    merge: str | None = None  # "restart" begins a cell over several rows, "continue" is covered by it
    at_bottom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProperties:
    """What a table is as a whole: which of the style's special rows and columns it has, and its grid.

    `description` is the alternative text that a screen reader reads out.
    """

    style: str
    widths: Sequence[int]  # twips
    description: str = ""
    first_row: bool = False
    last_row: bool = False
    first_column: bool = False


def table(properties: TableProperties, rows: Iterable[Element]) -> Element:
    """A table of rows as `row` makes them."""
    made = element(
        "tblPr",
        value("tblStyle", properties.style),
        element("tblW", w=sum(properties.widths), type="dxa"),
        element("tblLayout", type="fixed"),
        _look(properties),
    )
    if properties.description:
        made.append(value("tblDescription", properties.description))
    grid = element("tblGrid", *(element("gridCol", w=width) for width in properties.widths))
    return element("tbl", made, grid, *rows)


def row(cells: Iterable[TableCell], *, head: bool = False, whole: bool = False) -> Element:
    """A row; a `head` row repeats on each page, a `whole` row is not broken between pages."""
    made = element("tr")
    if head or whole:
        properties = element("trPr")
        if whole:
            properties.append(element("cantSplit"))
        if head:
            properties.append(element("tblHeader"))
        made.append(properties)
    made.extend(_cell(cell) for cell in cells)
    return made


def _cell(cell: TableCell) -> Element:
    properties = element("tcPr", element("tcW", w=cell.width, type="dxa"))
    if cell.columns > 1:
        properties.append(value("gridSpan", cell.columns))
    if cell.merge:
        properties.append(value("vMerge", cell.merge))
    if cell.at_bottom:
        properties.append(value("vAlign", "bottom"))
    return element("tc", properties, *cell.content)


def _look(properties: TableProperties) -> Element:
    first, last, column = properties.first_row, properties.last_row, properties.first_column
    return element(
        "tblLook",
        val=f"{0x0600 | first * 0x0020 | last * 0x0040 | column * 0x0080:04X}",
        firstRow=int(first),
        lastRow=int(last),
        firstColumn=int(column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
