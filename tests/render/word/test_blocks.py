import pytest
from samples import BUDGET, GOAL, SIGNATURES, paragraph, text
from word_files import body_of, document_of, part, styles_of, text_of, written
from word_schema import faults

from kdnet_docs.document.tree import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Contents,
    Footnote,
    Heading,
    List,
    ListItem,
    Number,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
)
from kdnet_docs.ooxml.xml import Element, descendants, find, get


def numbering(root: Element) -> list[tuple[str, str | None]]:
    """Each paragraph's words, and its direct `w:numId`."""
    found = []
    for made in descendants(root, "w:p"):
        num = find(made, "w:pPr/w:numPr/w:numId")
        found.append((text_of(made), None if num is None else get(num, "w:val")))
    return found


def item(identity: str, *blocks: Block) -> ListItem:
    return ListItem(id=identity, blocks=blocks)


def test_headings_have_word_s_own_styles_so_that_the_navigation_pane_fills() -> None:
    blocks = tuple(Heading(id=f"h{level}", level=level, content=text("x")) for level in range(1, 7))
    assert styles_of(body_of(*blocks))[:6] == [f"Heading{level}" for level in range(1, 7)]


def test_a_numbered_heading_leaves_its_number_to_word() -> None:
    number = Number(value=9, pattern="Mål %1 –", sequence="maal")
    made = body_of(Heading(id="h", level=2, content=(), number=number))
    assert text_of(made) == ""
    assert numbering(made)[0][1] is not None


@pytest.mark.parametrize("role", ["title", "subtitle", "lead"])
def test_a_role_is_a_style_except_where_the_place_has_its_own(role: str) -> None:
    block = Paragraph(id="p", content=text("x"), role=role)  # type: ignore[arg-type]
    assert styles_of(body_of(block)) == [role.title()]
    assert styles_of(body_of(Quote(id="q", blocks=(block,)))) == ["Quote"]


def test_a_further_paragraph_of_an_item_has_no_number_of_its_own() -> None:
    made = body_of(
        List(id="l", start=1, items=(item("1", paragraph("a", "a"), paragraph("b", "b")), item("2")))
    )
    (first, further, empty, *_) = numbering(made)
    assert first[1] == empty[1] is not None
    assert further == ("b", None)
    assert styles_of(made) == ["ListNumber", "ListContinue", "ListNumber"]


def test_a_list_in_a_cell_or_a_note_is_as_small_as_its_surroundings() -> None:
    inner = List(id="m", start=1, items=(item("m1", paragraph("c", "c"), paragraph("d", "d")),))
    outer = List(id="l", items=(item("1", paragraph("a", "a"), inner),))
    cell = Cell(id="c1", blocks=(outer,))
    made = body_of(Table(id="t", columns=(Column(),), rows=(Row(id="r", cells=(cell,)),), description=""))
    assert styles_of(made)[:3] == ["TableListBullet", "TableListNumber", "TableListContinue"]
    assert get(next(descendants(made, "w:ilvl")), "w:val") == "1"


def test_an_empty_item_still_counts() -> None:
    made = body_of(List(id="l", start=8, items=(item("1", paragraph("a", "a")), item("2"))))
    assert len({num for _, num in numbering(made)}) == 1


def test_an_item_that_begins_with_something_else_gets_its_number_first() -> None:
    inner = List(id="m", start=1, items=(item("m1", paragraph("a", "a")),))
    made = body_of(List(id="l", start=1, items=(item("1", inner), item("2", GOAL), item("3", BUDGET))))
    assert numbering(made)[0][0] == ""
    assert numbering(made)[1][0] == "a"
    assert list(faults(made)) == []


def test_lists_deeper_than_word_s_styles_keep_their_words() -> None:
    block: Block = paragraph("p", "bund")
    for depth in range(12):
        block = List(id=f"l{depth}", start=depth, items=(item(f"i{depth}", block),))
    made = body_of(block)
    assert text_of(made) == "bund"
    assert styles_of(made)[-1] == "ListNumber3"


def test_everything_stands_in_everything_and_no_word_is_lost() -> None:
    inside = (
        paragraph("a", "afsnit"),
        CodeBlock(id="k", text="kode\n\tlinje"),
        Quote(id="q", blocks=(CodeBlock(id="qk", text="citeret"), Rule(id="r"))),
        Heading(id="h", level=3, content=text("overskrift")),
        GOAL,
    )
    cell = Cell(id="c", blocks=(List(id="l", items=(item("i", Quote(id="q2", blocks=inside)),)),))
    table = Table(id="t", columns=(Column(),), rows=(Row(id="r1", cells=(cell,)),), description="")
    made = body_of(Quote(id="q3", blocks=(List(id="l2", items=(item("i2", table),)),)))
    assert text_of(made).startswith("afsnitkodelinjeciteretoverskriftMålTeksten om maal.")
    assert list(faults(made)) == []


def test_a_note_holds_paragraphs_lists_and_tables() -> None:
    blocks = (
        CodeBlock(id="k", text="kode"),
        paragraph("p1", "afsnit"),
        List(id="l", start=2, items=(item("i", paragraph("p2", "punkt")),)),
        GOAL,
    )
    file = written(document_of(Paragraph(id="p", content=(Footnote(id="n", blocks=blocks),))))
    notes = part(file, "word/footnotes.xml")
    assert text_of(notes).strip().startswith("kodeafsnitpunktMål")
    assert list(faults(notes)) == []


def test_tables_that_follow_each_other_stay_two() -> None:
    made = body_of(GOAL, BUDGET, Heading(id="h", level=1, content=()), SIGNATURES)
    for table in descendants(made, "w:tbl"):
        following = table.getnext()
        assert following is not None
        assert str(following.tag).endswith("}p")


def test_the_contents_name_the_page_that_the_layout_gave() -> None:
    made = body_of(
        Contents(id="c", title="Indhold", depth=1),
        Heading(id="a", level=1, content=text("Første")),
        Heading(id="b", level=2, content=text("For dybt")),
    )
    assert text_of(made) == "IndholdFørste 3FørsteFor dybt"


@pytest.mark.parametrize(
    "before", [paragraph("p", "sidst"), List(id="l", items=(item("i", paragraph("p", "sidst")),)), BUDGET]
)
def test_nobody_signs_a_page_without_words_of_the_contract_on_it(before: Block) -> None:
    made = body_of(paragraph("først", "først"), paragraph("så", "så"), before, SIGNATURES)
    signing = list(descendants(made, "w:tbl"))[-1]
    last = signing.getprevious()
    while last is not None and not text_of(last):
        assert all(find(found, "w:pPr/w:keepNext") is not None for found in descendants(last, "w:p"))
        last = last.getprevious()
    assert last is not None
    paragraphs = [found for found in descendants(last, "w:p") if text_of(found)]
    assert find(paragraphs[-1], "w:pPr/w:keepNext") is not None
    first = next(descendants(made, "w:p"))
    assert find(first, "w:pPr/w:keepNext") is None
    assert list(faults(made)) == []


def test_a_paragraph_stays_with_the_table_it_leads_up_to() -> None:
    made = body_of(paragraph("først", "først"), paragraph("så", "så"), BUDGET)
    first, second, *_ = descendants(made, "w:p")
    assert find(first, "w:pPr/w:keepNext") is None
    assert find(second, "w:pPr/w:keepNext") is not None


def test_two_blocks_of_one_id_are_a_bug() -> None:
    with pytest.raises(ValueError, match="two bookmarks"):
        body_of(paragraph("p", "a"), paragraph("p", "b"))
