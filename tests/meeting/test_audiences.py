"""Where something is closed there are two packages, and others' tools find nothing of it in the open one."""

import json
import re
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from authored import HEAD, ROOT
from builds import FORMATS, out
from closed_contracts import closed_contracts
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.audiences import audiences
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.meeting.engines import Audience
from kdnet_docs.meeting.since import built_folders, changed_since
from kdnet_docs.meeting.verify import Verified, verify
from kdnet_docs.sources.project import Project

SECRETS = ("Skagen Tank", "14.250.000", "markedsprisen", "overtager", "fortroligt-bud", "Mægler", "Bestikket")

CONTRACT = f"""{HEAD}author: Havnen
parties: [{{id: a, name: Havnen}}, {{id: b, name: Skagen Tank, closed: [name]}}]
contents: true
body:
  - section: Om aftalen
    clauses:
      - title: Skagen Tank overtager grunden
        id: fortroligt-bud
        closed: true
        text: Skagen Tank overtager grunden for 14.250.000 kr. den første i måneden.
        body:
          - text: "Bestikket følger med i handlen.[^1]\\n\\n[^1]: Bestikket er talt op."
      - title: Opsigelse
        text: Aftalen kan opsiges, jf. punkt {{{{ clauses.fortroligt-bud }}}}.
  - signatures: [a, b]
"""

MEETING = """\
kind: meeting
id: 2024-03
title: Møde i havneudvalget
date: 2024-03-15
# Skagen Tank må ikke nævnes.
agenda:
  - {number: 1, title: Dagsorden, sagsfremstilling: 'Se punkt 2, bilag {{ bilag.vurdering }} og aftalen.'}
  - number: 2
    closed: true
    title: Salg til Skagen Tank
    purpose: til-beslutning
    sagsfremstilling: Skagen Tank har budt 14.250.000 kr., og det er mere end markedsprisen i dag.
    beslutning: Buddet fra Skagen Tank antages.
    bilag:
      - {title: Mægler Holms vurdering, id: vurdering, file: attachments/fortroligt-bud.docx}
  - number: 3
    title: Aftale om havnen
    sagsfremstilling: Aftalen er klar.
    beslutning: Godkendt.
    bilag:
      - {title: Aftalen, document: aftale@1, compare-with: aftale@0}
      - {title: Høringssvar, closed: [file], file: attachments/svar.docx, watermark: KOPI}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    older = CONTRACT.replace("version: 1\n", "version: 0\n").replace("kan opsiges", "kan ikke opsiges")
    files = {
        "contracts/aftale/1.yaml": CONTRACT,
        "contracts/aftale/0.yaml": older,
        "meetings/2024-03.yaml": MEETING,
    }
    for name, text in files.items():
        path = root / "contract_sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "templates").symlink_to(ROOT / "templates")
    (root / "contract_sources/attachments").mkdir()
    for name, words in {
        "fortroligt-bud": "Skagen Tank har budt højere end alle andre på grunden.",
        "svar": "Naboerne er imod markedsprisen på grunden ved havnen.",
    }.items():
        word = Document()
        word.add_paragraph(words)
        word.save(str(root / f"contract_sources/attachments/{name}.docx"))
    return Project(root)


def built(project: Project, audience: Audience | None, formats: tuple[str, ...] = FORMATS) -> Built | Refused:
    return build(project, "2024-03", out(project), formats, "typst", audience=audience)


def test_there_are_two_where_something_is_closed_and_one_where_nothing_is(project: Project) -> None:
    assert audiences(project, "2024-03", None) == ("closed", "open")
    assert audiences(project, "2024-03", "open") == ("open",)
    assert audiences(project, "aftale@1", None) == ("closed", "open")
    for file in project.root.rglob("*.yaml"):
        text = re.sub(r"\n +closed: true|, closed: \[\w+\]", "", file.read_text("utf-8"))
        file.write_text(text, encoding="utf-8")
    assert audiences(project, "2024-03", None) == audiences(project, "2024-03", "open") == (None,)
    contract = project.root / "contract_sources/contracts/aftale/1.yaml"
    contract.write_text(contract.read_text("utf-8") + '"clos\\x65d": [author]\n', encoding="utf-8")
    assert audiences(project, "aftale@1", "open") == ("open",)


def test_the_open_package_has_nothing_closed_and_keeps_the_numbers(project: Project) -> None:
    package = built(project, "open")
    assert isinstance(package, Built), [str(one.message) for one in package.diagnostics]
    assert package.folder is not None
    assert package.folder.name == "meeting-2024-03-open"
    texts = dict(_texts(package.folder))
    for secret in SECRETS:
        assert [name for name, text in texts.items() if secret.casefold() in text.casefold()] == [], secret
    front = texts["00 Dagsorden.txt"]
    assert "2. Lukket punkt" in front
    assert "Se punkt 2, bilag 1 og aftalen." in front
    assert re.search(r"Bilag: 1\nTitel: Lukket bilag\nSide:\n", front)
    assert re.search(r"Bilag: 3\nTitel: Høringssvar \(lukket\)\nSide:\n", front)
    assert "(lukket)" in texts["00 Referat.txt"]
    assert "jf. punkt 1." in texts["03-1 Aftalen.txt"]
    assert sorted(path.name for path in package.folder.glob("02*")) == []
    manifest = json.loads(texts["manifest.json"].partition("\n")[2])
    assert manifest["package"]["id"] == "meeting-2024-03-open"
    assert manifest["package"]["audience"] == "open"
    assert {one["path"] for one in manifest["sources"]} == {
        "contract_sources/meetings/2024-03.yaml",
        "contract_sources/contracts/aftale/0.yaml",
        "contract_sources/contracts/aftale/1.yaml",
    }
    # Nobody can try out a closed word on the digest of the source.
    assert sha256(MEETING.encode()).hexdigest() not in texts["manifest.json"]


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """What other people's tools find in each file, and its name."""
    for file in sorted(path for path in folder.glob("*") if path.is_file()):
        words = [file.name]
        match file.suffix:
            case ".pdf":
                words.append(_run("pdftotext", "-layout", str(file), "-"))
                words.append(_run("pdfinfo", str(file)))
                words.append(_run("qpdf", "--qdf", "--object-streams=disable", str(file), "-"))
                detach = ("pdfdetach", "-o", "/dev/stdout", str(file), "-save")
                words += [_run(*detach, str(number)) for number in range(1, 4)]
            case ".docx" | ".zip":
                with ZipFile(file) as archive:
                    words += [f"{name}\n{_plain(archive.read(name))}" for name in archive.namelist()]
            case _:
                words.append(file.read_text("utf-8"))
        yield file.name, "\n".join(words)


def _plain(content: bytes) -> str:
    if content[:2] == b"PK":
        with ZipFile(BytesIO(content)) as archive:
            return "\n".join(_plain(archive.read(name)) for name in archive.namelist())
    text = content.decode("utf-8", "ignore")
    return f"{text}\n{re.sub('<[^>]*>', '', text)}"


def _run(program: str, *arguments: str) -> str:
    run = subprocess.run([tool(program), *arguments], capture_output=True, check=False, timeout=60)
    return run.stdout.decode("utf-8", "ignore")


def test_the_closed_package_has_it_all_and_says_what_is_closed(project: Project) -> None:
    package = built(project, "closed", ("txt",))
    assert isinstance(package, Built)
    assert package.folder is not None
    assert package.folder.name == "meeting-2024-03-closed"
    front = (package.folder / "00 Dagsorden.txt").read_text("utf-8")
    assert "Med lukkede dele: må ikke offentliggøres" in front
    assert "2. Salg til Skagen Tank (lukket)" in front
    assert "Mægler Holms vurdering (lukket)" in front
    contract = (package.folder / "03-1 Aftalen.txt").read_text("utf-8")
    assert "1. Skagen Tank overtager grunden (lukket)" in contract


def test_both_packages_are_found_again_and_are_as_they_were_built(project: Project) -> None:
    assert isinstance(built(project, "closed", ("txt",)), Built)
    again = built(project, "open", ("txt",))
    assert isinstance(again, Built)
    assert not again.unchanged
    again = built(project, "open", ("txt",))
    assert isinstance(again, Built)
    assert again.unchanged
    folders = built_folders(project, "2024-03", out(project))
    assert not isinstance(folders, Refused)
    assert [folder.name for folder in folders] == ["meeting-2024-03-open", "meeting-2024-03-closed"]
    for folder in folders:
        verified = verify(folder)
        assert isinstance(verified, Verified)
        assert verified.findings == ()
        assert changed_since(project, verified.manifest) == ()


def test_a_document_alone_has_an_open_and_a_closed_file(project: Project) -> None:
    package = build(project, "aftale@1", out(project), ("txt",), "typst", audience="open")
    assert isinstance(package, Built)
    (file,) = package.files
    assert file.name.endswith("-open.txt")
    text = file.read_text("utf-8")
    assert "Skagen" not in text
    assert "må ikke offentliggøres" not in text
    package = build(project, "aftale@1", out(project), ("txt",), "typst", audience="closed")
    assert isinstance(package, Built)
    (file,) = package.files
    assert "Med lukkede dele: må ikke offentliggøres" in file.read_text("utf-8")


def test_what_comes_from_elsewhere_is_found_and_nothing_is_written(project: Project) -> None:
    older = project.root / "contract_sources/contracts/aftale/0.yaml"
    older.write_text(re.sub(r"\n +closed: true", "", older.read_text("utf-8")), encoding="utf-8")
    refused = built(project, "open", ("txt", "docx"))
    assert isinstance(refused, Refused)
    assert {one.code.value for one in refused.diagnostics} >= {"KD862"}
    assert not (out(project) / "meeting-2024-03-open").exists()
    assert "14.250.000" not in repr([str(one.message) for one in refused.diagnostics])


@given(closed_contracts())
@settings(
    max_examples=3,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_no_closed_word_of_any_contract_is_in_its_open_files(made: tuple[str, frozenset[str]]) -> None:
    text, closed = made
    with TemporaryDirectory() as folder:
        root = Path(folder)
        place = root / "contract_sources/contracts/aftale/1.yaml"
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
        (root / "templates").symlink_to(ROOT / "templates")
        (audience, *_) = audiences(Project(root), "aftale@1", "open")
        package = build(Project(root), "aftale@1", root / "out", FORMATS, "typst", audience=audience)
        assert isinstance(package, Built), [str(one.message) for one in package.diagnostics]
        assert (audience == "open") == bool(closed)
        for name, content in _texts(root / "out"):
            if not closed or "open" not in name:
                continue
            assert set(re.findall(r"ord\d+q", content)) & closed == set()


def test_the_real_package_with_parts_closed_gives_no_false_alarm(tmp_path: Path) -> None:
    root = tmp_path / "project"
    copytree(ROOT / "contract_sources", root / "contract_sources")
    (root / "templates").symlink_to(ROOT / "templates")
    for name, old in {
        "contracts/erhvervshus-midtjylland/2022": "      - title: Digitalisering\n",
        "status/naere-psykiatri/2021-09": "  - title: Fælles forpligtende forløb og handleplan\n",
    }.items():
        source = root / f"contract_sources/{name}.yaml"
        text = source.read_text("utf-8")
        assert text.count(old) == 1
        indent = " " * (old.index("-") + 2)
        source.write_text(text.replace(old, f"{old}{indent}closed: true\n"), encoding="utf-8")
    package = build(Project(root), "2021-09", tmp_path / "out", ("docx", "pdf"), "typst", audience="open")
    assert isinstance(package, Built), [str(one.message) for one in package.diagnostics]
    assert {one.code.value for one in package.findings} <= {"KD502", "KD863"}
