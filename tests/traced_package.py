"""This project's own package, built in a repository made for the test, and traced."""

from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree

from project_documents import PROJECT
from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project
from kdnet_docs.tracing.found import Place, Traced
from kdnet_docs.tracing.trace import Asked, File, Opened, open_file, trace

CONTRACT = "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml"
STATUS = "contract_sources/status/naere-psykiatri/2021-09.yaml"
MEETING = "contract_sources/meetings/2021-09.yaml"
WHOLE = "00 Dagsorden med bilag.pdf"
ALONE = "01-1 Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022.pdf"
WORD = "01-1 Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022.docx"


def opened(project: Project, file: Path) -> Opened | Refused:
    return open_file(project, File(name=str(file), content=file.read_bytes()))


@dataclass(frozen=True)
class Package:
    """A built package, the project in its repository, and the commit that has its sources."""

    project: Project
    commit: str
    read: dict[str, Opened | Refused] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        return self.project.root.parent / "out" / "meeting-2021-09"

    def ask(self, file: str, words: str, page: int | None = None) -> Traced | Refused:
        """What tracing says of words in a file of the package."""
        if file not in self.read:
            self.read[file] = opened(self.project, self.folder / file)
        found = self.read[file]
        return found if isinstance(found, Refused) else trace(found, Asked(words=words, page=page))

    def places(self, file: str, words: str, page: int | None = None) -> tuple[Place, ...]:
        """The places of words that are there."""
        traced = self.ask(file, words, page)
        assert isinstance(traced, Traced), [(str(one.message), str(one.hint)) for one in traced.diagnostics]
        return traced.places


def package(folder: Path) -> Package:
    """The package of September 2021, of sources that are committed."""
    root = folder / "project"
    for name in ("contract_sources", "templates"):
        copytree(PROJECT.root / name, root / name)
    git(root, "init", "--quiet")
    made = Package(Project(root), commit(root, "Sources"))
    built = build(made.project, "2021-09", folder / "out", ("docx", "pdf"), "typst")
    assert isinstance(built, Built), built
    return made


def line_of(project: Project, source: str, phrase: str) -> int:
    """The number of the one line of a source that has this phrase, found by nothing but reading it."""
    lines = (project.root / source).read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if phrase in line]
    return found


def lines(place: Place) -> list[tuple[str, int]]:
    """The lines that a place leads to."""
    return [(spot.span.source.name, spot.span.line) for spot in place.spots if spot.span]
