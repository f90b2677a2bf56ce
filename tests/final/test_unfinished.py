"""Everything that is not finished about a document is told of at once."""

import pytest
from adopted import CONTRACT
from authored import examined, model

from kdnet_docs.final.unfinished import unfinished
from kdnet_docs.model.contract import Contract


def found(text: str) -> list[tuple[str, str]]:
    contract = model(text)
    assert isinstance(contract, Contract)
    return [
        (one.code.value, one.span.text if one.span else "") for one in unfinished(contract, examined(text)[1])
    ]


def test_nothing_stands_in_the_way_of_an_adopted_contract() -> None:
    assert found(CONTRACT) == []


@pytest.mark.parametrize("state", ["udkast", "til-godkendelse", "underskrevet"])
def test_only_what_is_adopted_and_not_signed_yet_is_made_final(state: str) -> None:
    assert found(CONTRACT.replace("vedtaget", state)) == [("KD811", state)]


def test_empty_goals_and_other_warnings_must_be_resolved() -> None:
    goals = "  - goals:\n      - group: Mål\n        goals: [{id: et}, {id: to}]\n"
    assert found(CONTRACT + goals) == [("KD816", "{id: et}")]


def test_all_of_it_is_told_at_once() -> None:
    goals = "  - goals:\n      - group: Mål [navn]\n        goals: [{id: et}]\n"
    text = CONTRACT.replace("vedtaget", "udkast").replace("title: Drift", "title: Kladde til drift")
    text = text.replace("    signatory: {name: Bo Lund, title: Direktør}\n", "") + goals
    assert sorted(code for code, _ in found(text)) == ["KD811", "KD813", "KD814", "KD815", "KD816"]
