"""The log has what SARIF 2.1.0 asks for; the part of its schema that we use stands here."""

import json
from dataclasses import replace
from typing import Any

from findings import WARNING, finding, page
from jsonschema import Draft202012Validator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.findings.sarif import render

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
PHYSICAL: dict[str, Any] = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"}},
            "additionalProperties": False,
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "properties": {
                name: {"type": "integer", "minimum": 1}
                for name in ("startLine", "startColumn", "endLine", "endColumn")
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "additionalProperties": False,
    "properties": {
        "description": TEXT,
        "artifactChanges": {
            "minItems": 1,
            "items": {
                "required": ["artifactLocation", "replacements"],
                "additionalProperties": False,
                "properties": {
                    "artifactLocation": PHYSICAL["properties"]["artifactLocation"],
                    "replacements": {
                        "minItems": 1,
                        "items": {
                            "required": ["deletedRegion"],
                            "additionalProperties": False,
                            "properties": {
                                "deletedRegion": PHYSICAL["properties"]["region"],
                                "insertedContent": {"properties": {"text": {"type": "string"}}},
                            },
                        },
                    },
                },
            },
        },
    },
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "semanticVersion": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT,
                                "locations": {"items": {"properties": {"physicalLocation": PHYSICAL}}},
                                "relatedLocations": {
                                    "items": {
                                        "properties": {
                                            "id": {"type": "integer"},
                                            "message": TEXT,
                                            "physicalLocation": PHYSICAL,
                                        }
                                    }
                                },
                                "fixes": {"items": FIX, "minItems": 1, "uniqueItems": True},
                                "suppressions": {
                                    "items": {
                                        "required": ["kind"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "kind": {"enum": ["inSource", "external"]},
                                            "justification": {"type": "string"},
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_the_log_has_the_shape_of_sarif() -> None:
    findings = [finding("a: 1\ntitel: 2\n", "titel", first="a", name="møder/ny aftale.yaml"), WARNING]
    log = json.loads(render(findings, page()))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["KD201", "KD502"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "m%C3%B8der/ny%20aftale.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6}


def test_nothing_found_is_a_run_without_results() -> None:
    log = json.loads(render([], page()))
    assert log["runs"][0]["results"] == []
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)] == []


def test_what_is_silenced_is_suppressed_with_its_reason_and_a_fix_says_what_to_write() -> None:
    one = finding("a: 1\ntitel: 2\n", "titel")
    assert one.span
    mended = replace(one, fix=(Edit(one.span, "title"),), silenced="Ment, som det står")
    note = Diagnostic(code=Code.LONG_SENTENCE, message=msg("wrong"))
    log = json.loads(render([mended, note], page()))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)] == []
    first, second = log["runs"][0]["results"]
    assert first["suppressions"] == [{"kind": "inSource", "justification": "Ment, som det står"}]
    (change,) = first["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == first["locations"][0]["physicalLocation"]["region"]
    assert replacement["insertedContent"] == {"text": "title"}
    assert second["level"] == "note"
    assert second["suppressions"] == []  # all results have them or none
