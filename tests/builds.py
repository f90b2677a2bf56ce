"""A small project for tests of what a build puts on disk: a meeting with one contract."""

from pathlib import Path
from shutil import copytree

from authored import HEAD, ROOT

from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project

FORMATS = ("docx", "pdf", "html", "txt")
CONTRACT = "contract_sources/contracts/aftale/1.yaml"
MEETING = "contract_sources/meetings/2022-01.yaml"


def a_meeting_with_one_contract(folder: Path) -> Project:
    """A meeting with one contract, in the house's style."""
    root = folder / "project"
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
