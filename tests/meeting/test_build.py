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


MEETING = "contract_sources/meetings/2022-01.yaml"


def names(project: Project) -> set[str]:
    """The documents that lie in the output."""
    return {
        name
        for name in state(out(project))
        if not name.startswith(".kdnet/") and "json" not in name and ".zip" not in name
    }


def text_file(project: Project) -> Path:
    """The one bilag of the meeting, as text."""
    (file,) = (out(project) / "meeting-2022-01").glob("01-1 *.txt")
    return file


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


def test_what_somebody_changed_or_added_is_kept_beside_the_folder_and_told_of(project: Project) -> None:
    made(project, formats=("txt",))
    edited, folder = text_file(project), out(project) / "meeting-2022-01"
    edited.write_text("hendes rettelser", encoding="utf-8")
    (folder / "noter").mkdir()
    (folder / "noter/til mødet.txt").write_text("noter", encoding="utf-8")
    (folder / "Thumbs.db").write_bytes(b"nobody's")
    built = made(project, formats=("txt",))
    kept = out(project) / "meeting-2022-01 (gemt)"
    assert (kept / edited.name).read_text("utf-8") == "hendes rettelser"
    assert (kept / "noter/til mødet.txt").read_text("utf-8") == "noter"
    assert set(state(kept)) == {edited.name, "noter/til mødet.txt"}
    assert {one.code.value for one in built.findings} == {"KD607"}
    assert {one.span.source.name for one in built.findings if one.span} == {
        str(kept / edited.name),
        str(kept / "noter/til mødet.txt"),
    }
    assert "Ord." in text_file(project).read_text("utf-8")
    assert made(project, formats=("txt",)).findings == ()


def test_what_somebody_added_is_kept_also_where_nothing_else_has_changed(project: Project) -> None:
    folder = made(project).folder
    assert folder
    before = {name: content for name, (_, _, content) in state(folder).items()}
    documents = state(out(project) / ".kdnet/kept")
    (folder / "internt notat.txt").write_bytes(b"x")
    (folder / ".DS_Store").write_bytes(b"x")
    assert [str(finding.code.value) for finding in made(project).findings] == ["KD607"]
    assert {name: content for name, (_, _, content) in state(folder).items()} == before
    assert state(out(project) / ".kdnet/kept") == documents
    assert (out(project) / "meeting-2022-01 (gemt)/internt notat.txt").read_bytes() == b"x"
    (folder / ".DS_Store").write_bytes(b"x")
    assert made(project).unchanged


def test_what_is_kept_is_never_overwritten(project: Project) -> None:
    for words in ("en", "to", "to", "tre"):
        made(project, formats=("txt",))
        text_file(project).write_text(words, encoding="utf-8")
    made(project, formats=("txt",))
    kept = out(project) / "meeting-2022-01 (gemt)"
    assert sorted(path.read_text("utf-8") for path in kept.iterdir()) == ["en", "to", "tre"]


def test_a_document_alone_that_somebody_changed_is_kept_as_well(project: Project) -> None:
    (file,) = made(project, "aftale@1", ("txt",)).files
    file.write_text("hendes", encoding="utf-8")
    (warning,) = made(project, "aftale@1", ("txt",)).findings
    assert warning.span is not None
    assert Path(warning.span.source.name).read_text("utf-8") == "hendes"
    assert "Ord." in file.read_text("utf-8")


def test_a_file_in_the_folders_place_stops_the_build_and_stays(project: Project) -> None:
    out(project).mkdir()
    (out(project) / "meeting-2022-01").write_text("en fil", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match="meeting-2022-01"):
        build(project, "2022-01", out(project), ("txt",), "typst")
    assert (out(project) / "meeting-2022-01").read_text("utf-8") == "en fil"


def test_a_folder_that_is_a_link_stays_one(project: Project) -> None:
    elsewhere = project.root.parent / "drev/møde"
    elsewhere.mkdir(parents=True)
    out(project).mkdir()
    (out(project) / "meeting-2022-01").symlink_to(elsewhere)
    built = made(project, formats=("txt",))
    assert (out(project) / "meeting-2022-01").is_symlink()
    assert set(os.listdir(elsewhere)) == {path.name for path in built.files}  # noqa: PTH208
    assert made(project, formats=("txt",)).unchanged


def test_a_source_that_changes_during_the_build_leaves_what_was_there(project: Project) -> None:
    made(project, formats=("txt",))
    before = {name: state(out(project))[name] for name in names(project)}
    edit(project, "Ord.", "Andre ord.")
    refused = build(
        project,
        "2022-01",
        out(project),
        ("txt",),
        "typst",
        progress=lambda _: edit(project, "Andre", "Endnu andre"),
    )
    assert isinstance(refused, Refused)
    assert [one.code.value for one in refused.diagnostics] == ["KD604"]
    assert {name: state(out(project))[name] for name in names(project)} == before


def test_two_builds_at_once_leave_one_whole_package(project: Project) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kdnet_docs.meeting.build import build\n"
        "from kdnet_docs.sources.project import Project\n"
        "root, out = map(Path, sys.argv[1:])\n"
        "print(build(Project(root), '2022-01', out, ('txt',), 'typst').unchanged)\n"
    )
    command = [sys.executable, "-c", script, str(project.root), str(out(project))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(3)]
    said = sorted(run.communicate(timeout=60)[0].decode().strip() for run in runs)
    assert said == ["False", "True", "True"]
    assert made(project, formats=("txt",)).unchanged


def test_what_a_killed_build_left_is_cleared_away(project: Project) -> None:
    built = made(project, formats=("txt",))
    assert built.folder is not None
    before = state(built.folder)
    built.folder.rename(out(project) / ".kdnet-old.meeting-2022-01")
    (out(project) / ".kdnet-new.meeting-2022-01").mkdir()
    assert made(project, formats=("txt",)).unchanged
    assert state(built.folder) == before
    assert sorted(path.name for path in out(project).iterdir()) == [".kdnet", "meeting-2022-01"]


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


def test_the_files_of_another_build_are_left(project: Project) -> None:
    made(project, "aftale@1", ("txt",))
    made(project, "2022-01", ("txt",))
    assert names(project) == {
        "aftale-1.txt",
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
