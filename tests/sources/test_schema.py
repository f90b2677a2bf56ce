"""The schema is valid, and editors that use it find in sources what we find, and no more."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import kdnet
from jsonschema import Draft202012Validator
from python_files import ROOT

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.read import KINDS
from kdnet_docs.sources.schema import schema

SOURCES = sorted([*ROOT.glob("contract_sources/**/*.yaml"), *ROOT.glob("tests/projects/**/*.yaml")])
CONTRACT = (ROOT / "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml").read_text("utf-8")


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_the_schema_is_a_valid_schema(kind: str | None) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_an_editor_has_nothing_to_say_about_the_sources(path: Path) -> None:
    seen = as_an_editor_sees(path.read_text("utf-8"))
    assert problems(seen, None) == []
    assert problems(seen, seen["kind"]) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("status: udkast", "status: kladde"),
        ("author:", "forfatter:"),
        ("kind: contract", "kind: kontrakt"),
        ("contents: true", "contents: måske"),
        ("date: 2021-09-01", "datum: 2021-09-01"),
        ("  - signatures: [kkr, erhvervshus]", "  - underskrifter: [kkr, erhvervshus]"),
        ("title: Kommune", "titel: Kommune"),
    ],
)
def test_an_editor_marks_the_mistakes_that_we_find(right: str, wrong: str) -> None:
    text = CONTRACT.replace(right, wrong)
    assert text != CONTRACT
    assert problems(as_an_editor_sees(text), "contract")


def test_each_key_says_in_danish_and_english_what_it_is_for() -> None:
    wrong = [name for name, described in keys(schema(None)) if not re.fullmatch(r".+\n\n.+", described)]
    assert wrong == []
    alike = [name for name, described in keys(schema(None)) if len(set(described.split("\n\n"))) == 1]
    assert alike == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_finds_the_schema_as_it_is_now(kind: str) -> None:
    """`make schemas` writes it."""
    written = (ROOT / f".vscode/schemas/{kind}.json").read_text("utf-8")
    assert written == kdnet("schema", kind).stdout


def problems(seen: Any, kind: str | None) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(kind)).iter_errors(seen)]


def keys(part: Any) -> Iterator[tuple[str, str]]:
    """Every key of every object in the schema, and how it is described."""
    if isinstance(part, dict):
        for name, described in part.get("properties", {}).items():
            yield name, described.get("description", "")
        for value in part.values():
            yield from keys(value)


def as_an_editor_sees(text: str) -> Any:
    top = compose(Source("source.yaml", text))
    assert not isinstance(top, Refused)
    return guessed(top)


def guessed(node: Node) -> Any:
    """A node with its values typed by YAML 1.2's core schema."""
    match node:
        case MappingNode():
            return {key: guessed(value) for key, value in node.items()}
        case SequenceNode():
            return [guessed(item) for item in node]
        case ScalarNode() if node.span.text[:1] in {"'", '"', "|", ">"}:
            return node.text
        case ScalarNode():
            return plain(node.text)


def plain(text: str) -> Any:
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
