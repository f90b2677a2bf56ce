from authored import document, examined, found

from kdnet_docs.document.tree import Emphasis, Paragraph, Table
from kdnet_docs.document.walk import blocks_within, plain_text

STATUS = """\
kind: status
id: oversigt
version: 2021-09
status: vedtaget
title: Oversigt {{ version }}
date: 2021-09-01
text: Indledning.
initiatives:
  - title: Forløb
    id: forloeb
    carriers: Randersklyngen
    statuses:
      - Færdig.
      - |
        I gang[^a].

        [^a]: Note.
  - title: Overgang
    id: overgang
    statuses: [Ikke begyndt]
"""


def test_each_status_has_a_row_and_the_initiative_reaches_over_its_own() -> None:
    title, state, text, table = document(STATUS).blocks
    assert isinstance(title, Paragraph)
    assert (title.role, plain_text(title.content)) == ("title", "Oversigt 2021-09")
    assert isinstance(state, Paragraph)
    assert (state.role, plain_text(state.content)) == ("status", "Vedtaget")
    assert isinstance(text, Paragraph)
    assert isinstance(table, Table)
    assert [(row.id, [(cell.row_span, cell.header) for cell in row.cells]) for row in table.rows] == [
        ("initiatives/head", [(1, True), (1, True)]),
        ("forloeb", [(2, True), (1, False)]),
        ("forloeb/row-2", [(1, False)]),
        ("overgang", [(1, True), (1, False)]),
    ]


def test_who_carries_an_initiative_stands_below_it() -> None:
    paragraphs = [block for block in blocks_within(document(STATUS).blocks) if isinstance(block, Paragraph)]
    assert [plain_text(block.content) for block in paragraphs] == [
        "Oversigt 2021-09",
        "Vedtaget",
        "Indledning.",
        "Initiativ",
        "Status",
        "Forløb",
        "Randersklyngen",
        "Færdig.",
        "I gang.",
        "Note.",
        "Overgang",
        "Ikke begyndt",
    ]
    assert isinstance(paragraphs[6].content[0], Emphasis)


def test_an_initiative_is_named_once() -> None:
    assert found(STATUS.replace("id: overgang", "id: forloeb")) == [("KD208", "forloeb")]


def test_a_status_table_without_a_title_is_found() -> None:
    assert found(STATUS.replace("Oversigt {{ version }}", '""')) == [("KD204", '""')]


def test_english_words_head_an_english_table() -> None:
    english = examined(STATUS.replace("status: vedtaget", "status: vedtaget\nlanguage: en"))[0]
    assert english.status == "Adopted"
    table = english.blocks[-1]
    assert isinstance(table, Table)
    assert table.description == "Oversigt 2021-09"
    assert [
        plain_text(block.content)
        for cell in table.rows[0].cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
    ] == ["Initiative", "Status"]
