"""What structure tells: nothing of equal documents, and each change once."""

import pytest
from authored import model
from contracts_at_random import contracts
from hypothesis import given, settings
from project_documents import REFERENCES, document

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.compare.align import align
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.facts.structure import facts_of_structure
from kdnet_docs.compare.sentences import sentence


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_document_beside_itself_tells_nothing(reference: str) -> None:
    made = document(reference)
    assert list(facts_of_structure(align(made, made))) == []


@settings(max_examples=30, deadline=None)
@given(contracts())
def test_any_contract_beside_itself_tells_nothing(source: str) -> None:
    made = assemble(model(source)).document
    assert list(facts_of_structure(align(made, made))) == []


@settings(max_examples=30, deadline=None)
@given(contracts(), contracts())
def test_of_any_two_contracts_every_fact_has_its_sentence(old: str, new: str) -> None:
    made = compare(assemble(model(old)).document, assemble(model(new)).document)
    assert all(sentence(fact).to("da") and fact.places for fact in made.facts)
