"""JSON for other programs: in the shape that is documented, whole, and the same each time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from certificates import MOMENT, pki
from jsonschema import Draft202012Validator
from signable import adopted, at, final_of, forged, signed_by_both

from kdnet_docs.signing.verdict import FlawKind
from kdnet_docs.signing.verifying.as_json import write_json
from kdnet_docs.signing.verifying.verify import verify
from kdnet_docs.sources.project import Project

DOCS = Path(__file__).parents[3] / "docs"
SCHEMA = json.loads((DOCS / "verification.schema.json").read_text("utf-8"))


def told(file: bytes) -> str:
    project = Project(adopted())
    return write_json(verify(file, "aftale.pdf", roots=[pki().root_pem], moment=MOMENT, project=project))


FILES: dict[str, Callable[[], bytes]] = {
    "both": signed_by_both,
    "nobody": lambda: final_of(adopted()),
    "changed": lambda: _changed(signed_by_both()),
    "forged": lambda: forged(at("vedtaget").replace("40 pct.", "30 pct."), "kind: contract\n"),
    "word": lambda: b"PK\x03\x04",
    "empty": lambda: b"",
}


def _changed(file: bytes) -> bytes:
    return file[:9000] + bytes([file[9000] ^ 1]) + file[9001:]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["flaw"]["properties"]["kind"]["enum"] == list(get_args(FlawKind))


@pytest.mark.parametrize("name", FILES)
def test_every_verification_is_in_the_shape(name: str) -> None:
    whole = json.loads(told(FILES[name]()))
    errors = [(error.json_path, error.message) for error in Draft202012Validator(SCHEMA).iter_errors(whole)]
    assert errors == []
    assert whole["holds"] is (name == "both")


def test_the_same_file_at_the_same_moment_gives_the_same_bytes() -> None:
    assert told(signed_by_both()) == told(signed_by_both())


def test_times_are_in_utc_as_iso_8601_has_them() -> None:
    whole = json.loads(told(signed_by_both()))
    assert whole["verified"] == "2021-10-12T10:00:00Z"
    assert [one["time"] for one in whole["signatures"]] == ["2021-10-12T10:00:00Z"] * 2


def test_the_root_that_is_trusted_is_named() -> None:
    assert [one["root"] for one in json.loads(told(signed_by_both()))["signatures"]] == ["Prøverod"] * 2


def test_the_page_on_it_names_every_key_and_every_kind_of_flaw() -> None:
    page = (DOCS / "verification.md").read_text("utf-8")
    keys = {key for part in (SCHEMA, *SCHEMA["$defs"].values()) for key in part.get("properties", {})}
    names: set[Any] = keys | set(get_args(FlawKind))
    assert sorted(name for name in names - {"da", "en"} if f"`{name}`" not in page) == []
