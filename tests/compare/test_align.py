from collections.abc import Callable
from dataclasses import replace

import pytest
from alignments import AnyStep, aligned, every_step, texts, words
from authored import contract
from authored import document as written
from contracts_at_random import contracts
from edits_at_random import KINDS, Edit, edited
from hypothesis import given, settings
from hypothesis import strategies as st
from project_documents import document
from samples import DOCUMENT

from kdnet_docs.alignment.steps import (
    CellStep,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    NoteStep,
    Paired,
    RowStep,
    TablePair,
)
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.document.tree import Document

BASES = (
    document("erhvervshus-midtjylland@2021"),
    document("erhvervshus-midtjylland@2022"),
    document("naere-psykiatri@2021-09"),
    DOCUMENT,
)


# --- whatever is compared ------------------------------------------------------------------------


@pytest.mark.parametrize("base", BASES, ids=lambda base: f"{base.id}-{base.version}")
def test_a_document_is_itself(base: Document) -> None:
    for step in every_step(aligned(base, base)):
        match step:
            case Paired():
                assert step.old == step.new
            case TablePair() | RowStep() | CellStep() | NoteStep():
                assert step.old == step.new
            case _:
                pytest.fail(f"{step} in a document compared with itself")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(BASES), st.integers(0, 10**6), st.integers(1, 40))
def test_every_part_of_both_is_in_one_step_in_its_own_order(base: Document, seed: int, count: int) -> None:
    new, _ = edited(base, seed, count)
    aligned(base, new)
    aligned(new, base)


@settings(max_examples=15, deadline=None)
@given(contracts(), contracts())
def test_so_it_is_when_two_documents_have_nothing_in_common(one: str, other: str) -> None:
    aligned(written(one), written(other))


@pytest.mark.parametrize("base", BASES, ids=lambda base: f"{base.id}-{base.version}")
def test_all_of_a_document_is_new_beside_one_that_is_empty(base: Document) -> None:
    empty = replace(base, blocks=())
    assert {type(step) for step in aligned(empty, base).steps} == {Inserted}
    assert {type(step) for step in aligned(base, empty).steps} == {Deleted}


# --- edits that are known ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_is_found_as_what_it_is(kind: str) -> None:
    made = 0
    for base in BASES:
        for seed in range(4):
            new, log = edited(base, seed, 1, [kind])
            for edit in log:
                made += 1
                assert _is_found(aligned(base, new), edit), (base.version, seed, edit)
    assert made


@pytest.mark.parametrize("seed", range(8))
def test_nothing_else_is_found(seed: int) -> None:
    base = BASES[seed % 2]
    kinds = [kind for kind in KINDS if kind not in ("column-in", "column-out")]
    new, log = edited(base, seed, 8, kinds)
    steps = list(every_step(aligned(base, new)))
    for what, of in (
        (Inserted, ("paragraph-in", "item-in")),
        (Deleted, ("paragraph-out", "item-out")),
        (MovedTo, ("paragraph-moved", "paragraph-moved-edited", "item-moved")),
    ):
        found = sum(isinstance(step, what) for step in steps)
        assert found == sum(edit.kind in of for edit in log), what


_IS_IT: dict[str, Callable[[AnyStep, Edit], bool]] = {
    "paragraph-in": lambda step, edit: isinstance(step, Inserted) and (step.new,) == edit.new,
    "item-in": lambda step, edit: isinstance(step, Inserted) and (step.new,) == edit.new,
    "paragraph-out": lambda step, edit: isinstance(step, Deleted) and (step.old,) == edit.old,
    "item-out": lambda step, edit: isinstance(step, Deleted) and (step.old,) == edit.old,
    "row-in": lambda step, edit: isinstance(step, RowStep) and (step.old, step.new) == (None, *edit.new),
    "row-out": lambda step, edit: isinstance(step, RowStep) and (step.old, step.new) == (*edit.old, None),
    "row-moved": lambda step, edit: isinstance(step, RowStep) and step.moved and (step.old,) == edit.old,
    "column-in": lambda step, _: isinstance(step, TablePair) and step.columns[-1][0] is None,
    "column-out": lambda step, _: isinstance(step, TablePair) and step.columns[-1][1] is None,
    "note-in": lambda step, edit: isinstance(step, NoteStep) and (step.old, step.new) == (None, *edit.new),
    "note-out": lambda step, edit: isinstance(step, NoteStep) and (step.old, step.new) == (*edit.old, None),
}


def _is_found(made: Aligned, edit: Edit) -> bool:
    steps = list(every_step(made))
    kind = edit.kind
    if kind in ("bold", "new-page", "split", "join"):
        return any(
            isinstance(step, Paired) and (step.old, step.new) == (edit.old, edit.new) for step in steps
        )
    if is_it := _IS_IT.get(kind):
        return any(is_it(step, edit) for step in steps)
    what = MovedTo if "moved" in kind else Paired
    for step in steps:
        if isinstance(step, what):
            old, new = (step.old, step.new) if isinstance(step, Paired) else ((step.old,), (step.new,))
            if (old, new) == (edit.old, edit.new):
                went, came = words(made, step)
                return (went.strip(), came.strip()) == (edit.dele.strip(), edit.ins.strip())
    return False


# --- what a person would say ---------------------------------------------------------------------


def steps_of(old: str, new: str) -> list[AnyStep]:
    return list(every_step(aligned(written(contract(old)), written(contract(new)))))


SECTIONS = {
    "formaal": ("Formål", "Parterne vil styrke erhvervsudviklingen i hele regionen."),
    "moeder": ("Møder", "Der holdes møde fire gange om året, og oftere når en af parterne ønsker det."),
    "ophoer": ("Ophør", "Aftalen kan opsiges skriftligt med tre måneders varsel til udgangen af en måned."),
}


def _body(*ids: str) -> str:
    return "".join(
        f'\n  - {{id: {one}, section: {SECTIONS[one][0]}, text: "{SECTIONS[one][1]}"}}' for one in ids
    )


def test_a_section_that_stands_elsewhere_has_moved_with_all_that_is_in_it() -> None:
    steps = steps_of(_body("formaal", "moeder", "ophoer"), _body("moeder", "ophoer", "formaal"))
    assert [(step.old, step.new) for step in steps if isinstance(step, MovedTo)] == [
        ("formaal", "formaal"),
        ("formaal/p1", "formaal/p1"),
    ]
    assert sum(isinstance(step, Deleted | Inserted) for step in steps) == 0


def test_a_paragraph_moves_past_a_heading_and_not_the_heading_past_it() -> None:
    old = document("erhvervshus-midtjylland@2021")
    at = next(at for at, block in enumerate(old.blocks) if block.id == "resultatopgoerelse")
    blocks = (*old.blocks[: at - 1], old.blocks[at], old.blocks[at - 1], *old.blocks[at + 1 :])
    new = replace(old, blocks=blocks)
    moved = [step.old for step in every_step(aligned(old, new)) if isinstance(step, MovedTo)]
    assert moved == [old.blocks[at - 1].id]


def test_of_sections_with_one_heading_the_one_that_went_is_the_one_with_its_words() -> None:
    first = '\n  - {section: Baggrund, text: "Parterne har arbejdet sammen i mange år."}'
    other = '\n  - {section: Baggrund, text: "Loven om erhvervsfremme blev vedtaget i 2018."}'
    made = aligned(written(contract(first + other)), written(contract(other)))
    assert [step.old for step in made.steps if isinstance(step, Deleted)] == ["baggrund", "baggrund/p1"]


def test_what_went_stands_before_what_came_in_its_place() -> None:
    steps = steps_of('[{text: "Helt andre ord."}]', '[{text: "Noget ganske nyt her."}]')
    assert [type(step).__name__ for step in steps] == ["Deleted", "Inserted"]


def test_a_paragraph_that_became_an_item_is_the_same_where_its_words_are() -> None:
    steps = steps_of(
        '[{text: "Vejledning af nye virksomheder"}]', '[{text: "- Vejledning af nye virksomheder"}]'
    )
    assert [(step.old, step.new) for step in steps if isinstance(step, Paired)] == [
        (("text/p1",), ("text/list1/1/p1",))
    ]


def test_a_table_that_moved_says_what_changed_in_it() -> None:
    old, new = document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022")
    made = aligned(old, new)
    moved = next(step for step in made.steps if isinstance(step, MovedTo) and step.new == "effekt/table")
    assert moved.table
    changed = [
        step for step in every_step(made) if isinstance(step, Paired) and step.old == ("effekt/maal/p1",)
    ]
    assert "65" in texts(made, changed[0])[0]
    assert "70" in texts(made, changed[0])[1]


def test_the_real_contract_from_one_year_to_the_next() -> None:
    old, new = document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022")
    made = aligned(old, new)
    steps = list(made.steps)
    moved = [step.new for step in steps if isinstance(step, MovedTo)]
    assert moved == [
        "om-erhvervshuset/list1/3/p1",
        "samarbejde/p8",
        "digitalisering",
        "digitalisering/p1",
        "nationale-maal/overview/effekt/p1",
        "effekt",
        "effekt/p1",
        "effekt/table",
    ]
    assert sum(isinstance(step, MovedFrom) for step in steps) == len(moved)
    gone = [step.old for step in steps if isinstance(step, Deleted)]
    assert gone == [
        "genstart",
        "genstart/p1",
        "genstart/p2",
        "betaling/p1",
        "lokale-maal/overview/internationalisering/p1",
        "internationalisering",
        "internationalisering/p1",
        "internationalisering/table",
    ]
