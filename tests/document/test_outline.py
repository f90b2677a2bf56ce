from samples import paragraph, text

from kdnet_docs.document.outline import Section, outline
from kdnet_docs.document.tree import Block, Heading


def heading(level: int, identity: str) -> Heading:
    return Heading(id=identity, level=level, content=text(identity))


def shape(sections: tuple[Section, ...]) -> list[object]:
    return [(s.heading.id, [block.id for block in s.blocks], shape(s.sections)) for s in sections]


def test_blocks_stand_under_the_heading_before_them() -> None:
    blocks: tuple[Block, ...] = (
        paragraph("p0", ""),
        heading(1, "a"),
        paragraph("p1", ""),
        heading(2, "b"),
        paragraph("p2", ""),
        heading(3, "c"),
        heading(2, "d"),
        heading(1, "e"),
        paragraph("p3", ""),
    )
    before, sections = outline(blocks)
    assert [block.id for block in before] == ["p0"]
    assert shape(sections) == [
        ("a", ["p1"], [("b", ["p2"], [("c", [], [])]), ("d", [], [])]),
        ("e", ["p3"], []),
    ]


def test_a_document_that_begins_with_a_deep_heading_keeps_all_its_headings() -> None:
    _, sections = outline((heading(3, "a"), heading(1, "b"), heading(2, "c")))
    assert shape(sections) == [("a", [], []), ("b", [], [("c", [], [])])]


def test_a_document_without_headings_has_no_sections() -> None:
    assert outline((paragraph("p", ""),)) == ((paragraph("p", ""),), ())
