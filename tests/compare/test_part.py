"""A part of a document by its id: with all that belongs to it, and nothing else."""

import pytest
from authored import model
from versions import FIRST

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.compare.part import is_target, part_of, parts_in
from kdnet_docs.document.stated import StatedTarget
from kdnet_docs.document.tree import Document, Table
from kdnet_docs.document.walk import blocks_within

DOCUMENT = assemble(model(FIRST)).document


def part(identity: str) -> Document:
    found = part_of(DOCUMENT, identity)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("identity", "ids"),
    [
        ("samarbejde", ["samarbejde", "samarbejde/p1"]),
        ("oekonomi", ["oekonomi", "oekonomi/p1", "fordeling"]),
        ("fordeling", ["fordeling"]),
        ("indledning/p1", ["indledning/p1"]),
    ],
)
def test_a_heading_has_what_stands_below_it(identity: str, ids: list[str]) -> None:
    assert [block.id for block in part(identity).blocks] == ids


def test_a_row_has_the_head_of_its_table() -> None:
    (table,) = part("fordeling/odder").blocks
    assert isinstance(table, Table)
    assert [row.id for row in table.rows] == ["fordeling/head", "fordeling/odder"]


def test_a_target_has_its_goals_heading_and_itself() -> None:
    target = part("kendskab-procent")
    assert [block.id for block in target.blocks] == ["kendskab"]
    assert [one.id for one in target.stated if isinstance(one, StatedTarget)] == ["kendskab-procent"]
    assert is_target(DOCUMENT, "kendskab-procent")
    assert not is_target(DOCUMENT, "kendskab")


def test_a_goal_has_its_targets() -> None:
    assert [getattr(one, "id", "") for one in part("kendskab").stated] == ["kendskab-procent"]
    assert part("indledning").stated == ()


def test_an_id_that_there_is_not() -> None:
    assert part_of(DOCUMENT, "mangler") is None
    assert part_of(DOCUMENT, "") is None


def test_every_part_that_is_named_is_found() -> None:
    ids = parts_in(DOCUMENT)
    assert {"samarbejde", "fordeling/aarhus", "kendskab-procent"} <= set(ids)
    assert [identity for identity in ids if part_of(DOCUMENT, identity) is None] == []
    assert {block.id for block in blocks_within(DOCUMENT.blocks)} <= set(ids)
