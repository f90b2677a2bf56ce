"""A final file says which commit it was made from, and git has to have all of it."""

import shutil
from pathlib import Path

import pytest
from adopted import CONTRACT, PLACE, repository, write
from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.final.committed import Committed, committed
from kdnet_docs.sources.project import Project


def asked(project: Project) -> Committed | Refused:
    source = project.load(project.root / PLACE)
    assert isinstance(source, Source)
    return committed(project, source)


def told(project: Project) -> list[tuple[str, str]]:
    """The message and the file of each finding."""
    found = asked(project)
    assert isinstance(found, Refused)
    assert {one.code.value for one in found.diagnostics} == {"KD812"}
    return [(str(one.message), one.span.source.name if one.span else "") for one in found.diagnostics]


def test_the_commit_is_the_newest_that_changed_the_source_or_a_template(tmp_path: Path) -> None:
    project = repository(tmp_path)
    first = git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "README").write_text("x", "utf-8")
    commit(tmp_path, "Andet")
    found = asked(project)
    assert isinstance(found, Committed)
    assert found.commit == first
    style = tmp_path / "templates/typst/style.typ"
    style.write_text(style.read_text("utf-8") + "\n", "utf-8")
    assert commit(tmp_path, "Skabelon") == getattr(asked(project), "commit", "")


def test_where_branches_meet_the_commit_has_both_sides(tmp_path: Path) -> None:
    project = repository(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "skabelon")
    style = tmp_path / "templates/typst/style.typ"
    style.write_text(style.read_text("utf-8") + "\n", "utf-8")
    commit(tmp_path, "Skabelon")
    git(tmp_path, "checkout", "--quiet", "main")
    write(tmp_path, CONTRACT.replace("havnen", "kajen"))
    commit(tmp_path, "Kilde")
    git(tmp_path, "merge", "--quiet", "--no-edit", "skabelon")
    assert getattr(asked(project), "commit", "") == git(tmp_path, "rev-parse", "HEAD")


def test_what_git_does_not_have_is_named(tmp_path: Path) -> None:
    project = repository(tmp_path)
    write(tmp_path, CONTRACT.replace("havnen", "kajen"))
    (tmp_path / "templates/word/cover-ny.docx").write_bytes(b"x")
    (tmp_path / "templates/word/~$house.docx").write_bytes(b"x")
    assert told(project) == [
        ("the file was changed after the last commit", PLACE),
        ("the file has not been committed", "templates/word/cover-ny.docx"),
    ]


def test_many_templates_are_named_together(tmp_path: Path) -> None:
    project = repository(tmp_path)
    (tmp_path / "templates/word/cover-ny.docx").write_bytes(b"x")
    (tmp_path / "templates/html/page.html").unlink()
    names = "word/cover-ny.docx, html/page.html"
    assert told(project) == [
        (f"2 templates are not as in the last commit: {names}", "templates/word/cover-ny.docx")
    ]
    for place in (tmp_path / "templates/typst").iterdir():
        place.unlink()
    [(message, _)] = told(project)
    assert message.endswith(" …")


def test_other_line_ends_are_no_change(tmp_path: Path) -> None:
    project = repository(tmp_path)
    before = asked(project)
    write(tmp_path, CONTRACT.replace("\n", "\r\n"))
    assert asked(project) == before


def test_a_folder_without_a_history(tmp_path: Path) -> None:
    project = repository(tmp_path)
    shutil.rmtree(tmp_path / ".git")
    [(message, _)] = told(project)
    assert "is not in a git repository" in message
    git(tmp_path, "init", "--quiet")
    assert told(project) == [("nothing has been committed yet", PLACE)]


def test_a_history_that_begins_in_the_middle(tmp_path: Path) -> None:
    repository(tmp_path / "whole")
    write(tmp_path / "whole", CONTRACT.replace("havnen", "kajen"))
    commit(tmp_path / "whole", "Mere")
    git(tmp_path, "clone", "--quiet", "--depth", "1", (tmp_path / "whole").as_uri(), "part")
    [(message, _)] = told(Project(tmp_path / "part"))
    assert message.startswith("the history begins in the middle here")


def test_without_git_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = repository(tmp_path)
    monkeypatch.setenv("PATH", "")
    [(message, _)] = told(project)
    assert message.startswith("git is needed for that")
