import pytest
from authored import contract, model
from meetings import found, meeting

from kdnet_docs.model.contract import Contract

AGENDA = """\
- number: 1
  title: Aftale
  bilag: [{title: TITLE, document: aftale@1}]
"""


def bilag(status: str) -> Contract:
    made = model(contract("- text: x\n").replace("vedtaget", status))
    assert isinstance(made, Contract)
    return made


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Udkast til aftale", "Udkast"),
        ("Aftale (foreløbig)", "foreløbig"),
        ("Draft agreement", "Draft"),
        ("Aftale", None),
        ("Om udkastning", None),
    ],
)
def test_an_adopted_document_is_not_called_a_draft(title: str, word: str | None) -> None:
    agenda = meeting(AGENDA.replace("TITLE", title))
    for status in ("udkast", "til-godkendelse"):
        assert found(agenda, bilag=(bilag(status),)) == []
    for status in ("vedtaget", "underskrevet"):
        assert found(agenda, bilag=(bilag(status),)) == ([("KD807", word)] if word else [])
