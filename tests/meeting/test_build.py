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


def out(project: Project) -> Path:
    return project.root.parent / "out"


def made(project: Project, name: str = "2022-01", formats: tuple[str, ...] = FORMATS) -> Built:
    built = build(project, name, out(project), formats, "typst")
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
    before = state(out(project))
    second = made(project)
    assert second.unchanged
    assert second.files == first.files
    assert state(out(project)) == before


def test_a_changed_source_is_built_again(project: Project) -> None:
    made(project)
    edit(project, "Ord.", "Andre ord.")
    assert not made(project).unchanged
    assert "Andre ord." in (out(project) / "meeting-2022-01/aftale-1.txt").read_text(encoding="utf-8")


def test_a_changed_template_is_built_again(project: Project) -> None:
    made(project)
    style = project.templates / "typst/document.typ"
    style.write_text(style.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert not made(project).unchanged


@pytest.mark.parametrize("damage", ["delete", "edit", "forget"])
def test_what_somebody_did_to_the_output_is_made_good(project: Project, damage: str) -> None:
    built = made(project)
    before = {name: content for name, (_, _, content) in state(out(project)).items()}
    for file in built.files:
        if damage == "delete":
            file.unlink()
        elif damage == "edit":
            file.write_bytes(b"changed")
    if damage == "forget":
        for record in (out(project) / ".kdnet").glob("*.json"):
            record.write_text("not JSON", encoding="utf-8")
    assert not made(project).unchanged
    assert {name: content for name, (_, _, content) in state(out(project)).items()} == before


def test_another_format_is_another_build(project: Project) -> None:
    made(project, formats=("txt",))
    assert not made(project, formats=("txt", "html")).unchanged
    assert made(project, formats=("txt", "html")).unchanged


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
    assert [path.relative_to(project.root.parent).as_posix() for path in built.files] == ["out/aftale-1.txt"]
    assert made(project, "aftale@1", ("txt",)).unchanged


def test_warnings_do_not_stop_a_build(project: Project) -> None:
    edit(project, "body:\n", "body:\n  - goals: [{group: G, goals: [{id: tomt}]}]\n")
    assert [str(one.message) for one in made(project).findings] == ["goal 1 is empty"]


def test_a_build_that_cannot_write_one_file_writes_none(project: Project) -> None:
    made(project, formats=("html", "txt"))
    edit(project, "Ord.", "Andre ord.")
    (out(project) / "meeting-2022-01/meeting-2022-01.pdf").mkdir()
    before = state(out(project))
    with pytest.raises(OSError, match=r"meeting-2022-01\.pdf"):
        build(project, "2022-01", out(project), FORMATS, "typst")
    assert state(out(project)) == before


MEETING = "contract_sources/meetings/2022-01.yaml"


def names(project: Project) -> set[str]:
    """Every file that lies in the output, the records left out."""
    return {name for name in state(out(project)) if not name.startswith(".kdnet/")}


def test_what_is_no_longer_in_the_package_is_removed(project: Project) -> None:
    made(project, formats=("html", "txt"))
    meeting = project.root / MEETING
    second = project.root / "contract_sources/contracts/aftale/2.yaml"
    second.write_text(
        (project.root / CONTRACT).read_text("utf-8").replace("version: 1", "version: 2"), "utf-8"
    )
    meeting.write_text(meeting.read_text("utf-8").replace("aftale@1", "aftale@2"), encoding="utf-8")
    made(project, formats=("html", "txt"))
    assert names(project) == {"meeting-2022-01/aftale-2.html", "meeting-2022-01/aftale-2.txt"}
    made(project, formats=("txt",))
    assert names(project) == {"meeting-2022-01/aftale-2.txt"}


def test_what_somebody_wrote_in_is_not_removed(project: Project) -> None:
    made(project, formats=("html", "txt"))
    folder = out(project) / "meeting-2022-01"
    (folder / "aftale-1.html").write_text("mine noter", encoding="utf-8")
    (folder / "referat.txt").write_text("referat", encoding="utf-8")
    made(project, formats=("txt",))
    assert (folder / "aftale-1.html").read_text("utf-8") == "mine noter"
    assert (folder / "referat.txt").read_text("utf-8") == "referat"


def test_the_files_of_another_build_are_left(project: Project) -> None:
    made(project, "aftale@1", ("txt",))
    made(project, "2022-01", ("txt",))
    assert names(project) == {"aftale-1.txt", "meeting-2022-01/aftale-1.txt"}


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
    assert names(project) == {"meeting-2022-02/aftale-1.txt"}
    assert made(project, str(draft), ("txt",)).unchanged
    draft.write_text(text.replace("id: 2022-01", "id: ../../../2022"), encoding="utf-8")
    made(project, str(draft), ("txt",))
    assert names(project) == {"meeting-.._.._.._2022/aftale-1.txt"}


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
    assert len(first) == 10  # two documents in four formats, the meeting's PDF, and the record
