"""What a build makes, where, and what it refuses."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from authored import ROOT
from builds import CONTRACT, FORMATS, MEETING, a_meeting_with_one_contract, edit, made, names, out, state

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import build
from kdnet_docs.sources.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_meeting_with_one_contract(tmp_path)


def test_a_refused_build_leaves_what_was_there(project: Project) -> None:
    made(project)
    before = state(out(project))
    edit(project, "Ord.", "Ord <b>her</b>.")
    assert isinstance(build(project, "2022-01", out(project), FORMATS, "typst"), Refused)
    assert state(out(project)) == before


@pytest.mark.parametrize("wrong", ["Ord ![x](y).", "Ord {{ mangler }}.", "Ord 中."])
def test_a_refused_build_writes_nothing(project: Project, wrong: str) -> None:
    edit(project, "Ord.", wrong)
    assert isinstance(build(project, "2022-01", out(project), FORMATS, "typst"), Refused)
    assert names(project) == set()


def test_an_unknown_name_is_refused(project: Project) -> None:
    refused = build(project, "2022-1", out(project), FORMATS, "typst")
    assert isinstance(refused, Refused)
    assert [str(one.hint) for one in refused.diagnostics] == ['did you mean "2022-01"?']


def test_a_single_document_is_built_beside_the_meetings(project: Project) -> None:
    built = made(project, "aftale@1", ("txt",))
    assert [path.relative_to(project.root.parent).as_posix() for path in built.files] == [
        "out/aftale-1-vedtaget.txt"
    ]
    assert made(project, "aftale@1", ("txt",)).unchanged


def test_warnings_do_not_stop_a_build(project: Project) -> None:
    edit(project, "body:\n", "body:\n  - goals: [{group: G, goals: [{id: tomt}]}]\n")
    assert [str(one.message) for one in made(project).findings] == ["goal 1 is empty"]


def test_what_is_no_longer_in_the_package_is_removed(project: Project) -> None:
    made(project, formats=("html", "txt"))
    meeting = project.root / MEETING
    second = project.root / "contract_sources/contracts/aftale/2.yaml"
    second.write_text(
        (project.root / CONTRACT).read_text("utf-8").replace("version: 1", "version: 2"), "utf-8"
    )
    changed = meeting.read_text("utf-8").replace("aftale@1", "aftale@2").replace("Aftalen", "Den nye")
    meeting.write_text(changed, encoding="utf-8")
    made(project, formats=("html", "txt"))
    assert names(project) == {
        f"meeting-2022-01/{name}"
        for name in ("00 Dagsorden.html", "00 Dagsorden.txt", "01-1 Den nye.html", "01-1 Den nye.txt")
    }
    made(project, formats=("txt",))
    assert names(project) == {"meeting-2022-01/00 Dagsorden.txt", "meeting-2022-01/01-1 Den nye.txt"}


def test_the_files_of_another_build_are_left(project: Project) -> None:
    made(project, "aftale@1", ("txt",))
    made(project, "2022-01", ("txt",))
    assert names(project) == {
        "aftale-1-vedtaget.txt",
        *(f"meeting-2022-01/{name}" for name in ("00 Dagsorden.txt", "01-1 Aftalen.txt")),
    }


def test_a_meeting_is_built_in_one_place_however_it_is_named(project: Project) -> None:
    by_name = made(project, formats=("txt",))
    by_path = made(project, str(project.root / MEETING), ("txt",))
    assert by_path.unchanged
    assert by_path.files == by_name.files


def test_a_meeting_outside_the_project_has_its_own_folder(project: Project) -> None:
    draft = project.root.parent / "kladde.yaml"
    text = (project.root / MEETING).read_text("utf-8")
    draft.write_text(text.replace("id: 2022-01", "id: 2022-02"), encoding="utf-8")
    made(project, str(draft), ("txt",))
    assert names(project) == {"meeting-2022-02/00 Dagsorden.txt", "meeting-2022-02/01-1 Aftalen.txt"}
    assert made(project, str(draft), ("txt",)).unchanged
    draft.write_text(text.replace("id: 2022-01", "id: ../../../2022"), encoding="utf-8")
    made(project, str(draft), ("txt",))
    assert names(project) == {
        f"meeting-.._.._.._2022/{name}" for name in ("00 Dagsorden.txt", "01-1 Aftalen.txt")
    }


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
        root = folder / f"copy of the project {number}"
        copytree(ROOT / "contract_sources", root / "contract_sources")
        copytree(ROOT / "templates", root / "templates")
        subprocess.run(
            [sys.executable, "-c", BUILD, str(root), str(folder / "out")],
            check=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), **environment},
            timeout=120,
        )
        contents.append(
            {
                name: content
                for name, (_, _, content) in state(folder / "out").items()
                if not name.startswith(".kdnet/kept/")
            }
        )
    first, second = contents
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) >= 10  # two documents in four formats, the meeting's PDF, and the record
