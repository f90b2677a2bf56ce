"""The core tree is closed: rule 3 and 4 of the house."""

import ast
import dataclasses
import inspect
from typing import get_args

import pytest
from python_files import called, python_files

from kdnet_docs.document import tree

CLASSES = [item for _, item in inspect.getmembers(tree, inspect.isclass) if item.__module__ == tree.__name__]
BLOCKS = set(get_args(tree.Block))
INLINES = set(get_args(tree.Inline))
# What stands in a node and is no node itself.
PARTS = {tree.Number, tree.ListItem, tree.Column, tree.Row, tree.Cell, tree.Signatory, tree.Document}
NODE_NAMES = {node.__name__ for node in BLOCKS | INLINES}


@pytest.mark.parametrize("node", CLASSES)
def test_every_node_is_frozen_slotted_and_named_by_keyword(node: type) -> None:
    assert dataclasses.is_dataclass(node)
    assert vars(node)["__dataclass_params__"].frozen
    assert "__slots__" in vars(node)
    assert all(field.kw_only for field in dataclasses.fields(node))
    assert node.__bases__ == (object,)


def test_every_node_stands_in_a_union() -> None:
    assert set(CLASSES) == BLOCKS | INLINES | PARTS


@pytest.mark.parametrize("block", sorted(BLOCKS, key=str))
def test_every_block_has_its_id_and_the_place_of_its_wording(block: type) -> None:
    fields = {field.name: field.type for field in dataclasses.fields(block)}
    assert "id" in fields
    assert "span" in fields


def test_every_inline_with_words_of_its_own_has_their_place() -> None:
    with_words = [node for node in INLINES if any(field.name == "text" for field in dataclasses.fields(node))]
    assert with_words
    assert all(any(field.name == "span" for field in dataclasses.fields(node)) for node in with_words)


def test_every_match_over_nodes_ends_in_assert_never() -> None:
    matches = [
        (file.at(node), node)
        for file in python_files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Match) and any(_names_a_node(case.pattern) for case in node.cases)
    ]
    assert matches
    assert [place for place, match in matches if not _ends_in_assert_never(match)] == []


def _names_a_node(pattern: ast.pattern) -> bool:
    match pattern:
        case ast.MatchClass(cls=node):
            return ast.unparse(node).split(".")[-1] in NODE_NAMES
        case ast.MatchOr(patterns=patterns):
            return any(_names_a_node(part) for part in patterns)
        case ast.MatchAs(pattern=ast.pattern() as inner):
            return _names_a_node(inner)
        case _:
            return False


def _ends_in_assert_never(match: ast.Match) -> bool:
    last = match.cases[-1]
    (statement, *_) = last.body
    return (
        isinstance(last.pattern, ast.MatchAs)
        and last.pattern.pattern is None
        and isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and called(statement.value) == "assert_never"
    )
