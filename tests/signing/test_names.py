"""Whether a name is that of whom a label names."""

import pytest

from kdnet_docs.signing.names import is_named

LABEL = "Underskrift for KKR Midtjylland: Søren Åge Olesen, formand"


@pytest.mark.parametrize(
    "name", ["Søren Olesen", "OLESEN, Søren", "Soeren Aage Olesen", "Søren B. Olesen", "KKR Midtjylland"]
)
def test_names_vary(name: str) -> None:
    assert is_named(name, LABEL)


@pytest.mark.parametrize("name", ["Søren Jensen", "Karen Lund", "Olsen", "S", "1", ""])
def test_others_and_those_without_a_name_are_not_named(name: str) -> None:
    assert not is_named(name, LABEL)
