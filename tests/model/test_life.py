import ast
from typing import get_args

import pytest
from python_files import python_files

from kdnet_docs.model.life import LIFE, Label, file_stem, step
from kdnet_docs.model.meeting import Purpose
from kdnet_docs.model.parts import State

STATES: tuple[State, ...] = ("udkast", "til-godkendelse", "vedtaget", "underskrevet")


def test_every_state_stands_in_the_table_with_a_label_of_its_own() -> None:
    named = get_args(get_args(State)[0])
    assert tuple(LIFE) == named == STATES
    assert tuple(stage.label for stage in LIFE.values()) == get_args(Label)
    assert len({stage.file_word for stage in LIFE.values()}) == len(LIFE)


def test_nothing_else_in_the_program_speaks_of_a_state_by_its_name() -> None:
    named = {
        file.name
        for file in python_files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Constant) and node.value in STATES
    }
    # Of the patterns it is the Danish word, which stands on pages; and of validation what an author writes
    # in Danish for the key "adopted".
    assert named == {"model/life.py", "model/parts.py", "final/patterns.py", "sources/validate.py"}


def test_what_may_be_changed_is_marked_as_a_draft_and_nothing_else_is() -> None:
    assert [stage.is_draft for stage in LIFE.values()] == [True, True, False, False]
    assert [stage.is_frozen for stage in LIFE.values()] == [False, False, True, True]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("udkast", "til-godkendelse", "plain"),
        ("udkast", "vedtaget", "plain"),
        ("udkast", "underskrevet", "not-adopted"),
        ("til-godkendelse", "udkast", "plain"),
        ("til-godkendelse", "vedtaget", "plain"),
        ("til-godkendelse", "underskrevet", "not-adopted"),
        ("vedtaget", "underskrevet", "plain"),
        ("vedtaget", "til-godkendelse", "taken-back"),
        ("vedtaget", "udkast", "taken-back"),
        ("underskrevet", "vedtaget", "signed-for-good"),
        ("underskrevet", "til-godkendelse", "signed-for-good"),
        ("underskrevet", "udkast", "signed-for-good"),
    ],
)
def test_a_version_goes_forward_and_what_is_signed_stays_signed(
    old: State, new: State, expected: str
) -> None:
    assert step(old, new) == expected
    assert step(old, old) == step(new, new) == "plain"


def test_a_meeting_may_do_something_with_a_document_in_every_state() -> None:
    assert all("til-orientering" in stage.suits for stage in LIFE.values())
    for purpose in get_args(get_args(Purpose)[0]):
        assert any(purpose in stage.suits for stage in LIFE.values()), purpose


def test_a_file_is_called_by_id_version_and_state_and_lies_nowhere_else() -> None:
    assert file_stem("aftale", "2022", "til-godkendelse") == "aftale-2022-til-godkendelse"
    assert file_stem("aftale", "../../2022", "udkast") == "aftale-.._.._2022-udkast"
