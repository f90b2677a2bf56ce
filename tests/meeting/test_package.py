from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from authored import HEAD, ROOT
from pypdf import PdfReader

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.package import Package, plan, write
from kdnet_docs.sources.project import Project

MEETING = """\
kind: meeting
id: 2022-01
title: Møde
date: 2022-01-01
agenda:
  - number: 1
    title: Aftalen
    bilag:
      - {title: Aftalen, document: aftale@1}
  - number: 2
    title: Den samme igen
    bilag:
      - {title: Aftalen igen, document: aftale@1}
      - {title: Den anden, document: anden@1}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A meeting with two contracts, one of them in two points, in the house's style."""
    sources = tmp_path / "contract_sources"
    for name in ("aftale", "anden"):
        folder = sources / "contracts" / name
        folder.mkdir(parents=True)
        text = HEAD.replace("id: aftale", f"id: {name}").replace("title: Aftale", f"title: Titel på {name}")
        (folder / "1.yaml").write_text(
            f"{text}body:\n  - section: Om {name}\n    text: Ord.\n", encoding="utf-8"
        )
    (sources / "meetings").mkdir()
    (sources / "meetings/2022-01.yaml").write_text(MEETING, encoding="utf-8")
    copytree(ROOT / "templates", tmp_path / "templates")
    return Project(tmp_path)


def edit(project: Project, file: str, old: str, new: str) -> None:
    path = project.root / "contract_sources" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def planned(project: Project) -> Package:
    package = plan(project, "2022-01")
    assert isinstance(package, Package)
    return package


def written(package: Package, project: Project, formats: tuple[str, ...]) -> Mapping[str, MadeFile]:
    kept = Kept(project.root / "kept", "engine")
    files = write(package, project, formats, "typst", kept=kept, progress=lambda _: None)
    assert not isinstance(files, Refused), files
    return files


def refused(project: Project) -> list[tuple[str, str, str]]:
    """The code of each finding, the words it points at and its hint."""
    package = plan(project, "2022-01")
    assert isinstance(package, Refused)
    return [(one.code.value, one.span.text if one.span else "", str(one.hint)) for one in package.diagnostics]


def test_a_document_in_two_points_is_sent_once_and_linked_twice(project: Project) -> None:
    package = planned(project)
    assert [document.id for document in package.documents] == ["aftale", "anden"]
    files = written(package, project, ("docx", "pdf", "txt"))
    assert sorted(files) == [
        "meeting-2022-01/aftale-1.docx",
        "meeting-2022-01/aftale-1.pdf",
        "meeting-2022-01/aftale-1.txt",
        "meeting-2022-01/anden-1.docx",
        "meeting-2022-01/anden-1.pdf",
        "meeting-2022-01/anden-1.txt",
        "meeting-2022-01/meeting-2022-01.pdf",
    ]
    pdf = PdfReader(BytesIO(files["meeting-2022-01/meeting-2022-01.pdf"].content))
    assert len([1 for page in pdf.pages for note in page.get("/Annots", ())]) == 3
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert text.index("Aftalen igen") < text.index("Om aftale") < text.index("Om anden")
    assert text.count("Om aftale") == 1


def test_a_document_alone_has_no_front_page(project: Project) -> None:
    package = plan(project, "anden@1")
    assert isinstance(package, Package)
    assert package.front is None
    files = written(package, project, ("txt",))
    assert list(files) == ["anden-1.txt"]


def test_a_meeting_without_bilag_is_its_front_page(project: Project) -> None:
    bare = MEETING[: MEETING.index("    bilag:")]
    (project.root / "contract_sources/meetings/2022-01.yaml").write_text(bare, encoding="utf-8")
    files = written(planned(project), project, ("docx", "pdf"))
    assert list(files) == ["meeting-2022-01/meeting-2022-01.pdf"]


def test_a_missing_document_is_found_where_it_is_named(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "anden@1", "andem@1")
    assert refused(project) == [("KD401", "andem@1", 'did you mean "anden@1"?')]


def test_a_meeting_is_no_bilag(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "anden@1", "2022-01")
    assert [(code, words) for code, words, _ in refused(project)] == [("KD401", "2022-01")]


def test_a_bilag_is_named_by_id_and_version_and_not_by_a_path(project: Project) -> None:
    path = str(project.root / "contract_sources/contracts/anden/1.yaml")
    edit(project, "meetings/2022-01.yaml", "anden@1", path)
    assert [(code, words) for code, words, _ in refused(project)] == [("KD401", path)]


def test_what_is_wrong_in_the_documents_and_in_the_meeting_is_found_at_once(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "number: 2", "number: 1")
    edit(project, "contracts/aftale/1.yaml", "Ord.", "<b>Ord</b>")
    edit(project, "contracts/anden/1.yaml", "text: Ord.", "tekst: Ord.")
    assert {code for code, _, _ in refused(project)} == {"KD201", "KD208", "KD301"}
