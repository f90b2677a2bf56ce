from authored import contract, document, examined, found

from kdnet_docs.document.tree import Block, Cell, Heading, List, Paragraph, Table
from kdnet_docs.document.walk import heading_text, plain_text

GOALS = """\
- goals:
    - group: Nationale mål
      overview: De nationale mål er
      heading: De nationale mål
      text: Om målene.
      goals:
        - title: Kendskab
          text: Brødtekst.
          maal: Målet
          metode: |
            Metoden

            - et
          afrapportering: Årligt
        - title: Kvalitet
        - id: tomt
    - group: Lokale mål
      goals:
        - title: Lokalt
          metode: Kun metode
  overview: true
"""


TABLE = (
    "body: Mål=body: Målet / "
    "body: Metode=body: Metoden|None: [['body: et']] / "
    "body: Afrapportering=body: Årligt"
)


def said(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {heading_text(block)}"
        case Paragraph():
            return f"{block.role}: {plain_text(block.content)}"
        case List():
            return f"{block.start}: {[[said(one) for one in item.blocks] for item in block.items]}"
        case Table():
            return " / ".join(f"{cell_text(row.cells[0])}={cell_text(row.cells[1])}" for row in block.rows)
        case _:
            return type(block).__name__


def cell_text(cell: Cell) -> str:
    return "|".join(said(block) for block in cell.blocks)


def test_the_overview_stands_before_the_goals_and_their_tables() -> None:
    made, findings = examined(contract(GOALS))
    assert [one.code.value for one in findings] == ["KD502"]
    assert [said(block) for block in made.blocks] == [
        "lead: Nationale mål",
        "body: De nationale mål er",
        "1: [['body: Kendskab'], ['body: Kvalitet'], []]",
        "lead: Lokale mål",
        "4: [['body: Lokalt']]",
        "# De nationale mål",
        "body: Om målene.",
        "## Mål 1 – Kendskab",
        "body: Brødtekst.",
        TABLE,
        "## Mål 2 – Kvalitet",
        "# Lokale mål",
        "## Mål 4 – Lokalt",
        "body: Metode=body: Kun metode",
    ]


def test_the_rows_of_a_goal_are_headed_and_described() -> None:
    made, _ = examined(contract(GOALS))
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert [[cell.header for cell in row.cells] for row in table.rows] == [[True, False]] * 3
    assert table.description == "Mål 1: Kendskab"


def test_without_an_overview_there_is_none() -> None:
    made = document(contract("- goals: [{group: G, goals: [{title: M}]}]\n"))
    assert [said(block) for block in made.blocks] == ["# G", "## Mål 1 – M"]


def test_english_goals_have_english_words() -> None:
    text = contract(
        "- goals: [{group: G, goals: [{title: M, maal: x, metode: y, afrapportering: z}]}]\n",
        "language: en\n",
    )
    assert [said(block) for block in document(text).blocks] == [
        "# G",
        "## Goal 1 – M",
        "body: Goal=body: x / body: Method=body: y / body: Reporting=body: z",
    ]


def test_words_that_would_not_be_shown_are_found() -> None:
    hidden = contract("- goals: [{group: G, overview: Ord, goals: [{title: M}]}]\n")
    assert found(hidden) == [("KD204", "Ord")]
    untitled = contract("- goals: [{group: G, goals: [{id: m, maal: Ord}]}]\n")
    assert ("KD202", "{id: m, maal: Ord}") in found(untitled)
