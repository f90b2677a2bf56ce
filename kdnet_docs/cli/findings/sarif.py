"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import kdnet_docs
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.explanations import explanation
from kdnet_docs.cli.findings.page import Page, places


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """A log of one run, with a rule for each code that was found."""
    codes = sorted({finding.code for finding in findings}, key=lambda code: code.value)
    run = {
        "tool": {
            "driver": {
                "name": "kdnet",
                "semanticVersion": kdnet_docs.__version__,
                "rules": [_rule(code, page) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), page) for finding in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: Code, page: Page) -> Mapping[str, Any]:
    told = explanation(code, page.language)
    return {
        "id": code.value,
        "name": code.name,
        "shortDescription": {"text": told.title},
        "help": {"text": told.text, "markdown": told.text},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(finding: Diagnostic, rule: int, page: Page) -> Mapping[str, Any]:
    hint = f" ({page.text(finding.hint)})" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code.value,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": page.text(finding.message) + hint},
        # SARIF wants them of all results or of none (2.1.0, 3.27.23).
        "suppressions": _suppressions(finding),
    }
    if finding.span:
        result["locations"] = [{"physicalLocation": _location(finding.span, page)}]
    if finding.labels:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": page.text(label.message)},
                "physicalLocation": _location(label.span, page),
            }
            for number, label in enumerate(finding.labels)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding, page)]
    return result


def _suppressions(finding: Diagnostic) -> Sequence[Mapping[str, Any]]:
    return [] if finding.silenced is None else [{"kind": "inSource", "justification": finding.silenced}]


def _fix(finding: Diagnostic, page: Page) -> Mapping[str, Any]:
    """What would put it right, by the files that it changes."""
    changes: dict[str, list[Mapping[str, Any]]] = {}
    for edit in finding.fix:
        replacement = {
            "deletedRegion": _location(edit.span, page)["region"],
            "insertedContent": {"text": edit.text},
        }
        changes.setdefault(quote(page.file(edit.span)), []).append(replacement)
    described = {"description": {"text": page.text(finding.hint)}} if finding.hint else {}
    return {
        **described,
        "artifactChanges": [
            {"artifactLocation": {"uri": file}, "replacements": replacements}
            for file, replacements in changes.items()
        ],
    }


def _location(span: Span, page: Page) -> Mapping[str, Any]:
    artifact = {"artifactLocation": {"uri": quote(page.file(span))}}
    if not span.source.text:
        return artifact
    start, end = places(span)
    region = {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}
    return {**artifact, "region": region}
