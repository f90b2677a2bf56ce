"""The documents of the September 2021 package, as trees that a person reads when they change.

After a change that is meant: `KDNET_RENEW_GOLDEN=1 pytest tests/assembly/test_assemble.py`, and read the
difference that git shows.
"""

import os
from pathlib import Path

import pytest
from authored import ROOT, real
from outlines import outline

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import is_error
from kdnet_docs.base.spans import Source
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.read import read

GOLDEN = Path(__file__).parent / "golden"
PACKAGE = ("2021-09", "erhvervshus-midtjylland@2022", "naere-psykiatri@2021-09")


@pytest.mark.parametrize("name", PACKAGE)
def test_the_tree_is_as_it_was_read_and_agreed(name: str) -> None:
    made = assemble(real(name))
    assert not any(map(is_error, made.findings))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("KDNET_RENEW_GOLDEN"):
        golden.write_text(outline(made.document), encoding="utf-8")
    assert outline(made.document) == golden.read_text(encoding="utf-8")


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
