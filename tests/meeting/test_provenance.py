"""What git has stored of the sources is told; what a folder's configuration would run is not run."""

from pathlib import Path

import pytest
from repositories import git

from kdnet_docs.meeting.provenance import Origin, checked_out, provenance


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with two commits."""
    root = tmp_path / "arkiv/projekt"
    (root / "sources").mkdir(parents=True)
    git(root.parent, "init", "-q")
    for name in ("først.yaml", "sidst.yaml"):
        (root / "sources" / name).write_text(f"{name}\n", encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-qm", name)
    return root


def origins(root: Path, *names: str) -> dict[str, Origin] | None:
    commit = checked_out(root, ("sources",))
    if commit is None:
        return None
    return dict(provenance(root, commit, {name: (root / name).read_bytes() for name in names}).origins)


def test_each_file_has_the_commit_that_changed_it_last(root: Path) -> None:
    first, last = git(root, "rev-parse", "HEAD~"), git(root, "rev-parse", "HEAD")
    assert origins(root, "sources/først.yaml", "sources/sidst.yaml") == {
        "sources/først.yaml": Origin(commit=first, state="clean"),
        "sources/sidst.yaml": Origin(commit=last, state="clean"),
    }


def test_a_file_is_clean_changed_or_untracked(root: Path) -> None:
    (root / "sources/først.yaml").write_text("rettet", encoding="utf-8")
    (root / "sources/ny.yaml").write_text("ny", encoding="utf-8")
    git(root, "add", "sources/først.yaml")
    found = origins(root, "sources/først.yaml", "sources/sidst.yaml", "sources/ny.yaml")
    assert found is not None
    assert [origin.state for origin in found.values()] == ["changed", "clean", "untracked"]
    assert found["sources/ny.yaml"].commit is None


def test_the_line_ends_of_windows_are_no_change(root: Path) -> None:
    (root / "sources/sidst.yaml").write_bytes(b"sidst.yaml\r\n")
    assert (origins(root, "sources/sidst.yaml") or {})["sources/sidst.yaml"].state == "clean"


def test_a_change_that_came_with_a_merge_is_that_of_its_own_commit(root: Path) -> None:
    git(root, "checkout", "-qb", "side", "HEAD~")
    (root / "sources/først.yaml").write_text("på siden", encoding="utf-8")
    git(root, "commit", "-qam", "side")
    side = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "side")
    assert (origins(root, "sources/først.yaml") or {})["sources/først.yaml"] == Origin(
        commit=side, state="clean"
    )


def test_a_history_that_begins_in_the_middle_tells_no_commits(root: Path) -> None:
    copy = root.parents[1] / "kopi"
    git(root, "clone", "-q", "--depth", "1", root.parent.as_uri(), str(copy))
    assert origins(copy / "projekt", "sources/først.yaml") == {
        "sources/først.yaml": Origin(commit=None, state="clean")
    }


def test_without_a_repository_or_a_commit_nothing_is_told(tmp_path: Path, root: Path) -> None:
    assert checked_out(tmp_path, ("sources",)) is None
    assert checked_out(root, ("mangler",)) is None
    empty = tmp_path / "tom"
    empty.mkdir()
    git(empty, "init", "-q")
    assert checked_out(empty, (".",)) is None


def test_without_git_nothing_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert checked_out(root, ("sources",)) is None


def test_another_repository_in_the_environment_is_passed_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/mangler")
    assert checked_out(root, ("sources",)) is not None


def test_no_program_that_the_folder_names_is_run(root: Path) -> None:
    ran = root.parents[1] / "ran"
    program = root.parents[1] / "program.sh"
    program.write_text(f"#!/bin/sh\necho $0 >> '{ran}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = root.parents[1] / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).symlink_to(program)
    (root / ".gitattributes").write_text("*.yaml filter=ond diff=ond\n", encoding="utf-8")
    settings = (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "gpg.program",
        "filter.ond.clean",
    )
    for key in (*settings, "filter.ond.smudge", "diff.ond.textconv", "diff.ond.command"):
        git(root, "config", key, str(program))
    git(root, "config", "core.hooksPath", str(hooks))
    git(root, "config", "log.showSignature", "true")
    (root / "sources/først.yaml").write_text("rettet", encoding="utf-8")
    assert (origins(root, "sources/først.yaml") or {})["sources/først.yaml"].state == "changed"
    assert not ran.exists()
    git(root, "status")
    assert ran.exists(), "the trap itself does not work"
