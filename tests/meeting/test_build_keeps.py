"""A build throws nothing away that somebody else has written, whatever happens meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from builds import a_meeting_with_one_contract, edit, made, names, out, state, text_file

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import build
from kdnet_docs.meeting.verify import Verified, verify
from kdnet_docs.sources.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_meeting_with_one_contract(tmp_path)


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


@pytest.mark.parametrize("name", ["._00 Dagsorden.docx", "~$ Dagsorden.docx", ".~lock.00 Dagsorden.docx#"])
def test_after_a_build_the_package_verifies_whatever_lay_there(name: str, project: Project) -> None:
    folder = made(project, formats=("txt",)).folder
    assert folder
    (folder / name).write_bytes(b"x")
    assert made(project, formats=("txt",)).findings == ()
    verified = verify(folder)
    assert isinstance(verified, Verified)
    assert verified.findings == ()


def test_a_link_in_a_files_place_is_set_aside_though_it_leads_to_the_same(project: Project) -> None:
    folder, file = made(project, formats=("txt",)).folder, text_file(project)
    elsewhere = project.root.parent / "kopi.txt"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert folder
    assert [one.code.value for one in made(project, formats=("txt",)).findings] == ["KD607"]
    assert not file.is_symlink()
    assert file.read_bytes() == elsewhere.read_bytes()
    assert (out(project) / "meeting-2022-01 (gemt)" / file.name).readlink() == elsewhere
    verified = verify(folder)
    assert isinstance(verified, Verified)
    assert verified.findings == ()


def test_so_is_one_in_the_place_of_a_document_alone(project: Project) -> None:
    (file,) = made(project, "aftale@1", ("txt",)).files
    file.rename(file.with_name("kopi.txt"))
    file.symlink_to("kopi.txt")
    assert [one.code.value for one in made(project, "aftale@1", ("txt",)).findings] == ["KD607"]
    assert not file.is_symlink()


def test_a_link_that_is_called_as_programs_files_are_is_gone_after_a_build(project: Project) -> None:
    folder = made(project, formats=("txt",)).folder
    assert folder
    (folder / ".DS_Store").symlink_to(text_file(project))
    made(project, formats=("txt",))
    verified = verify(folder)
    assert isinstance(verified, Verified)
    assert verified.findings == ()


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


SAVED_MEANWHILE = """
import os, sys
from pathlib import Path
from kdnet_docs.meeting.build import build
from kdnet_docs.sources.project import Project

root, out, place, saved = map(Path, sys.argv[2:])
times = []

def save(event, arguments):
    # Python tells of each renaming right before it: just then somebody saves.
    if event == "os.rename" and not times and str(place) in map(os.fspath, arguments[:2]):
        times.append(1)
        saved.write_text("hendes", encoding="utf-8")

sys.addaudithook(save)
print(*[finding.code.value for finding in build(Project(root), sys.argv[1], out, ("txt",), "typst").findings])
"""


@pytest.mark.parametrize(
    ("name", "place", "saved", "kept"),
    [
        ("2022-01", "meeting-2022-01", "meeting-2022-01/{}", "meeting-2022-01 (gemt)/{}"),
        (
            "aftale@1",
            "aftale-1-vedtaget.txt",
            "aftale-1-vedtaget.txt",
            "aftale-1-vedtaget (gemt)/aftale-1-vedtaget.txt",
        ),
    ],
)
def test_what_is_saved_while_the_files_are_put_in_place_is_kept(
    name: str, place: str, saved: str, kept: str, project: Project
) -> None:
    made(project, name, ("txt",))
    file = text_file(project).name if name == "2022-01" else ""
    edit(project, "Ord.", "Andre ord.")
    paths = [str(path) for path in (project.root, out(project), out(project) / place)]
    run = subprocess.run(
        [sys.executable, "-c", SAVED_MEANWHILE, name, *paths, str(out(project) / saved.format(file))],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
        timeout=60,
        check=True,
    )
    assert run.stdout.decode().split() == ["KD607"]
    assert (out(project) / kept.format(file)).read_text("utf-8") == "hendes"
    assert "Andre ord." in (out(project) / saved.format(file)).read_text("utf-8")


KILLED = """
import os, sys
from pathlib import Path
from kdnet_docs.meeting.build import build
from kdnet_docs.sources.project import Project

root, out, place = map(Path, sys.argv[2:5])
left = int(sys.argv[5])
names = {place.name, ".kdnet-old." + place.name}

def kill(event, arguments):
    # When nothing is renamed yet, between the two, when both are done but not looked through.
    global left
    if event == "os.rename" and names & {os.path.basename(name) for name in arguments[:2]}:
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(kill)
build(Project(root), sys.argv[1], out, ("txt",), "typst")
"""


def killed(project: Project, name: str, place: str, after: int) -> bool:
    """A build that is killed when it has done so many steps with its place; whether it came so far."""
    paths = [str(path) for path in (project.root, out(project), out(project) / place)]
    run = subprocess.run(
        [sys.executable, "-c", KILLED, name, *paths, str(after)],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
        timeout=60,
    )
    return run.returncode == 9


@pytest.mark.parametrize(
    ("name", "place"), [("2022-01", "meeting-2022-01"), ("aftale@1", "aftale-1-vedtaget.txt")]
)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_what_a_killed_build_wrote_is_nobodys(name: str, place: str, after: int, project: Project) -> None:
    made(project, name, ("txt",))
    edit(project, "Ord.", "Andre ord.")
    assert killed(project, name, place, after)
    edit(project, "Andre ord.", "Tredje ord.")
    assert killed(project, name, place, after)  # on top of what the first left
    edit(project, "Tredje ord.", "Fjerde ord.")
    assert made(project, name, ("txt",)).findings == ()
    assert not (out(project) / f"{Path(place).stem} (gemt)").exists()
    assert sorted(path.name for path in out(project).iterdir()) == [".kdnet", place]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_what_somebody_changed_before_a_build_was_killed_is_kept_by_the_next(
    after: int, project: Project
) -> None:
    made(project, formats=("txt",))
    text_file(project).write_text("hendes", encoding="utf-8")
    edit(project, "Ord.", "Andre ord.")
    assert killed(project, "2022-01", "meeting-2022-01", after)
    edit(project, "Andre ord.", "Tredje ord.")
    (warning,) = made(project, formats=("txt",)).findings
    assert warning.span is not None
    assert Path(warning.span.source.name).read_text("utf-8") == "hendes"
    assert "Tredje ord." in text_file(project).read_text("utf-8")
