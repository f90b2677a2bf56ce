"""Everybody who is a party to a contract can sign it."""

from adopted import CONTRACT
from authored import model

from kdnet_docs.final.signatories import signatories
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable

STATUS = """\
kind: status
id: tavle
version: 1
status: vedtaget
title: Tavle
date: 2022-01-01
initiatives: [{id: et, title: Et, statuses: [I gang]}]
"""


def found(text: str) -> list[str]:
    contract = model(text)
    assert isinstance(contract, Contract | StatusTable)
    return [one.span.text for one in signatories(contract) if one.span and one.code.value == "KD815"]


def test_every_party_is_in_the_block_with_a_name() -> None:
    assert found(CONTRACT) == []
    assert found(CONTRACT.replace("[kommunen, operatoeren]", "[kommunen]")) == ["operatoeren"]
    assert found(CONTRACT.replace("name: Bo Lund", 'name: " "')) == ['" "']
    [whole] = found(CONTRACT.replace("    signatory: {name: Bo Lund, title: Direktør}\n", ""))
    assert whole.startswith("id: operatoeren")


def test_a_contract_without_a_block_is_refused_and_a_status_table_is_not_signed() -> None:
    [parties] = found(
        CONTRACT.replace("      - signatures: [kommunen, operatoeren]\n", "      - text: Her.\n")
    )
    assert parties.startswith("- id: kommunen")
    assert found(STATUS) == []


def test_a_block_counts_wherever_it_stands() -> None:
    in_bilag = CONTRACT.replace("      - signatures: [kommunen, operatoeren]\n", "      - text: Se bilag.\n")
    in_bilag += "appendices: [{appendix: Underskrifter, body: [{signatures: [kommunen, operatoeren]}]}]\n"
    assert found(in_bilag) == []
