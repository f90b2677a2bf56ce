"""A build makes what has changed since the last, all of it, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from authored import HEAD
from builds import MEETING, a_meeting_with_one_contract, edit, made, out, state, text_file

from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_meeting_with_one_contract(tmp_path)


def test_a_second_build_writes_nothing(project: Project) -> None:
    first = made(project)
    assert not first.unchanged
    assert first.folder == out(project) / "meeting-2022-01"
    assert {path.name for path in first.files} >= {"manifest.json", "meeting-2022-01.zip"}
    assert {path.name for path in first.files} == set(os.listdir(first.folder))  # noqa: PTH208
    assert (first.summary.documents, first.summary.pages) == (2, 3)
    before = state(out(project))
    second = made(project)
    assert second.unchanged
    assert second.files == first.files
    assert state(out(project)) == before


def test_a_changed_source_is_built_again(project: Project) -> None:
    made(project)
    edit(project, "Ord.", "Andre ord.")
    assert not made(project).unchanged
    assert "Andre ord." in text_file(project).read_text(encoding="utf-8")


def test_a_changed_template_is_built_again(project: Project) -> None:
    made(project)
    style = project.templates / "typst/document.typ"
    style.write_text(style.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert not made(project).unchanged


def test_a_changed_stylesheet_makes_html_again_and_nothing_else(project: Project) -> None:
    made(project)
    kept = out(project) / ".kdnet/kept"
    before = state(kept)
    style = project.templates / "html/style.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    made(project)
    after = state(kept)
    anew = [content for name, (_, _, content) in after.items() if name not in before]
    assert len(anew) == 2  # the dagsorden and the contract
    assert all(b"<html" in content for content in anew)
    assert len(before) == len(after)


@pytest.mark.parametrize("damage", ["delete", "forget"])
def test_what_somebody_did_to_the_output_is_made_good(project: Project, damage: str) -> None:
    built = made(project)
    before = {name: content for name, (_, _, content) in state(out(project)).items()}
    for file in built.files:
        if damage == "delete":
            file.unlink()
    if damage == "forget":
        for record in (out(project) / ".kdnet").glob("*.json"):
            record.write_text("not JSON", encoding="utf-8")
    assert not made(project).unchanged
    assert {name: content for name, (_, _, content) in state(out(project)).items()} == before


def test_another_format_is_another_build(project: Project) -> None:
    made(project, formats=("txt",))
    assert not made(project, formats=("txt", "html")).unchanged
    assert made(project, formats=("txt", "html")).unchanged


def test_only_what_has_changed_is_made_again(project: Project) -> None:
    second = project.root / "contract_sources/contracts/anden/1.yaml"
    second.parent.mkdir()
    second.write_text(HEAD.replace("id: aftale", "id: anden") + "body: [{text: Uændret.}]\n", "utf-8")
    meeting = project.root / MEETING
    meeting.write_text(
        meeting.read_text("utf-8").replace("aftale@1}", "aftale@1}, {title: Den anden, document: anden@1}"),
        "utf-8",
    )
    made(project, formats=("html", "txt"))
    kept = out(project) / ".kdnet/kept"
    before = state(kept)
    edit(project, "Ord.", "Andre ord.")
    made(project, formats=("html", "txt"))
    after = state(kept)
    assert {name for name in before if b"Ud\xc3\xa6ndret" in before[name][2]} <= set(after)
    assert {
        name: after[name] for name in after if b"Andre ord" not in after[name][2]
    }.items() <= before.items()
    assert not any(b"Ord." in content for _, _, content in after.values())


def test_warnings_are_told_again_when_nothing_has_changed(project: Project) -> None:
    edit(project, "body:\n", "body:\n  - goals: [{group: G, goals: [{id: tomt}]}]\n")
    first = made(project, formats=("txt",))
    again = made(project, formats=("txt",))
    assert again.unchanged
    assert [str(one.message) for one in first.findings] == ["goal 1 is empty"]
    assert again.findings == first.findings


def test_another_library_or_python_is_built_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made(project, formats=("txt",))
    (project.root.parent / "site/typst-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(project.root.parent / "site")
    assert not made(project, formats=("txt",)).unchanged
    assert made(project, formats=("txt",)).unchanged


def test_what_libreoffice_prints_is_printed_each_time(project: Project) -> None:
    for _ in range(2):
        built = build(project, "aftale@1", out(project), ("txt",), "libreoffice")
        assert isinstance(built, Built)
        assert not built.unchanged


def test_finding_that_nothing_has_changed_loads_no_heavy_library(project: Project) -> None:
    made(project, formats=("txt",))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kdnet_docs.meeting.build import build\n"
        "from kdnet_docs.sources.project import Project\n"
        "root, out = map(Path, sys.argv[1:])\n"
        "print(build(Project(root), '2022-01', out, ('txt',), 'typst').unchanged)\n"
        "print(*sorted({'pydantic', 'ruamel', 'lxml', 'docx', 'typst'} & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(project.root), str(out(project))],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
        timeout=60,
    )
    assert run.stdout.decode().split() == ["True"]
