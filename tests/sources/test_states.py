"""A state in git can be checked and built as if it were there: a meeting with the bilag of that time."""

import json
import os
from pathlib import Path

import pytest
from command_line import CONTRACT, kdnet, project
from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.cli import exits
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.states import as_of

FILE = "contract_sources/contracts/aftale/2022.yaml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder of a repository: sound; broken; and sound, not committed."""
    root = tmp_path_factory.mktemp("arkiv") / "projekt æ"
    root.mkdir()
    project(root)
    git(root.parent, "init", "--quiet")
    commit(root.parent, "Sund")
    (root / FILE).write_text(CONTRACT.replace("title:", "titel:"), encoding="utf-8")
    commit(root.parent, "Brudt")
    (root / FILE).write_text(CONTRACT.replace("enige", "meget enige"), encoding="utf-8")
    return root


@pytest.mark.parametrize("name", ["2022-03", "aftale@2022", FILE])
def test_what_is_found_is_found_in_the_state_that_is_named(name: str, root: Path) -> None:
    assert kdnet("check", f"{name}:HEAD~1", here=root).stdout == "No mistakes found.\n"
    run = kdnet("check", name, f"{name}:HEAD", "--output-format", "concise", here=root)
    assert run.returncode == exits.FINDINGS
    assert f"{FILE}@HEAD:5:1: error[KD201]" in run.stdout
    assert run.stdout.count("KD201") == 1


def test_states_that_there_are_not(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "fil.yaml"
    outside.write_text(CONTRACT, encoding="utf-8")
    run = kdnet("check", "aftale@2022:mian", "aftal@2022:HEAD", f"{outside}:HEAD", here=root)
    assert run.returncode == exits.FINDINGS
    assert {"error[KD702]", "error[KD401]", "error[KD704]"} <= set(run.stdout.replace(":", " ").split())


def test_a_package_is_built_as_it_was_in_a_folder_of_its_own(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD~1")
    run = kdnet("build", "2022-03:HEAD~1", "--format", "txt", here=root)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    folder = root / "build" / first[:9] / "meeting-2022-03"
    (text,) = folder.glob("01-1 *.txt")
    assert "Parterne er enige." in text.read_text(encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["commit"]["id"] == first
    assert {source["state"] for source in manifest["sources"]} == {"clean"}
    assert {source["path"] for source in manifest["sources"]} >= {FILE}
    assert "unchanged since" in kdnet("build", "2022-03:HEAD~1", "--format", "txt", here=root).stdout


def test_what_cannot_be_built_says_in_which_state(root: Path, tmp_path: Path) -> None:
    run = kdnet("build", "aftale@2022:HEAD", "--out", str(tmp_path / "ud"), here=root)
    assert run.returncode == exits.FINDINGS
    assert f"--> {FILE}@HEAD:" in run.stderr
    assert list((tmp_path / "ud").glob("*.docx")) == []


@pytest.mark.parametrize("command", ["watch", "format"])
def test_a_state_is_neither_watched_nor_set_up(command: str, root: Path) -> None:
    run = kdnet(command, "aftale@2022:HEAD", here=root)
    assert run.returncode == exits.FINDINGS
    assert "error[KD704]" in run.stderr


def test_links_in_a_repository_lead_nowhere(root: Path) -> None:
    there = Project(root)
    link = root / "contract_sources/attachments"
    link.symlink_to(os.sep)
    commit(root.parent, "Genvej")
    try:
        with as_of(there, "HEAD") as state:
            assert not isinstance(state, Refused)
            assert not (state.root / "contract_sources/attachments").exists()
            assert state.references() == ("aftale@2022",)
            folder = state.root
        assert not folder.exists()
    finally:
        link.unlink()


@pytest.mark.parametrize("command", ["check", "compare"])
def test_a_clone_without_the_files_of_a_state_says_so(command: str, root: Path, tmp_path: Path) -> None:
    git(root.parent, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.parent.as_uri(), "kopi")
    others = ("aftale@2022",) if command == "compare" else ()
    run = kdnet(command, "aftale@2022:HEAD~1", *others, here=tmp_path / "kopi" / root.name)
    assert run.returncode == exits.FINDINGS
    assert "KD701" in run.stdout + run.stderr


def test_now_is_the_project_itself(root: Path) -> None:
    there = Project(root)
    with as_of(there, None) as state:
        assert state is there
