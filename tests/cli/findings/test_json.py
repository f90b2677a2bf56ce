import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from findings import WARNING, finding, page
from python_files import ROOT

from kdnet_docs.base.edits import Edit
from kdnet_docs.cli.findings.json import VERSION, render


def test_a_program_finds_everything_a_person_sees() -> None:
    text = "a: 1\ntitel: 2\n"
    assert json.loads(render([finding(text, "titel", first="a"), WARNING], page())) == {
        "version": VERSION,
        "findings": [
            {
                "code": "KD201",
                "severity": "error",
                "message": 'the key "titel" is not known here',
                "hint": "keep one of them",
                "place": {
                    "file": "aftale.yaml",
                    "start": {"line": 2, "column": 1},
                    "end": {"line": 2, "column": 6},
                },
                "labels": [
                    {
                        "message": "first here",
                        "place": {
                            "file": "aftale.yaml",
                            "start": {"line": 1, "column": 1},
                            "end": {"line": 1, "column": 2},
                        },
                    }
                ],
                "fix": [],
                "silenced": None,
            },
            {
                "code": "KD502",
                "severity": "warning",
                "message": "goal 9 is empty",
                "hint": None,
                "place": None,
                "labels": [],
                "fix": [],
                "silenced": None,
            },
        ],
        "errors": 1,
        "warnings": 1,
        "notes": 0,
    }


def test_nothing_found_is_still_an_object() -> None:
    counts = {"errors": 0, "warnings": 0, "notes": 0}
    assert json.loads(render([], page())) == {"version": VERSION, "findings": [], **counts}


def test_a_program_is_told_what_is_silenced_and_what_would_be_written() -> None:
    one = finding("a: 1\ntitel: 2\n", "titel")
    assert one.span
    mended = replace(one, fix=(Edit(one.span, "title"),), silenced="Ment, som det står")
    whole = json.loads(render([mended, WARNING], page()))
    (found, _) = whole["findings"]
    assert found["fix"] == [{"place": found["place"], "text": "title"}]
    assert found["silenced"] == "Ment, som det står"
    assert (whole["errors"], whole["warnings"]) == (0, 1)


def test_every_key_is_described_in_the_documentation() -> None:
    described = (ROOT / "docs" / "findings.md").read_text("utf-8")
    whole = json.loads(render([finding("a: 1\nb: 2\n", "b", first="a")], page()))
    keys = set(keys_of(whole))
    assert {key for key in keys if f"`{key}`" not in described} == set()
    assert f"version {VERSION}" in described


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from keys_of(inner)
