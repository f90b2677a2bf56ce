"""The files of a meeting that is not as others are: long, decided, without bilag, or in few formats."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from authored import HEAD, ROOT
from pypdf import PdfReader
from structure_trees import read

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.progress import Step, Waiting
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.maker import Maker
from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.meeting.write import write
from kdnet_docs.sources.project import Project

MEETING = "kind: meeting\nid: 2022-01\ntitle: Møde\ndate: 2022-01-01\nagenda:\n"
WHOLE = "meeting-2022-01/00 Dagsorden med bilag.pdf"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "contract_sources/contracts/aftale"
    folder.mkdir(parents=True)
    (folder / "1.yaml").write_text(
        f"{HEAD}body:\n  - section: Om aftalen\n    text: Ord.\n", encoding="utf-8"
    )
    (tmp_path / "contract_sources/meetings").mkdir()
    attachments = tmp_path / "contract_sources/attachments"
    attachments.mkdir()
    (attachments / "svar.pdf").write_bytes(
        (ROOT / "tests/tagged_pdf/samples/libreoffice-ua.pdf").read_bytes()
    )
    copytree(ROOT / "templates", tmp_path / "templates")
    return Project(tmp_path)


def made(
    project: Project,
    agenda: str,
    *formats: str,
    engine: PdfEngine = "typst",
    steps: list[Step | Waiting] | None = None,
) -> Mapping[str, MadeFile]:
    path = project.root / "contract_sources/meetings/2022-01.yaml"
    path.write_text(MEETING + agenda, encoding="utf-8")
    package = plan(project, "2022-01")
    assert isinstance(package, Package), [str(one.message) for one in package.diagnostics]
    maker = Maker(project=project, formats=formats, engine=engine, kept=Kept(project.root / "kept", "engine"))
    written = write(package, maker, (steps if steps is not None else []).append)
    assert not isinstance(written, Refused)
    return written.files


def words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_a_dagsorden_of_several_pages_still_names_the_right_ones(project: Project) -> None:
    point = "  - number: {n}\n    title: Punkt {n}\n"
    point += "    bilag: [{{title: 'Svar {n}', file: attachments/svar{n}.pdf}}]\n"
    for n in range(1, 61):
        content = (project.root / "contract_sources/attachments/svar.pdf").read_bytes()
        (project.root / f"contract_sources/attachments/svar{n}.pdf").write_bytes(content)
    whole = made(project, "".join(point.format(n=n) for n in range(1, 61)), "pdf")[WHOLE].content
    leads = {target for page, target, _ in read(whole).leads if page < 4 and target >= 4}
    pages = words(whole)
    assert "Bilag 1 · side 1 af 2" in pages[min(leads)]
    assert len(leads) == 60
    stated = re.findall(r"Svar (\d+)\s*(\d+)", "\n".join(pages[: min(leads)]))
    assert [int(page) - 1 for _, page in stated] == sorted(leads)


def test_once_something_is_decided_there_is_a_referat(project: Project) -> None:
    agenda = (
        "  - number: 1\n    title: Aftalen\n    beslutning: Godkendt.\n"
        "    bilag: [{title: Aftalen, document: aftale@1}]\n"
    )
    files = made(project, agenda, "docx", "pdf")
    assert list(files) == [
        WHOLE,
        "meeting-2022-01/00 Dagsorden.docx",
        "meeting-2022-01/00 Dagsorden.pdf",
        "meeting-2022-01/00 Referat.docx",
        "meeting-2022-01/00 Referat.pdf",
        "meeting-2022-01/01-1 Aftalen.docx",
        "meeting-2022-01/01-1 Aftalen.pdf",
    ]
    dagsorden, referat, bilag, *_ = words(files[WHOLE].content)
    assert "Godkendt." not in dagsorden
    assert "Godkendt." in referat
    assert "Bilag 1 · side 1" in bilag
    assert [
        title for title, _ in read(files[WHOLE].content).bookmarks if title in {"Dagsorden", "Referat"}
    ] == [
        *("Dagsorden", "Dagsorden", "Referat"),
    ]


def test_a_meeting_without_bilag_is_its_dagsorden(project: Project) -> None:
    files = made(project, "  - {number: 1, title: Eventuelt}\n", "pdf")
    assert list(files) == [WHOLE, "meeting-2022-01/00 Dagsorden.pdf"]
    assert files[WHOLE].pages == 1


def test_without_pdf_there_is_no_whole_and_no_page_is_named(project: Project) -> None:
    agenda = (
        "  - number: 1\n    title: Aftalen\n    bilag:\n"
        "      - {title: Aftalen, document: aftale@1}\n      - {title: Svar, file: attachments/svar.pdf}\n"
    )
    files = made(project, agenda, "txt", "html")
    assert list(files) == [
        f"meeting-2022-01/{name}"
        for name in ("00 Dagsorden.txt", "00 Dagsorden.html", "01-1 Aftalen.txt", "01-1 Aftalen.html")
    ]
    assert "Side" not in files["meeting-2022-01/00 Dagsorden.txt"].content.decode()
    assert 'href="./01-1%20Aftalen.html"' in files["meeting-2022-01/00 Dagsorden.html"].content.decode()


def test_each_step_is_told_before_it_is_taken(project: Project) -> None:
    steps: list[Step | Waiting] = []
    agenda = "  - {number: 1, title: Aftalen, bilag: [{title: Aftalen, document: aftale@1}]}\n"
    made(project, agenda, "pdf", steps=steps)
    assert steps == [Step(number=1, of=2, title="Aftalen"), Step(number=2, of=2, title="Møde")]


def test_the_manifest_is_told_what_each_file_is_made_from(project: Project) -> None:
    agenda = (
        "  - number: 1\n    title: Aftalen\n    bilag:\n"
        "      - {title: Aftalen, document: aftale@1}\n      - {title: Svar, file: attachments/svar.pdf}\n"
    )
    files = made(project, agenda, "pdf")
    sources = {name.partition("/")[2]: file.sources for name, file in files.items()}
    meeting, contract = "contract_sources/meetings/2022-01.yaml", "contract_sources/contracts/aftale/1.yaml"
    attachment = "contract_sources/attachments/svar.pdf"
    assert sources == {
        "00 Dagsorden med bilag.pdf": (meeting, contract, attachment),
        "00 Dagsorden.pdf": (meeting,),
        "01-1 Aftalen.pdf": (contract,),
        "01-2 Svar.pdf": (attachment,),
    }
    assert [(file.role, file.bilag, file.pages) for file in files.values()] == [
        *(("package", "", 5), ("dagsorden", "", 1), ("bilag", "1", 2), ("bilag", "2", 2)),
    ]


def test_a_file_that_is_watermarked_is_so_once(project: Project) -> None:
    agenda = "  - number: 1\n    title: Svar\n    bilag:\n"
    agenda += "      - {title: Svar, file: attachments/svar.pdf, watermark: UDKAST}\n"
    first = made(project, agenda, "pdf")["meeting-2022-01/01-1 Svar.pdf"].content
    (kept,) = [path for path in (project.root / "kept").iterdir() if path.read_bytes().endswith(first)]
    before = kept.stat()
    again = made(project, agenda + "  - {number: 2, title: Eventuelt}\n", "pdf")
    assert again["meeting-2022-01/01-1 Svar.pdf"].content == first
    assert kept.stat() == before
    other = made(project, agenda.replace("UDKAST", "FORTROLIGT"), "pdf")
    assert other["meeting-2022-01/01-1 Svar.pdf"].content != first
