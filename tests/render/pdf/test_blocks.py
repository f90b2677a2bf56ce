from pathlib import Path
from typing import Any

import pytest
from samples import DOCUMENT, SIGNATURES, paragraph

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Block, Heading, List, ListItem, Number, Quote, Signatures
from kdnet_docs.ooxml.house_reader import read_house
from kdnet_docs.render.pdf.blocks import Blocks

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="module")
def blocks() -> Blocks:
    house = read_house(TEMPLATES)
    assert not isinstance(house, Refused)
    return Blocks(house=house, labels={}, headings=())


def test_every_block_of_the_sample_has_what_the_template_asks_of_it(blocks: Blocks) -> None:
    labels = {block.id: block.id for block in DOCUMENT.blocks if isinstance(block, Heading)}
    values = Blocks(house=blocks.house, labels=labels, headings=()).of(DOCUMENT.blocks)
    assert all({"type", "before", "after", "new_page"} <= value.keys() for value in values)
    assert [value["label"] for value in values if value["type"] == "heading"] == list(labels)


def test_a_heading_without_words_is_not_named_but_one_with_a_number_is(blocks: Blocks) -> None:
    bare = Heading(id="h", level=2, content=())
    numbered = Heading(id="g", level=2, content=(), number=Number(value=9, pattern="%1.", sequence="maal"))
    assert [value["named"] for value in blocks.of([bare, numbered])] == [False, True]


@pytest.mark.parametrize("signatories", [1, 2, 3, 4])
def test_signatories_stand_two_and_two(blocks: Blocks, signatories: int) -> None:
    parties = (SIGNATURES.signatories * 2)[:signatories]
    [value] = blocks.of([Signatures(id="s", signatories=parties)])
    assert (len(value["signatories"]), value["abreast"]) == (signatories, 2)


def lists_within(value: Any) -> int:
    if isinstance(value, list):
        return max(map(lists_within, value), default=0)
    if isinstance(value, dict):
        deeper = max(map(lists_within, value.values()), default=0)
        return deeper + (value.get("type") in {"list", "quote"})
    return 0


def test_structure_ends_where_typst_would_give_up(blocks: Blocks) -> None:
    block: Block = paragraph("p", "inderst")
    for level in range(40):
        item = ListItem(id=f"i{level}", blocks=(Quote(id=f"q{level}", blocks=(block,)),))
        block = List(id=f"l{level}", items=(item,))
    assert lists_within(blocks.of([block])) == 10
