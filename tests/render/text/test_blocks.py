from dataclasses import replace

import pytest
from samples import DOCUMENT, LISTS, RICH_PARAGRAPH, SIGNATURES, note, paragraph, text

from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Footnote,
    Heading,
    Link,
    List,
    ListItem,
    Number,
    Paragraph,
    Quote,
    Text,
)
from kdnet_docs.render.text.blocks import Body


def body(*blocks: Block) -> str:
    return Body(replace(DOCUMENT, blocks=blocks)).write()


def items(*contents: tuple[Block, ...], start: int | None = None) -> List:
    return List(
        id="l",
        start=start,
        items=tuple(ListItem(id=f"l/{at}", blocks=blocks) for at, blocks in enumerate(contents)),
    )


def test_inlines_give_their_words_and_nothing_around_them() -> None:
    words = body(RICH_PARAGRAPH)
    assert words.startswith(
        "Almindelige ord, fremhævede og stærke med begge dele, "
        "en adresse <https://www.example.org/a?b=1&c=2>, en henvisning, kode = <1>, et år 2022\n"
        "og en ny linje med en note[1]."
    )


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("https://example.org", "her <https://example.org>"),
        ("mailto:a@example.org", "her <a@example.org>"),
        ("#oekonomi", "her"),
        ("./01-1%20Udkast%20p%C3%A5%20%C3%A6.pdf", "her <01-1 Udkast på æ.pdf>"),
    ],
)
def test_a_link_shows_its_address_unless_it_leads_within(target: str, words: str) -> None:
    assert body(Paragraph(id="p", content=(Link(content=text("her"), target=target),))) == words


def test_a_link_that_is_its_own_address_is_written_once() -> None:
    link = Link(content=text("https://example.org"), target="https://example.org")
    assert body(Paragraph(id="p", content=(link,))) == "https://example.org"


def test_headings_have_their_numbers_and_the_upper_two_levels_a_line() -> None:
    number = Number(value=2, pattern="%1.", sequence="s")
    assert (
        body(
            Heading(id="a", level=1, content=text("Indsats")),
            Heading(id="b", level=2, content=text("Opsøgende"), number=number),
            Heading(id="c", level=3, content=text("Dybere")),
        )
        == "Indsats\n=======\n\n2. Opsøgende\n------------\n\nDybere"
    )


def test_lists_are_numbered_from_their_start_and_hang() -> None:
    bullets = "- Første punkt\n- Andet punkt\n- Tredje punkt med en underliste:\n  1. Inderst"
    assert body(*LISTS[1:3]) == f"{bullets}\n\n8. Ottende mål\n9. "


def test_a_list_with_long_items_has_air_between_them() -> None:
    block = items((paragraph("a", "Et"), paragraph("b", "To")), (paragraph("c", "Tre"),), start=9)
    assert body(block) == "9. Et\n   \n   To\n\n10. Tre"


def test_quotes_and_code_are_set_off() -> None:
    quote = Quote(id="q", blocks=(paragraph("a", "Et"), paragraph("b", "To")))
    assert body(quote, CodeBlock(id="c", text="if x:\n  y")) == "> Et\n> \n> To\n\n    if x:\n      y"


def test_footnotes_stand_last_in_the_order_of_their_marks() -> None:
    nested = Footnote(id="n", blocks=(Paragraph(id="n/p", content=(Text(text="Ydre"), note("m", "Indre"))),))
    written = body(Paragraph(id="p", content=(Text(text="Ord"), nested, note("o", "Anden"))))
    assert written.startswith("Ord[1][2]\n\n____")
    assert written.endswith("____\n\n[1] Ydre[3]\n\n[2] Anden\n\n[3] Indre")


def test_contents_list_the_headings_with_their_numbers() -> None:
    number = Number(value=1, pattern="Mål %1 –", sequence="s")
    written = body(
        Contents(id="i", title="Indhold", depth=2),
        Heading(id="a", level=1, content=text("Bilag")),
        Heading(id="b", level=2, content=text("Kendskab"), number=number),
        Heading(id="c", level=3, content=text("For dybt")),
    )
    assert written.startswith("Indhold\n   Bilag\n      Mål 1 – Kendskab\n\n")


def test_signatures_stand_one_after_the_other_each_whole() -> None:
    assert body(SIGNATURES) == (
        "For KKR Midtjylland\nd.          /\nTorben Hansen\nFormand for KKR Midtjylland\n\n"
        "For Erhvervshus Midtjylland\nd.          /\nSøren Olesen\nFormand for Erhvervshus Midtjylland"
    )
