"""The documents of this project's own sources, assembled as a build does it."""

from functools import cache
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.project import Project

PROJECT = Project(Path(__file__).parents[1])
REFERENCES = PROJECT.references()


@cache
def document(reference: str) -> Document:
    """The document that `reference` names: "erhvervshus-midtjylland@2022"."""
    model = PROJECT.read(reference)
    assert not isinstance(model, Refused), [str(found.message) for found in model.diagnostics]
    return examine(model)[0]
