from pathlib import Path
from shutil import copytree

import pytest
from authored import HEAD, ROOT

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.package import Package, plan
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
    title: Den anden
    bilag:
      - {title: Den anden, document: anden@1}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A meeting with two contracts, in the house's style."""
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


def refused(project: Project) -> list[tuple[str, str, str]]:
    """The code of each finding, the words it points at and its hint."""
    package = plan(project, "2022-01")
    assert isinstance(package, Refused)
    return [(one.code.value, one.span.text if one.span else "", str(one.hint)) for one in package.diagnostics]


def test_a_meeting_is_planned_with_its_dagsorden_and_its_documents(project: Project) -> None:
    package = plan(project, "2022-01")
    assert isinstance(package, Package)
    assert package.front is not None
    assert package.front.title == "Møde"
    assert package.referat is None
    assert [document.id for document in package.documents] == ["aftale", "anden"]
    assert package.document("anden@1").title == "Titel på anden"


def test_a_decision_gives_a_referat(project: Project) -> None:
    edit(
        project, "meetings/2022-01.yaml", "    title: Aftalen\n", "    title: Aftalen\n    beslutning: Ja.\n"
    )
    package = plan(project, "2022-01")
    assert isinstance(package, Package)
    assert package.referat is not None
    assert package.referat.title == "Referat: Møde"


def test_a_document_alone_has_no_dagsorden(project: Project) -> None:
    package = plan(project, "anden@1")
    assert isinstance(package, Package)
    assert (package.meeting, package.front) == (None, None)


def test_the_files_of_others_are_looked_at(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "document: anden@1", "file: attachments/svar.pdf")
    assert [(code, words) for code, words, _ in refused(project)] == [("KD411", "attachments/svar.pdf")]
    place = project.root / "contract_sources/attachments/svar.pdf"
    place.parent.mkdir()
    place.write_bytes((ROOT / "tests/tagged_pdf/samples/libreoffice-ua.pdf").read_bytes())
    package = plan(project, "2022-01")
    assert isinstance(package, Package)
    assert list(package.attachments) == ["2-1"]


def test_a_missing_document_is_found_where_it_is_named(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "anden@1", "andem@1")
    assert refused(project) == [("KD401", "andem@1", 'did you mean "anden@1"?')]


def test_a_meeting_is_no_bilag(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "anden@1", "2022-01")
    assert [(code, words) for code, words, _ in refused(project)] == [("KD407", "2022-01")]


def test_a_bilag_is_named_by_id_and_version_and_not_by_a_path(project: Project) -> None:
    path = str(project.root / "contract_sources/contracts/anden/1.yaml")
    edit(project, "meetings/2022-01.yaml", "anden@1", path)
    assert [(code, words) for code, words, _ in refused(project)] == [("KD401", path)]


def test_what_is_wrong_in_the_documents_and_in_the_meeting_is_found_at_once(project: Project) -> None:
    edit(project, "meetings/2022-01.yaml", "number: 2", "number: 1")
    edit(project, "contracts/aftale/1.yaml", "Ord.", "<b>Ord</b>")
    edit(project, "contracts/anden/1.yaml", "text: Ord.", "tekst: Ord.")
    assert {code for code, _, _ in refused(project)} == {"KD201", "KD208", "KD301"}
