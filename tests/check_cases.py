"""The table of checks: for each code what it must find, and what it must be quiet on.

`checks/cases/KD5xx.yaml` holds `bad` and `good` cases. Each is one of

    text: ...       prose of a section in a contract for 2022
    source: ...     the keys of a contract (those that it leaves out are those of `HEAD`), or a whole source
    files: {...}    files below contract_sources by their paths, and `check:` what is checked
    contract: ...   (good) words that stand so in the real contract of 2022

with, where it matters, `language`, `earlier` (the source of the version before, 2021, as in `source`) and
`fixed` (the same text after the fix). What a bad case's finding points at stands between ⟦ and ⟧; a finding
that points at no words is marked with ⟦⟧ nowhere and `nowhere: true`.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent / "checks" / "cases"

HEAD = {
    "kind": "contract",
    "id": "aftale",
    "version": "2022",
    "status": "udkast",
    "title": "Aftale om erhvervsservice",
    "date": "2021-09-01",
}
CODES = tuple(sorted(path.stem for path in HERE.glob("KD*.yaml")))


def cases(code: str, quality: str) -> tuple[Mapping[str, Any], ...]:
    """The bad or the good cases of a code."""
    return tuple(YAML(typ="safe").load((HERE / f"{code}.yaml").read_text("utf-8"))[quality])


def all_cases(quality: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Every case with its code."""
    return tuple((code, case) for code in CODES for case in cases(code, quality))


def sources(case: Mapping[str, Any]) -> dict[str, str]:
    """The files of a case by their paths below contract_sources, marks included."""
    files = dict(case.get("files", {}))
    if "text" in case:
        files["contracts/aftale/2022.yaml"] = _headed(_section(case["text"]), case)
    if "source" in case:
        files["contracts/aftale/2022.yaml"] = _headed(case["source"], case)
    if "earlier" in case:
        files["contracts/aftale/2021.yaml"] = _headed(case["earlier"], case).replace(
            "version: 2022", "version: 2021"
        )
    return files


def _section(prose: str) -> str:
    return f"body:\n  - section: Indledning\n    text: |\n{indent(prose, '      ')}\n"


def _headed(source: str, case: Mapping[str, Any]) -> str:
    head = {**HEAD, **({"language": case["language"]} if "language" in case else {})}
    missing = (f"{key}: {value}\n" for key, value in head.items() if not re.search(f"(?m)^{key}:", source))
    return "".join(missing) + source
