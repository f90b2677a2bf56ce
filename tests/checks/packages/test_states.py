import pytest
from authored import contract, model
from meetings import found, meeting, tillaeg

from kdnet_docs.model.contract import Contract

STATES = ("udkast", "til-godkendelse", "vedtaget", "underskrevet")
AGENDA = """\
- number: 1
  title: Aftale
  purpose: PURPOSE
  bilag: [{title: Aftale, document: aftale@1}]
"""


def bilag(status: str) -> Contract:
    made = model(contract("- text: x\n").replace("vedtaget", status))
    assert isinstance(made, Contract)
    return made


@pytest.mark.parametrize(
    ("purpose", "suit"),
    [
        ("til-beslutning", {"til-godkendelse"}),
        ("til-droeftelse", {"udkast", "til-godkendelse"}),
        ("til-orientering", set(STATES)),
    ],
)
def test_how_far_a_document_has_come_suits_its_point(purpose: str, suit: set[str]) -> None:
    made = meeting(AGENDA.replace("PURPOSE", purpose))
    for status in STATES:
        assert found(made, bilag=(bilag(status),)) == ([] if status in suit else [("KD505", "aftale@1")])


@pytest.mark.parametrize("status", STATES)
def test_without_a_purpose_and_once_it_is_decided_a_point_takes_any_document(status: str) -> None:
    without = AGENDA.replace("  purpose: PURPOSE\n", "")
    decided = AGENDA.replace("PURPOSE", "til-beslutning\n  beslutning: Godkendt.")
    for agenda in (without, decided):
        assert found(meeting(agenda), bilag=(bilag(status),)) == []


def test_a_tillaeg_knows_what_the_point_is_for() -> None:
    base = meeting("- {number: 1, title: Aftale, purpose: til-beslutning}")
    more = tillaeg(AGENDA.replace("  title: Aftale\n  purpose: PURPOSE\n", ""))
    assert found(more, base, bilag=(bilag("udkast"),)) == [("KD505", "aftale@1")]
