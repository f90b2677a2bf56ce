from word_schema import faults

from kdnet_docs.ooxml.paragraph import paragraph
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element, descendants, get


def cell() -> tuple[Element, ...]:
    return (paragraph("TableText", []),)


def made() -> Element:
    return table(
        TableProperties(
            style="HouseTable", widths=(1000, 2000), description="Hvad den viser", first_row=True
        ),
        [
            row([TableCell(width=3000, content=cell(), columns=2)], head=True, whole=True),
            row(
                [
                    TableCell(width=1000, content=cell(), merge="restart"),
                    TableCell(width=2000, content=cell()),
                ]
            ),
        ],
    )


def test_a_table_stands_in_the_order_of_the_schema() -> None:
    assert list(faults(made())) == []


def test_the_flags_and_the_older_mask_say_the_same() -> None:
    (look,) = descendants(made(), "w:tblLook")
    assert get(look, "w:val") == "0620"
    assert [get(look, f"w:{name}") for name in ("firstRow", "lastRow", "firstColumn")] == ["1", "0", "0"]


def test_a_screen_reader_gets_the_description() -> None:
    assert [get(found, "w:val") for found in descendants(made(), "w:tblDescription")] == ["Hvad den viser"]
