"""The manifest's form, as its page describes it; the rest is held by test_describe and test_verify."""

import json
import re

from python_files import ROOT

from kdnet_docs.meeting.manifest import FORMAT, Manifest, read_manifest


def test_the_page_describes_every_key_and_no_other() -> None:
    page = (ROOT / "docs/manifest.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([a-z0-9_]+)`", page, re.MULTILINE))
    schema = Manifest.model_json_schema()
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part["properties"]}
    assert described == keys


def test_the_example_of_the_page_is_a_manifest() -> None:
    page = (ROOT / "docs/manifest.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert isinstance(read_manifest(example.encode()), Manifest)
    assert json.loads(example)["format"] == FORMAT


def test_a_manifest_of_before_it_told_of_claims_is_read() -> None:
    page = (ROOT / "docs/manifest.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    former = json.loads(example)
    for file in former["files"]:
        del file["claims"]
    assert isinstance(read_manifest(json.dumps(former).encode()), Manifest)


def test_two_spellings_of_one_name_are_no_manifest() -> None:
    page = (ROOT / "docs/manifest.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    twice = json.loads(example)
    (file,) = twice["files"]
    twice["files"] = [{**file, "name": name} for name in ("å.pdf", "a\u030a.pdf")]
    assert read_manifest(json.dumps(twice).encode()) is None
