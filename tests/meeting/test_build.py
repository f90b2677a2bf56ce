import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from authored import HEAD, ROOT

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project

FORMATS = ("docx", "pdf", "html", "txt")
CONTRACT = "contract_sources/contracts/aftale/1.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A meeting with one contract, in the house's style."""
    root = tmp_path / "project"
    for file, text in {
        CONTRACT: f"{HEAD}body:\n  - section: Om aftalen\n    text: Ord.\n",
        "contract_sources/meetings/2022-01.yaml": (
            "kind: meeting\nid: 2022-01\ntitle: Møde\ndate: 2022-01-01\n"
            "agenda: [{number: 1, title: Et, bilag: [{title: Aftalen, document: aftale@1}]}]\n"
        ),
    }.items():
        (root / file).parent.mkdir(parents=True)
        (root / file).write_text(text, encoding="utf-8")
    copytree(ROOT / "templates", root / "templates")
    return Project(root)


def made(project: Project, name: str = "2022-01", formats: tuple[str, ...] = FORMATS) -> Built:
    built = build(project, name, project.root.parent / "out", formats, "typst")
    assert isinstance(built, Built), built
    return built


def edit(project: Project, old: str, new: str) -> None:
    path = project.root / CONTRACT
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file below a folder, with what a rewritten file would have otherwise."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_writes_nothing(project: Project) -> None:
    first = made(project)
    assert not first.unchanged
    assert {path.name for path in first.files} == {
        "aftale-1.docx",
        "aftale-1.pdf",
        "aftale-1.html",
        "aftale-1.txt",
        "meeting-2022-01.pdf",
    }
    before = state(first.folder.parent)
    second = made(project)
    assert second.unchanged
    assert second.files == first.files
    assert state(first.folder.parent) == before


def test_a_changed_source_is_built_again(project: Project) -> None:
    before = made(project)
    edit(project, "Ord.", "Andre ord.")
    after = made(project)
    assert not after.unchanged
    assert "Andre ord." in (before.folder / "aftale-1.txt").read_text(encoding="utf-8")


def test_a_changed_template_is_built_again(project: Project) -> None:
    made(project)
    style = project.templates / "typst/document.typ"
    style.write_text(style.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert not made(project).unchanged


@pytest.mark.parametrize("damage", ["delete", "edit", "forget"])
def test_what_somebody_did_to_the_output_is_made_good(project: Project, damage: str) -> None:
    built = made(project)
    before = {name: content for name, (_, _, content) in state(built.folder.parent).items()}
    for file in built.files:
        if damage == "delete":
            file.unlink()
        elif damage == "edit":
            file.write_bytes(b"changed")
    if damage == "forget":
        for record in (built.folder.parent / ".kdnet").iterdir():
            record.write_text("not JSON", encoding="utf-8")
    assert not made(project).unchanged
    assert {name: content for name, (_, _, content) in state(built.folder.parent).items()} == before


def test_another_format_is_another_build(project: Project) -> None:
    made(project, formats=("txt",))
    assert not made(project, formats=("txt", "html")).unchanged
    assert made(project, formats=("txt", "html")).unchanged


def test_a_refused_build_leaves_what_was_there(project: Project) -> None:
    built = made(project)
    before = state(built.folder.parent)
    edit(project, "Ord.", "Ord <b>her</b>.")
    assert isinstance(build(project, "2022-01", built.folder.parent, FORMATS, "typst"), Refused)
    assert state(built.folder.parent) == before


@pytest.mark.parametrize("wrong", ["Ord ![x](y).", "Ord {{ mangler }}.", "Ord 中."])
def test_a_refused_build_writes_nothing(project: Project, wrong: str) -> None:
    edit(project, "Ord.", wrong)
    out = project.root.parent / "out"
    assert isinstance(build(project, "2022-01", out, FORMATS, "typst"), Refused)
    assert not out.exists()


def test_an_unknown_name_is_refused(project: Project) -> None:
    refused = build(project, "2022-1", project.root.parent / "out", FORMATS, "typst")
    assert isinstance(refused, Refused)
    assert [str(one.hint) for one in refused.diagnostics] == ['did you mean "2022-01"?']


def test_a_single_document_is_built_beside_the_meetings(project: Project) -> None:
    built = made(project, "aftale@1", ("txt",))
    assert [path.relative_to(project.root.parent).as_posix() for path in built.files] == ["out/aftale-1.txt"]
    assert made(project, "aftale@1", ("txt",)).unchanged


def test_warnings_do_not_stop_a_build(project: Project) -> None:
    edit(project, "body:\n", "body:\n  - goals: [{group: G, goals: [{id: tomt}]}]\n")
    assert [str(one.message) for one in made(project).findings] == ["goal 1 is empty"]


BUILD = """
import sys
from pathlib import Path
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project
assert isinstance(build(Project(Path(sys.argv[1])), "2021-09", Path(sys.argv[2]), ("docx", "pdf", "html", "txt"), "typst"), Built)
"""  # noqa: E501


def test_the_same_sources_give_the_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    surroundings = (
        {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C", "LANGUAGE": "en"},
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4242", "LC_ALL": "da_DK.UTF-8", "LANGUAGE": "da"},
    )
    contents = []
    for number, environment in enumerate(surroundings):
        folder = tmp_path / str(number)
        folder.mkdir()
        # The second is another copy of the project, in another place.
        root = ROOT if number == 0 else folder / "copy"
        if number:
            copytree(ROOT / "contract_sources", root / "contract_sources")
            copytree(ROOT / "templates", root / "templates")
        subprocess.run(
            [sys.executable, "-c", BUILD, str(root), str(folder / "out")],
            check=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), **environment},
            timeout=120,
        )
        contents.append({name: content for name, (_, _, content) in state(folder / "out").items()})
    first, second = contents
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) == 10  # two documents in four formats, the meeting's PDF, and the record
