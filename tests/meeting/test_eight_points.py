"""A large meeting: eight points, twelve bilag, five of them from others, and then a tillæg."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from authored import ROOT
from command_line import kdnet
from structure_trees import Read, read
from tools import tool
from verapdf import failures

from kdnet_docs.meeting.build import Built, build
from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.reading.pages import page_sizes

FROM_OTHERS = {
    "hoeringssvar": "libreoffice-ua",
    "notat": "chromium",
    "beregning": "weasyprint-ua1",
    "kort": "scan",
    "skema": "libreoffice-form",
    "beregning-rettet": "weasyprint-a3a",
    "bemaerkning": "google-docs",
}
"""The attachments, and the program whose sample each of them is."""

ACCESSIBLE = {
    "hoeringssvar": "typst-a3a-ua1",
    "notat": "typst-a3a-ua1-twin",
    "beregning": "typst-a3a-ua1",
    "skema": "typst-a3a-ua1-twin",
}
"""The same, all of them PDF/A-3a and PDF/UA-1; the map is a document of many pages."""

WHOLE, SUPPLEMENT = "00 Dagsorden med bilag.pdf", "00 Tillægsdagsorden med bilag.pdf"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project_with(FROM_OTHERS, tmp_path_factory)


@pytest.fixture(scope="module")
def accessible(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package where nothing stands in the way, and its longest file is one that is watermarked."""
    project = project_with(ACCESSIBLE, tmp_path_factory)
    ours = plan(Project(ROOT), "erhvervshus-midtjylland@2022")
    assert isinstance(ours, Package)
    long = write_pdf(replace(ours.documents[0], watermark=None), project.templates)
    assert isinstance(long, bytes)
    assert len(page_sizes(long)) >= 12
    (project.root / "contract_sources/attachments/kort.pdf").write_bytes(long)
    return built(project, "2022-06")


def project_with(attachments: Mapping[str, str], folders: pytest.TempPathFactory) -> Project:
    """The project with these samples as the files of others."""
    root = folders.mktemp("eight") / "project"
    copytree(ROOT / "tests/projects/eight_points", root)
    copytree(ROOT / "templates", root / "templates")
    folder = root / "contract_sources/attachments"
    folder.mkdir()
    for name, sample in attachments.items():
        content = (ROOT / f"tests/tagged_pdf/samples/{sample}.pdf").read_bytes()
        (folder / f"{name}.pdf").write_bytes(content)
    return Project(root)


def built(project: Project, name: str) -> Path:
    outcome = build(project, name, project.root / "build", ("docx", "pdf"), "typst")
    assert isinstance(outcome, Built), [str(found.message) for found in outcome.diagnostics]
    assert outcome.folder is not None
    return outcome.folder


@pytest.fixture(scope="module")
def package(project: Project) -> Path:
    return built(project, "2022-06")


@pytest.fixture(scope="module")
def tillaeg(project: Project) -> Path:
    return built(project, "2022-06-tillaeg")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def pages(pdf: Path, *options: str) -> list[str]:
    command = [tool("pdftotext"), *options, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\f")[:-1]


def stamps(pdf: Path) -> list[tuple[str, ...]]:
    """What is stamped on each page: the bilag, its page, its number of pages, and the page of the whole."""
    stamp = re.compile(r"(?:(Bilag .+?) · side (\d+) af (\d+)\s+)?(\d+)\s*\Z")
    found = [stamp.search(page.strip()) for page in pages(pdf, "-raw")]
    return [match.groups("") if match else ("no stamp",) for match in found]


def links_to_bilag(whole: Read, page: int, dagsorden: int) -> list[int]:
    """The pages, counted from 1, after those of the dagsorden that this page of it leads to, in order."""
    return sorted({target + 1 for at, target, _ in whole.leads if at == page and target >= dagsorden})


def test_the_files_sort_as_the_agenda_does(package: Path) -> None:
    names = sorted(path.name for path in package.iterdir())
    stems = dict.fromkeys(Path(name).stem for name in names if name[0].isdigit())
    assert list(stems) == [
        "00 Dagsorden med bilag",
        "00 Dagsorden",
        "02-1 Udkast til resultataftale 2023",
        "02-2 Høringssvar",
        "03-1 Status for den nære psykiatri",
        "03-2 Notat om åben rådgivning",
        "04-1 Aftale om fælles beredskabsvagt",
        "04-2 Beregning af udgiften",
        "05-1 Status for digital velfærd",
        "05-2 Kort over plejeboliger",
        "06-1 Udkast til aftale om klimatilpasning",
        "07-1 Kommissorium for klimagruppen",
        "07-2 Status for klimaindsatser",
        "07-3 Skema til indmelding",
    ]
    assert {"manifest.json", "meeting-2022-06.zip"} <= set(names)
    assert sum(name.endswith(".docx") for name in names) == 8


def test_a_file_of_others_goes_out_as_it_came_unless_it_is_to_be_watermarked(
    package: Path, project: Project
) -> None:
    came = project.root / "contract_sources/attachments"
    assert (package / "02-2 Høringssvar.pdf").read_bytes() == (came / "hoeringssvar.pdf").read_bytes()
    assert (package / "05-2 Kort over plejeboliger.pdf").read_bytes() != (came / "kort.pdf").read_bytes()
    assert "FORTROLIGT" in "".join(pages(package / "05-2 Kort over plejeboliger.pdf")[0].split())


def test_every_page_says_where_one_is(package: Path) -> None:
    found = stamps(package / WHOLE)
    assert [stamp[-1] for stamp in found] == [str(number) for number in range(1, len(found) + 1)]
    lengths = Counter(label for label, *_ in found if label)
    assert list(lengths) == [f"Bilag {number}" for number in range(1, 13)]
    for label, length in lengths.items():
        own = [stamp[1:3] for stamp in found if stamp[0] == label]
        assert own == [(str(page), str(length)) for page in range(1, length + 1)]


def test_the_list_of_bilag_leads_to_the_page_that_it_states(package: Path) -> None:
    rows = [
        re.search(r"(\d+)\s{2,}[^\W\d].*\s(\d+)$", line)
        for line in pages(package / WHOLE, "-layout")[0].splitlines()
    ]
    stated = {match[1]: int(match[2]) for match in rows if match}
    assert list(stated) == [str(number) for number in range(1, 13)]
    first = {
        label.removeprefix("Bilag "): int(whole)
        for label, page, _, whole in stamps(package / WHOLE)
        if page == "1"
    }
    assert stated == first
    assert "Høringssvaret (bilag 2) peger" in pages(package / WHOLE)[1]
    whole, of_dagsorden = (
        read((package / WHOLE).read_bytes()),
        sum(not label for label, *_ in stamps(package / WHOLE)),
    )
    assert links_to_bilag(whole, 0, of_dagsorden) == sorted(first.values())


def test_a_section_leads_to_the_bilag_of_its_point_and_names_the_page(package: Path) -> None:
    found = stamps(package / WHOLE)
    of_dagsorden = [page for page, (label, *_) in enumerate(found) if not label]
    text = " ".join(" ".join(pages(package / WHOLE)[page] for page in of_dagsorden).split())
    first = {label.removeprefix("Bilag "): page for label, own, _, page in found if own == "1"}
    said = dict(re.findall(r"\b(\d+): [^:]+?, side (\d+)", text))
    assert said == {number: first[number] for number in ("1", "2", "3", "4", "5", "6")}
    whole = read((package / WHOLE).read_bytes())
    leads = [page for at in of_dagsorden[1:] for page in links_to_bilag(whole, at, len(of_dagsorden))]
    assert sorted(leads) == sorted(map(int, said.values()))


def test_the_outline_shows_points_bilag_and_sections(package: Path) -> None:
    whole = read((package / WHOLE).read_bytes())
    titles = [title for title, _ in whole.bookmarks]
    order = [
        "Dagsorden", "1. Godkendelse af dagsordenen", "2. Udkast til resultataftale 2023",
        "Bilag 1: Udkast til resultataftale 2023", "Indledning", "Bilag 2: Høringssvar",
        "3. Den nære psykiatri", "4. Fælles beredskabsvagt", "Bilag 5: Aftale om fælles beredskabsvagt",
        "Vagtens opgaver", "7. Klimagruppens arbejde", "Bilag 12: Skema til indmelding", "8. Eventuelt",
    ]  # fmt: skip
    at = 0
    for title in order:
        assert title in titles[at:]
        at = titles.index(title, at)
    assert all(page is not None for _, page in whole.bookmarks)
    firsts = {label: int(page) - 1 for label, own, _, page in stamps(package / WHOLE) if own == "1"}
    assert {
        title.partition(":")[0]: page for title, page in whole.bookmarks if title.startswith("Bilag ")
    } == firsts


def test_no_tag_of_any_part_is_lost(package: Path) -> None:
    whole = read((package / WHOLE).read_bytes())
    assert whole.problems == []
    parts = [
        read(path.read_bytes())
        for path in sorted(package.glob("*.pdf"))
        if path.name not in {WHOLE, "05-2 Kort over plejeboliger.pdf"}
    ]
    before = sum((part.counts for part in parts), Counter({"Figure": 1}))  # the scan becomes a figure
    containers = {"Document", "Part"}
    assert {kind: n for kind, n in whole.counts.items() if kind not in containers} == {
        kind: n for kind, n in before.items() if kind not in containers
    }


def test_the_words_of_each_bilag_are_those_of_its_own_file(package: Path) -> None:
    whole = pages(package / WHOLE, "-raw")
    bound: dict[str, list[str]] = {label: [] for label, *_ in stamps(package / WHOLE) if label}
    for (label, *_), page in zip(stamps(package / WHOLE), whole, strict=True):
        if label:
            bound[label].append(page)
    for label, file in zip(bound, sorted(package.glob("0[1-9]-*.pdf")), strict=True):
        stamp = re.compile(rf"({label} · side \d+ af \d+\s+)\d+\s*\Z")
        again = [stamp.sub("", page).split() for page in bound[label]]
        assert again == [page.split() for page in pages(file, "-raw")], file.name


def test_every_file_is_sound_and_none_claims_more_than_is_true(package: Path, tillaeg: Path) -> None:
    files = [path for folder in (package, tillaeg) for path in sorted(folder.glob("*.pdf"))]
    for file in files:
        checked = subprocess.run(
            [tool("qpdf"), "--check", str(file)], capture_output=True, check=False, text=True
        )
        assert checked.returncode == 0, checked.stdout
    ours = [path for path in files if path.with_suffix(".docx").exists()]
    assert len(ours) == 9
    assert failures(ours) == []
    # A scan is in the one, and a file of Google's in the other: neither whole is PDF/UA or PDF/A.
    for whole in (package / WHOLE, tillaeg / SUPPLEMENT):
        metadata = subprocess.run(
            [tool("pdfinfo"), "-meta", str(whole)], capture_output=True, check=True, text=True
        )
        assert "pdfuaid:part" not in metadata.stdout
        assert "pdfaid:part" not in metadata.stdout


def test_a_large_package_of_accessible_files_is_accessible_as_a_whole(accessible: Path) -> None:
    files = sorted(accessible.glob("*.pdf"))
    assert len(files) == 14
    assert failures(files) == []
    metadata = subprocess.run(
        [tool("pdfinfo"), "-meta", str(accessible / WHOLE)], capture_output=True, check=True, text=True
    ).stdout
    for claim in ("pdfuaid:part>1<", "pdfaid:part>3<", "pdfaid:conformance>A<"):
        assert claim in metadata
    marked = pages(accessible / "05-2 Kort over plejeboliger.pdf", "-raw")
    letters = ["".join(re.findall(r"^([A-Z])$", page, re.MULTILINE)) for page in marked]
    assert letters == ["FORTROLIGT"] * len(letters)
    told = {file["name"]: file["claims"] for file in read_json(accessible / "manifest.json")["files"]}
    assert told[WHOLE] == {"pdf_ua": True, "pdf_a": "3a"}


def test_a_package_verifies_as_a_folder_and_as_a_zip(package: Path, tillaeg: Path) -> None:
    for place in (package, package / "meeting-2022-06.zip", tillaeg):
        verified = kdnet("build", str(place), "--verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr
        assert "unchanged" in verified.stdout


def test_the_tillaeg_says_what_it_goes_on_from_and_numbers_on(tillaeg: Path) -> None:
    first = " ".join(pages(tillaeg / SUPPLEMENT)[0].split())
    assert "Tillæg til dagsordenen af 1. juni 2022: Møde i direktørkredsen" in first
    assert "nyt punkt" in first
    labels = list(dict.fromkeys(label for label, *_ in stamps(tillaeg / SUPPLEMENT)))
    assert labels == ["", "Bilag 6, erstatter det udsendte", "Bilag 13"]
    names = sorted(path.name for path in tillaeg.glob("0[1-9]-*"))
    assert names == ["04-2 Beregning af udgiften, rettet.pdf", "04-3 Bemærkning fra Sydby.pdf"]
