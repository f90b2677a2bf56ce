"""What is there and is no source is called what it is, not said to be missing."""

from pathlib import Path

import pytest
from command_line import CONTRACT, project

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.model.contract import Contract
from kdnet_docs.sources.not_sources import what_it_is
from kdnet_docs.sources.project import Project

_FOLDER = '"{name}" is a folder; a document or a meeting belongs here'
_FILE = '"{name}" is no document or meeting: their files are called ….yaml'


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("contract_sources", _FOLDER, "there are aftale@2022, 2022-03"),
        ("contract_sources/contracts", _FOLDER, "there are aftale@2022"),
        ("contract_sources/meetings/", _FOLDER, "there are 2022-03"),
        ("docs", _FOLDER, "there are aftale@2022, 2022-03"),
        ("README.md", _FILE, "there are aftale@2022, 2022-03"),
        ("./README.md", _FILE, "there are aftale@2022, 2022-03"),
        (
            "contract_sources/meetings/2022-04.yaml.txt",
            _FILE,
            'the file contract_sources/meetings/2022-04.yaml.txt is not read; call it "2022-04.yaml"',
        ),
    ],
)
def test_it_is_said_what_it_is_and_what_could_be_named(
    name: str, message: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Project(project(tmp_path))
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("# Aftaler\n", "utf-8")
    (tmp_path / "contract_sources/meetings/2022-04.yaml.txt").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    found = there.read(name)
    assert isinstance(found, Refused)
    (finding,) = found.diagnostics
    assert finding.code is Code.UNKNOWN_REFERENCE
    assert (str(finding.message), str(finding.hint)) == (message.format(name=name), hint)


def test_a_document_is_found_though_a_folder_is_called_like_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Project(project(tmp_path))
    (tmp_path / "aftale@2022").mkdir()
    monkeypatch.chdir(tmp_path)
    assert isinstance(there.read("aftale@2022"), Contract)


@pytest.mark.parametrize("name", ["2022.yaml", "nix", "a" * 400, f"a/{'b' * 400}.yaml"])
def test_what_may_be_a_source_or_is_not_there(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2022.yaml").write_text(CONTRACT, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert what_it_is(name) is None
