"""What a reader, a screen reader and an archive get from a PDF, as other people's programs see it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from samples import DOCUMENT, cell, note, paragraph, text
from tools import tool
from verapdf import failures

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Language
from kdnet_docs.document.tree import (
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
)
from kdnet_docs.render.pdf.writer import heading_pages, write_pdf

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates"


def plain(*blocks: Block, title: str = "Notat", identity: str = "notat") -> Document:
    """A document without cover, watermark and source."""
    return Document(
        id=identity,
        version="1",
        title=title,
        language="da",
        date=date(2021, 9, 1),
        blocks=blocks,
        fields=DOCUMENT.fields,
    )


ENGLISH = replace(
    DOCUMENT,
    id="english",
    title="Performance agreement",
    language="en",
    watermark="DRAFT",
    source_text="kind: contract\nlanguage: en\n",
    fields={**DOCUMENT.fields, "title": "Performance agreement"},
)

LONG_TABLE = Table(
    id="lang",
    description="En tabel over flere sider",
    columns=(Column(), Column(width=3)),
    rows=(
        Row(
            id="lang/hoved",
            role="head",
            cells=(
                Cell(
                    id="lang/hoved/1",
                    header=True,
                    blocks=(
                        Paragraph(
                            id="lang/hoved/1/p",
                            content=(Text(text="Kolonne"), note("lang/note", "Note i hovedet.")),
                        ),
                    ),
                ),
                cell("lang/hoved/2", "Tekst", header=True),
            ),
        ),
        *(
            Row(
                id=f"lang/{n}",
                cells=(cell(f"lang/{n}/1", f"Række {n}", header=True), cell(f"lang/{n}/2", f"ord{n} " * 60)),
            )
            for n in range(40)
        ),
    ),
)

AWKWARD = plain(
    Contents(id="indhold", title="Indhold"),
    Heading(id='a "b" <c> #ø/*', level=1, content=(Text(text="Hoved"), note("h/n", "Note i en overskrift."))),
    Paragraph(
        id="p1",
        content=(
            Link(content=text("til overskriften"), target='#a "b" <c> #ø/*'),
            Link(content=text(" til ingenting"), target="#findes-ikke"),
            Link(content=(), target="https://www.example.org/"),
            Footnote(id="tom", blocks=()),
            Footnote(
                id="flere", blocks=(paragraph("f1", "Første afsnit."), paragraph("f2", "Andet afsnit."))
            ),
        ),
    ),
    Heading(id="uden-ord", level=2, content=()),
    Paragraph(id="tomt", content=()),
    Table(id="kun-hoved", description="", columns=LONG_TABLE.columns, rows=LONG_TABLE.rows[:1]),
    Table(id="tom-tabel", description="", columns=(Column(),), rows=()),
    Table(
        id="i-en-celle",
        description="En tabel i en tabel",
        columns=(Column(), Column()),
        rows=(
            Row(
                id="ydre",
                cells=(
                    cell("ydre/1", "Ydre", header=True),
                    Cell(id="ydre/2", blocks=(replace(LONG_TABLE, id="indre", rows=LONG_TABLE.rows[1:3]),)),
                ),
            ),
        ),
    ),
    LONG_TABLE,
)


def pdf(document: Document) -> bytes:
    written = write_pdf(document, TEMPLATES)
    assert isinstance(written, bytes), [str(d.message) for d in written.diagnostics]
    return written


def run(program: str, *arguments: object) -> str:
    command = [tool(program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode(
        errors="replace"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="module")
def sample(folder: Path) -> Path:
    file = folder / "sample.pdf"
    file.write_bytes(pdf(DOCUMENT))
    return file


def save(folder: Path, name: str, document: Document) -> Path:
    file = folder / name
    file.write_bytes(pdf(document))
    return file


def test_every_kind_of_file_is_pdf_a_3a_and_pdf_ua_1(folder: Path, sample: Path) -> None:
    headless = save(folder, "headless.pdf", plain(paragraph("p", "Uden overskrift, forside og vandmærke.")))
    empty = save(folder, "empty.pdf", plain())
    awkward = save(folder, "awkward.pdf", AWKWARD)
    english = save(folder, "english.pdf", ENGLISH)
    assert failures([sample, headless, empty, awkward, english]) == []


def test_veraPDF_would_tell(folder: Path, sample: Path) -> None:  # noqa: N802 - its name
    broken = folder / "broken.pdf"
    broken.write_bytes(sample.read_bytes().replace(b"/S/H1/", b"/S/H3/", 1))
    assert "7.4.2-1" in "".join(failures([broken]))


def in_order(found: str, wanted: Sequence[str]) -> None:
    at = 0
    for words in wanted:
        assert words in found[at:], f"{words!r} is missing or stands too early"
        at = found.index(words, at) + len(words)


def test_the_words_are_whole_and_in_order(sample: Path) -> None:
    found = " ".join(run("pdftotext", "-raw", "-nodiag", "-f", "3", sample, "-").split())
    in_order(
        found,
        [
            "Indledning Almindelige ord, fremhævede og stærke med begge dele, en adresse, en henvisning,",
            "kode = <1>, et år 2022 og en ny linje med en note1.",
            "Nationalt fastsatte mål • Første punkt • Andet punkt",
            "• Tredje punkt med en underliste: a. Inderst",
            "8. Ottende mål 9. Et citat for sig. linje 1 linje 2 <æøå>",
            "Særlige indsatsområder 1. Samarbejde mellem erhvervshus og kommuner Arbejdsdelingen",
            "2. Opsøgende indsats Kort tekst. 1 Fodnotens ord med 39,010 mio. kr.",
            "Økonomi Kommune 1.000 kr. Aarhus 10.331 Midtjylland i alt 10.331 For KKR Midtjylland",
            "Bilag Mål 1 – Virksomhedernes kendskab Mål Teksten om maal.",
            "Initiativer om den nære psykiatri Initiativ Status",
            "Et koncept udvikles2 Forankret i Aarhus-klyngen. 2 En note i en celle.",
        ],
    )


def test_the_table_of_contents_has_the_pages(sample: Path) -> None:
    lines = run("pdftotext", "-layout", "-f", "2", "-l", "2", sample, "-").splitlines()
    entries = [(line.split(" . ")[0].strip(), line.split()[-1]) for line in lines if " . . " in line]
    assert entries == [
        ("Indledning", "3"),
        ("Særlige indsatsområder", "3"),
        ("1. Samarbejde mellem erhvervshus og kommuner", "3"),
        ("2. Opsøgende indsats", "3"),
        ("Økonomi", "4"),
        ("Bilag", "5"),
        ("Mål 1 – Virksomhedernes kendskab", "5"),
    ]
    pages = heading_pages(DOCUMENT, TEMPLATES)
    assert not isinstance(pages, Refused)
    assert [str(page) for page in pages.values()] == [page for _, page in entries]
    assert list(pages) == [
        "indledning",
        "indsatser",
        "samarbejde",
        "opsoegende",
        "oekonomi",
        "bilag",
        "kendskab",
    ]


def test_the_pages_of_headings_are_those_of_the_pdf_s_bookmarks(sample: Path) -> None:
    def flat(items: list[Any]) -> Iterator[Any]:
        for item in items:
            yield from flat(item) if isinstance(item, list) else (item,)

    reader = PdfReader(sample)
    pages = heading_pages(DOCUMENT, TEMPLATES)
    assert not isinstance(pages, Refused)
    bookmarks = (reader.get_destination_page_number(item) for item in flat(reader.outline))
    assert list(pages.values()) == [1 + (number or 0) for number in bookmarks]


def test_each_page_says_side_x_af_y(sample: Path) -> None:
    pages = run("pdftotext", sample, "-").split("\f")[:-1]
    assert [f"Side {n} af 5" in page for n, page in enumerate(pages, start=1)] == [
        False,
        True,
        True,
        True,
        True,
    ]


def test_a_screen_reader_finds_lists_notes_tables_and_their_headers(sample: Path) -> None:
    tree = run("pdfinfo", "-struct-text", sample)
    in_order(
        tree,
        [
            "TOC", "TOCI", "Reference", 'H1 "Indledning"', '"fremhævede"', "Link", "Note", '" Fodnotens ord',
            "L (block)", "/ListNumbering /Circle", "LI", "Lbl", '"•"', "LBody", '"Første punkt"',
            "/ListNumbering /Decimal", '"8."', "BlockQuote", "Code",
            "H1", "H2", "Table", "THead", "TH", "/Scope /Column", '"Kommune"', "TBody",
            "TH", "/Scope /Row", '"Aarhus"', "TD", '"10.331"', "TH", "/Scope /Row", '"Midtjylland i alt"',
            '"For KKR Midtjylland"', '"Torben Hansen"', '"For Erhvervshus Midtjylland"', '"Søren Olesen"',
            "Table", "/Summary", "TH", "/Scope /Row", '"Mål"',
            "Caption", '"Initiativer om den nære psykiatri"', "TH", "/Scope /Row", "/RowSpan 2",
        ],
    )  # fmt: skip
    assert "UDKAST" not in tree


def test_the_watermark_lies_behind_the_text_of_each_page(sample: Path) -> None:
    pages = run("pdftotext", "-raw", sample, "-").split("\f")[:-1]
    # Drawn before the words, hence behind them.
    assert [page.startswith("U\nD\nK\nA\nS\nT") for page in pages] == [True] * 5


def test_the_source_goes_along_and_the_properties_are_set(folder: Path, sample: Path) -> None:
    assert "2022.yaml" in run("pdfdetach", "-list", sample)
    run("pdfdetach", "-save", "1", "-o", folder / "source.yaml", sample)
    assert (folder / "source.yaml").read_text("utf-8") == DOCUMENT.source_text
    info = run("pdfinfo", sample)
    for line in ("Prøvekontrakt 2022", "prøve, kontrakt", "KD-Net", "Sep  1 00:00:00 2021"):
        assert line in info


def test_fonts_are_embedded_and_only_the_four_faces(sample: Path) -> None:
    fonts = {line.split()[0].split("+")[1] for line in run("pdffonts", sample).splitlines()[2:]}
    house = {f"SourceSansPro-{face}" for face in ("Regular", "Bold", "It", "BoldIt")}
    assert fonts == house | {"DejaVuSansMono"}


def test_the_head_of_a_long_table_repeats_with_its_mark_and_the_note_stands_once(folder: Path) -> None:
    file = save(folder, "long.pdf", plain(LONG_TABLE))
    pages = run("pdftotext", "-raw", file, "-").split("\f")[:-1]
    assert len(pages) > 2
    assert all("Kolonne1 Tekst" in page for page in pages)
    assert sum("Note i hovedet." in page for page in pages) == 1
    assert run("pdfinfo", "-struct-text", file).count('"Kolonne"') == 1


def test_a_note_in_a_heading_stays_out_of_bookmarks_and_contents(folder: Path) -> None:
    file = save(folder, "note.pdf", AWKWARD)
    outline: Any = PdfReader(file).outline
    assert [item.title for item in outline] == ["Hoved"]
    assert run("pdftotext", file, "-").count("Note i en overskrift.") == 1


MARKUP = '#read("/etc/passwd") *x* $y$ \\u{1} <a> @b https://c.dk/ // d /* e */ = - + ~ -- ... "q" [ ] { }'


def test_prose_is_no_markup(folder: Path) -> None:
    file = save(
        folder, "markup.pdf", plain(Heading(id="h", level=1, content=text(MARKUP)), paragraph("p", MARKUP))
    )
    found = "".join(run("pdftotext", file, "-").split())
    assert found.count("".join(MARKUP.split())) == 2


def nested(kind: str, depth: int) -> Block:
    block: Block = paragraph("inderst", "inderst")
    for level in range(depth):
        if kind == "quote":
            block = Quote(id=f"q{level}", blocks=(paragraph(f"p{level}", f"niveau{level}"), block))
        else:
            item = ListItem(id=f"i{level}", blocks=(paragraph(f"p{level}", f"niveau{level}"), block))
            block = List(id=f"l{level}", items=(item,), start=1 if kind == "numbered" else None)
    return block


@pytest.mark.parametrize("kind", ["quote", "bulleted", "numbered"])
def test_deep_nesting_keeps_every_word(folder: Path, kind: str) -> None:
    file = save(folder, f"{kind}.pdf", plain(nested(kind, 60)))
    words = run("pdftotext", file, "-").split()
    assert [word for word in words if word.startswith("niveau")] == [f"niveau{n}" for n in range(59, -1, -1)]
    assert words.count("inderst") == 1


def test_emphasis_in_emphasis_in_emphasis_is_still_set(folder: Path) -> None:
    content: tuple[Inline, ...] = text("dybt")
    for level in range(100):
        content = (Strong(content=content),) if level % 2 else (Emphasis(content=content),)
    file = save(folder, "deep.pdf", plain(Paragraph(id="p", content=content)))
    assert "BoldIt" in run("pdffonts", file)


def test_an_overlong_word_stays_on_the_page(folder: Path) -> None:
    word = "https://www.example.org/" + "abcdefghij" * 12
    row = Row(id="r", cells=(cell("a", word), cell("b", "kort")))
    table = Table(id="t", description="", columns=(Column(), Column(width=9)), rows=(row,))
    file = save(folder, "word.pdf", plain(paragraph("p", word), table))
    boxes = run("pdftotext", "-bbox", file, "-")
    edges = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "xMax" in line]
    assert max(edges) < 595
    assert "".join(run("pdftotext", "-raw", file, "-").split()).count(word) == 2


def test_what_no_font_has_is_a_finding() -> None:
    refused = write_pdf(plain(paragraph("p", "et 中 tegn")), TEMPLATES)
    assert isinstance(refused, Refused)
    assert [d.code for d in refused.diagnostics] == [Code.MISSING_GLYPH]
    assert "中 (U+4E2D" in str(refused.diagnostics[0].message)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_language_is_told(language: Language) -> None:
    assert f"/Lang({language})".encode() in pdf(replace(plain(), language=language))


def test_the_same_document_gives_the_same_bytes_everywhere() -> None:
    program = (
        "import hashlib, sys; from pathlib import Path; from samples import DOCUMENT;"
        "from kdnet_docs.render.pdf.writer import write_pdf;"
        "print(hashlib.sha256(write_pdf(DOCUMENT, Path('templates'))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for zone, seed in (("UTC", "0"), ("Pacific/Auckland", "1"), ("America/Los_Angeles", "77"))
    }
    assert len(digests) == 1
