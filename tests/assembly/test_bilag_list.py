from collections.abc import Iterator

from meetings import documents, meeting, tillaeg

from kdnet_docs.assembly.bilag_list import Place, beside
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.document.tree import Block, Document, Heading, Link, List, Paragraph, Row, Table
from kdnet_docs.document.walk import blocks_within, own_inlines, plain_text
from kdnet_docs.model.meeting import Meeting

AGENDA = """\
- number: 1
  title: Kontrakt
  bilag:
    - {title: Udkast, document: aftale@1}
    - {title: Brev, file: attachments/brev.pdf}
- number: 3
  title: Status
  bilag:
    - {title: Oversigt, document: status@1}
"""


def rows(made: Document) -> list[list[str]]:
    """The words of each row of the list of bilag."""
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    return [
        [plain_text(part.content) for part in cells_of(row) if isinstance(part, Paragraph)]
        for row in table.rows
    ]


def cells_of(row: Row) -> Iterator[Block]:
    return (part for cell in row.cells for part in cell.blocks)


def links(made: Document) -> list[tuple[str, str]]:
    every = (inline for block in blocks_within(made.blocks) for inline in own_inlines(block))
    return [(plain_text(link.content), link.target) for link in every if isinstance(link, Link)]


def placed(made: Meeting, places: dict[str, Place]) -> Document:
    return assemble_dagsorden(made, (), [], places)


def test_the_list_has_point_number_and_title() -> None:
    (made,) = documents(meeting(AGENDA))
    assert rows(made) == [
        ["Dagsordenspunkt", "Bilag", "Titel"],
        ["1", "1", "Udkast"],
        ["2", "Brev"],
        ["3", "3", "Oversigt"],
    ]
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert [row.cells[0].row_span for row in table.rows] == [1, 2, 1, 1]
    assert all(row.cells[0].header for row in (table.rows[1], table.rows[3]))


def test_until_files_have_names_nothing_is_linked() -> None:
    (made,) = documents(meeting(AGENDA))
    assert links(made) == []
    assert links(placed(meeting(AGENDA), {"1-1": Place(target="")})) == []


def test_each_bilag_is_linked_where_it_lies_with_the_page_where_it_begins() -> None:
    places = {
        "1-1": Place(target="#bilag-1", page=3),
        "1-2": Place(target=beside("01-2 Brev på æ.pdf"), page=11),
        "3-1": Place(target="#bilag-3", page=12),
    }
    made = placed(meeting(AGENDA), places)
    assert rows(made)[:2] == [["Dagsordenspunkt", "Bilag", "Titel", "Side"], ["1", "1", "Udkast", "3"]]
    assert links(made) == [
        ("Udkast", "#bilag-1"),
        ("Brev", "./01-2%20Brev%20p%C3%A5%20%C3%A6.pdf"),
        ("Oversigt", "#bilag-3"),
    ]


def test_without_pages_there_is_no_column_for_them() -> None:
    made = placed(meeting(AGENDA), {"1-1": Place(target=beside("a.pdf"))})
    assert rows(made)[0] == ["Dagsordenspunkt", "Bilag", "Titel"]


def test_a_bilag_says_that_it_replaces_one_that_was_sent() -> None:
    more = "- {number: 1, bilag: [{title: Nyt brev, file: nyt.pdf, replaces: 2}]}"
    (made,) = documents(tillaeg(more), meeting(AGENDA))
    assert rows(made)[1:] == [["1", "2", "Nyt brev (erstatter det udsendte)"]]


def test_a_bilag_says_what_it_is_compared_with() -> None:
    agenda = "- {number: 1, bilag: [{title: Aftale, document: aftale@2022, compare-with: aftale@2021}]}"
    (made,) = documents(meeting(agenda))
    assert rows(made)[1:] == [["1", "1", "Aftale (med ændringer siden 2021)"]]
    (made,) = documents(meeting(agenda.replace("aftale@2021", "udkast@2021")))
    assert rows(made)[1:] == [["1", "1", "Aftale (med ændringer siden udkast 2021)"]]


TOLD = """\
- number: 1
  title: Kontrakt
  bilag: [{title: Udkast, document: aftale@1}]
- number: 3
  title: Status
  sagsfremstilling: Se bilagene.
  bilag:
    - {title: Oversigt, document: status@1}
    - {title: Brev, file: brev.pdf}
"""


def of_points(made: Document) -> list[str]:
    """The words of each item of the lists of bilag in the sections."""
    return [
        plain_text(part.content)
        for block in made.blocks
        if isinstance(block, List) and block.id.endswith("/bilag/list")
        for part in blocks_within([block])
        if isinstance(part, Paragraph)
    ]


def test_a_section_ends_with_the_bilag_of_its_point() -> None:
    (made,) = documents(meeting(TOLD))
    headings = [plain_text(block.content) for block in made.blocks if isinstance(block, Heading)]
    assert headings == ["Dagsorden", "Bilagsliste", "Status", "Sagsfremstilling", "Bilag"]
    assert of_points(made) == ["2: Oversigt", "3: Brev"]


def test_it_leads_where_the_list_leads_and_names_the_same_page() -> None:
    places = {"3-1": Place(target="./a.pdf", page=4), "3-2": Place(target="./b.pdf")}
    made = placed(meeting(TOLD), places)
    assert of_points(made) == ["2: Oversigt, side 4", "3: Brev"]
    assert [link for link in links(made) if link[1].startswith("./")] == [
        ("Oversigt", "./a.pdf"),
        ("Brev", "./b.pdf"),
    ] * 2


def test_in_a_tillaeg_it_has_those_of_the_tillaeg_and_what_they_replace() -> None:
    more = "- {number: 3, indstilling: Nej., bilag: [{title: Nyt, file: n.pdf, replaces: 2}]}"
    (made,) = documents(tillaeg(more), meeting(TOLD))
    assert of_points(made) == ["2: Nyt (erstatter det udsendte)"]
