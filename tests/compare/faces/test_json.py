"""JSON for other programs: in the shape that is documented, whole, and the same each time."""

import json
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from authored import model
from jsonschema import Draft202012Validator
from project_documents import REFERENCES, document
from samples import DOCUMENT
from versions import FIRST, SECOND

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.faces.json import write_json
from kdnet_docs.compare.fact import Kind
from kdnet_docs.document.anatomy import anatomy

DOCS = Path(__file__).parents[3] / "docs"
SCHEMA = json.loads((DOCS / "comparison.schema.json").read_text("utf-8"))


@cache
def compared(old: str, new: str) -> Any:
    return json.loads(write_json(compare(document(old), document(new))))


def leaves(steps: list[Any]) -> list[Any]:
    """Every step with words, also in tables."""
    found = []
    for step in steps:
        table = step if step["step"] == "table" else step.get("table")
        if table:
            found += leaves(table["caption"])
            for row in table["rows"]:
                for cell in row["cells"]:
                    found += leaves(cell["steps"])
        if step["step"] != "table":
            found.append(step)
        for row in step.get("rows", []):
            for cell in row:
                if step["step"] != "table":
                    found += leaves(cell)
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["fact"]["properties"]["kind"]["enum"] == [kind.value for kind in Kind]


@pytest.mark.parametrize(("old", "new"), list(permutations(REFERENCES, 2)))
def test_every_comparison_is_in_the_shape(old: str, new: str) -> None:
    errors = [
        (error.json_path, error.message)
        for error in Draft202012Validator(SCHEMA).iter_errors(compared(old, new))
    ]
    assert errors == []


def test_every_case_of_the_tree_is_in_the_shape() -> None:
    for old, new in (
        (DOCUMENT, document(REFERENCES[0])),
        (document(REFERENCES[0]), DOCUMENT),
        (DOCUMENT, DOCUMENT),
    ):
        whole = json.loads(write_json(compare(old, new)))
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(whole)] == []


@pytest.mark.parametrize(("old", "new"), list(permutations(REFERENCES, 2)))
def test_both_documents_can_be_read_out_of_it_word_by_word(old: str, new: str) -> None:
    whole = compared(old, new)
    steps = leaves([*whole["text"], *(step for note in whole["footnotes"] for step in note["steps"])])
    for which, name, kinds in (("old", old, ("same", "deleted")), ("new", new, ("same", "inserted"))):
        known = anatomy(document(name)).leaves
        read = {
            tuple(leaf["id"] for leaf in step[which]): "".join(
                piece["text"] for piece in step["pieces"] if piece["kind"] in kinds
            )
            for step in steps
            if step[which]
        }
        assert {ids: "\n".join(known[one].text for one in ids) for ids in read} == read
        assert {one for ids in read for one in ids} >= {one for one in known if known[one].text}


def test_a_fact_has_its_values_and_both_places() -> None:
    old, new = (
        assemble(model(FIRST)).document,
        assemble(model(SECOND.replace("value: 40", "value: 45"))).document,
    )
    whole = json.loads(write_json(compare(old, new)))
    (fact,) = (fact for fact in whole["facts"] if fact["kind"] == "target")
    assert (fact["old"]["number"], fact["new"]["number"], fact["new"]["unit"]) == ("40", "45", "pct.")
    assert fact["difference"]["amount"] == "5"
    assert fact["direction"] == "raised"
    assert "hævet fra 40 pct. til 45 pct." in fact["sentence"]["da"]
    assert "raised from 40 pct. to 45 pct." in fact["sentence"]["en"]
    assert fact["where"][0]["old"]["place"]["file"] == "aftale.yaml"
    assert fact["where"][0]["new"]["place"]["start"]["line"] > 1


def test_equal_documents_have_no_facts() -> None:
    whole = compared(REFERENCES[0], REFERENCES[0])
    assert whole["equal"]
    assert whole["facts"] == []
    assert {piece["kind"] for step in leaves(whole["text"]) for piece in step["pieces"]} == {"same"}


def test_the_page_on_it_names_every_key() -> None:
    page = (DOCS / "comparison.md").read_text("utf-8")
    keys = {
        key
        for part in (SCHEMA, *SCHEMA["$defs"].values())
        for one in (part, *part.get("oneOf", ()))
        for key in one.get("properties", {})
    }
    assert sorted(key for key in keys if f"`{key}`" not in page) == []
