from samples import BUDGET, DOCUMENT, RICH_PARAGRAPH, STATUS

from kdnet_docs.document.tree import Footnote, Heading, List, Paragraph
from kdnet_docs.document.walk import (
    blocks_within,
    heading_text,
    headings,
    inlines_within,
    own_inlines,
    plain_text,
)


def test_the_words_of_inlines_are_those_a_reader_sees_without_notes() -> None:
    assert plain_text(RICH_PARAGRAPH.content) == (
        "Almindelige ord, fremhævede og stærke med begge dele, en adresse, en henvisning, kode = <1>, "
        "et år 2022 og en ny linje med en note."
    )


def test_a_heading_is_read_with_its_number() -> None:
    read = [heading_text(heading) for heading in headings(DOCUMENT.blocks, depth=2)]
    assert read == [
        "Indledning",
        "Særlige indsatsområder",
        "1. Samarbejde mellem erhvervshus og kommuner",
        "2. Opsøgende indsats",
        "Økonomi",
        "Bilag",
        "Mål 1 – Virksomhedernes kendskab",
    ]
    assert [heading.id for heading in headings(DOCUMENT.blocks, depth=1)] == [
        heading.id for heading in DOCUMENT.blocks if isinstance(heading, Heading) and heading.level == 1
    ]


def test_blocks_are_found_in_lists_cells_and_notes_in_reading_order() -> None:
    found = [block.id for block in blocks_within(DOCUMENT.blocks)]
    inside = [
        "indledning/p1",
        "indledning/note/a/p1",
        "indledning/liste1/3/liste1",
        "indledning/liste1/3/liste1/1/p1",
        "indledning/citat1/p1",
        "fordeling/aarhus/beloeb/p1",
        "note/celle/p1",
        "initiativer/forloeb/status/2/p2",
    ]
    assert [identity for identity in found if identity in inside] == inside
    assert len(found) == len(set(found))


def test_inlines_within_go_into_emphasis_and_links_but_not_into_notes() -> None:
    inner = list(inlines_within(RICH_PARAGRAPH.content))
    assert sum(isinstance(inline, Footnote) for inline in inner) == 1
    assert "begge dele" in [inline.text for inline in inner if hasattr(inline, "text")]
    assert not any("Fodnotens" in getattr(inline, "text", "") for inline in inner)


def test_a_block_owns_its_words_and_not_those_of_the_blocks_inside_it() -> None:
    assert list(own_inlines(STATUS)) == list(STATUS.caption)
    assert list(own_inlines(BUDGET)) == []
    owners = [block for block in blocks_within(DOCUMENT.blocks) if list(own_inlines(block))]
    assert all(isinstance(block, Heading | Paragraph) or block is STATUS for block in owners)
    assert not any(isinstance(block, List) for block in owners)
