from dataclasses import replace
from io import BytesIO

import docx
import pytest
from authored import blocks, contract
from authored import document as written_in_yaml
from project_documents import document
from samples import DOCUMENT
from word_files import written

from kdnet_docs.document.anatomy import NOTE_MARK, anatomy
from kdnet_docs.document.tree import Cell, Column, Document, Row, Table, Text
from kdnet_docs.ooxml.anchors import anchor_name


def of(markdown: str) -> dict[str, tuple[str, str, str, int]]:
    """The leaves of prose: kind, label, text and depth by their ids."""
    made = anatomy(replace(DOCUMENT, blocks=blocks(markdown)))
    return {leaf.id: (leaf.kind, leaf.label, leaf.text, leaf.depth) for leaf in made.leaves.values()}


@pytest.mark.parametrize(
    "made",
    [document("erhvervshus-midtjylland@2022"), document("naere-psykiatri@2021-09"), DOCUMENT],
    ids=lambda made: made.id,
)
def test_leaves_have_the_ids_under_which_word_files_anchor_them(made: Document) -> None:
    body = docx.Document(BytesIO(written(made))).element.body
    named = body.xpath(".//w:bookmarkStart/@w:name")
    anchors = [name for name in named if name.startswith("_kd_")]
    taken = anatomy(made)
    in_notes = {leaf for note in taken.notes.values() for leaf in _leaves_of(made, note.id)}
    leaves = [
        anchor_name(leaf.id)
        for leaf in taken.leaves.values()
        if leaf.id not in in_notes and leaf.kind != "table"
    ]
    assert [name for name in anchors if name in leaves] == leaves  # generated words have anchors too


def _leaves_of(made: Document, note: str) -> list[str]:
    return list(anatomy(replace(made, blocks=anatomy(made).notes[note].blocks)).leaves)


def test_items_have_their_bullet_or_number_and_how_deep_they_stand() -> None:
    assert of("3. a\n4. b\n   - c\n\n     d") == {
        "tekst/list1/1/p1": ("item", "3.", "a", 1),
        "tekst/list1/2/p1": ("item", "4.", "b", 1),
        "tekst/list1/2/list1/1/p1": ("item", "•", "c", 2),
        "tekst/list1/2/list1/1/p2": ("item", "", "d", 2),
    }


def test_an_item_that_begins_otherwise_is_a_leaf_without_words_by_its_own_id() -> None:
    assert of("-\n- b")["tekst/list1/1"] == ("item", "•", "", 1)


def test_a_line_break_and_the_mark_of_a_note_stand_in_the_text() -> None:
    made = of("en\\\nto[^a] tre\n\n[^a]: Ord.")
    assert made["tekst/p1"] == ("paragraph", "", f"en\nto{NOTE_MARK} tre", 0)
    assert made["tekst/note-a/p1"][2] == "Ord."


def test_a_note_in_a_note_is_among_its_words_as_in_word() -> None:
    made = of("en[^a]\n\n[^a]: Ord[^b]\n\n[^b]: Flere.")
    assert made["tekst/note-a/p1"][2] == "Ord [Flere.]"
    assert len(made) == 2


def test_what_stands_below_a_heading_knows_it() -> None:
    made = anatomy(document("erhvervshus-midtjylland@2022"))
    assert made.clause("groen-omstilling/p1") == "3. Grøn og cirkulær omstilling"
    assert made.clause("kvalitet/maal/p1").startswith("Mål 3 – Kvalitet")
    assert made.clause("contents") == ""


def test_a_table_is_a_leaf_with_the_words_of_its_caption() -> None:
    table = Table(id="t", columns=(), rows=(), description="", caption=(Text(text="Fordeling"),))
    made = anatomy(replace(DOCUMENT, blocks=(table, replace(table, id="u", caption=()))))
    assert [(leaf.kind, leaf.text) for leaf in made.leaves.values()] == [
        ("caption", "Fordeling"),
        ("table", ""),
    ]


def test_an_empty_cell_is_a_leaf() -> None:
    cells = (Cell(id="a", blocks=()), Cell(id="b", blocks=()))
    table = Table(id="t", columns=(Column(),) * 2, rows=(Row(id="r", cells=cells),), description="")
    assert list(anatomy(replace(DOCUMENT, blocks=(table,))).leaves) == ["t", "a", "b"]


def test_the_lines_of_a_signatory_are_leaves() -> None:
    body = "\n  - signatures: [kkr]"
    made = anatomy(written_in_yaml(contract(body, "parties:\n  - {id: kkr, name: KKR}\n")))
    assert [leaf.id for leaf in made.leaves.values()] == [
        "signatures/kkr/heading",
        "signatures/kkr/date_line",
        "signatures/kkr/name",
        "signatures/kkr/title",
    ]
