"""The documents of the September 2021 package and of a meeting with a tillæg, as trees.

A person reads them when they change. After a change that is meant:
`KDNET_RENEW_GOLDEN=1 pytest tests/assembly/test_assemble.py`, and read the difference that git shows.
"""

import os
from pathlib import Path

import pytest
from authored import ROOT, model, real
from meetings import documents
from outlines import outline

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import is_error
from kdnet_docs.base.spans import Source
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.read import read

GOLDEN = Path(__file__).parent / "golden"
PACKAGE = ("2021-09", "erhvervshus-midtjylland@2022", "naere-psykiatri@2021-09")


@pytest.mark.parametrize("name", PACKAGE)
def test_the_tree_is_as_it_was_read_and_agreed(name: str) -> None:
    made = assemble(real(name))
    assert not any(map(is_error, made.findings))
    assert_as_agreed(made.document, name)


def test_the_documents_of_a_meeting_are_as_they_were_read_and_agreed() -> None:
    first, tillaeg = meeting("2024-03"), meeting("2024-03-tillaeg")
    dagsorden, referat = documents(first)
    assert_as_agreed(dagsorden, "2024-03")
    assert_as_agreed(referat, "2024-03-referat")
    delta, whole = documents(tillaeg, first)
    assert_as_agreed(delta, "2024-03-tillaeg")
    assert_as_agreed(whole, "2024-03-tillaeg-referat")


def assert_as_agreed(made: Document, name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("KDNET_RENEW_GOLDEN"):
        golden.write_text(outline(made), encoding="utf-8")
    assert outline(made) == golden.read_text(encoding="utf-8")


def meeting(name: str) -> Meeting:
    made = model((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(made, Meeting)
    return made


def test_every_kind_of_source_is_assembled() -> None:
    kinds = {"2021-09": "meeting", "erhvervshus-midtjylland": "contract", "naere-psykiatri": "status"}
    for name in PACKAGE:
        assert kinds[real(name).id] == real(name).kind
        assert isinstance(assemble(real(name)).document, Document)


def test_assembling_leaves_its_source_as_it_was_and_gives_the_same_again() -> None:
    for name in PACKAGE:
        model = real(name)
        assert assemble(model) == assemble(model)


def test_an_english_contract_of_other_parties_is_assembled_without_findings() -> None:
    for file in sorted((ROOT / "tests/projects/english/contract_sources").rglob("*.yaml")):
        model = read(Source(file.name, file.read_text(encoding="utf-8")))
        assert not hasattr(model, "diagnostics")
        assert assemble(model).findings == ()
