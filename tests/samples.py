"""A document with a case of everything in the core tree, for the tests of the writers."""

from datetime import date

from kdnet_docs.document.tree import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Column,
    Contents,
    Document,
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Number,
    Paragraph,
    Quote,
    Row,
    Rule,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(text=words),)


def paragraph(identity: str, words: str) -> Paragraph:
    return Paragraph(id=identity, content=text(words))


def cell(identity: str, words: str, *, header: bool = False, row_span: int = 1, column_span: int = 1) -> Cell:
    return Cell(
        id=identity,
        blocks=(paragraph(f"{identity}/p1", words),) if words else (),
        header=header,
        row_span=row_span,
        column_span=column_span,
    )


def note(identity: str, words: str) -> Footnote:
    return Footnote(id=identity, blocks=(paragraph(f"{identity}/p1", words),))


RICH_PARAGRAPH = Paragraph(
    id="indledning/p1",
    content=(
        Text(text="Almindelige ord, "),
        Emphasis(content=text("fremhævede")),
        Text(text=" og "),
        Strong(content=(Text(text="stærke med "), Emphasis(content=text("begge dele")))),
        Text(text=", en "),
        Link(content=text("adresse"), target="https://www.example.org/a?b=1&c=2"),
        Text(text=", en "),
        Link(content=text("henvisning"), target="#oekonomi"),
        Text(text=", "),
        Code(text="kode = <1>"),
        Text(text=", et år "),
        Generated(text="2022", expression="version"),
        LineBreak(),
        Text(text="og en ny linje med en note"),
        note("indledning/note/a", "Fodnotens ord med 39,010 mio. kr."),
        Text(text="."),
    ),
)

LISTS: tuple[Block, ...] = (
    Paragraph(id="indledning/p2", role="lead", content=text("Nationalt fastsatte mål")),
    List(
        id="indledning/liste1",
        items=(
            *tuple(
                ListItem(id=f"indledning/liste1/{n}", blocks=(paragraph(f"indledning/liste1/{n}/p1", words),))
                for n, words in enumerate(("Første punkt", "Andet punkt"), start=1)
            ),
            ListItem(
                id="indledning/liste1/3",
                blocks=(
                    paragraph("indledning/liste1/3/p1", "Tredje punkt med en underliste:"),
                    List(
                        id="indledning/liste1/3/liste1",
                        start=1,
                        items=(
                            ListItem(
                                id="indledning/liste1/3/liste1/1",
                                blocks=(paragraph("indledning/liste1/3/liste1/1/p1", "Inderst"),),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    List(
        id="indledning/liste2",
        start=8,
        items=(
            ListItem(id="indledning/liste2/1", blocks=(paragraph("indledning/liste2/1/p1", "Ottende mål"),)),
            ListItem(id="indledning/liste2/2", blocks=()),
        ),
    ),
    Quote(id="indledning/citat1", blocks=(paragraph("indledning/citat1/p1", "Et citat for sig."),)),
    CodeBlock(id="indledning/kode1", text="linje 1\n  linje 2 <æøå>"),
    Rule(id="indledning/streg1"),
)

BUDGET = Table(
    id="fordeling",
    description="Fordeling af basisbevillingen på kommuner",
    columns=(Column(width=3), Column(width=1, align="end")),
    rows=(
        Row(
            id="fordeling/hoved",
            role="head",
            cells=(
                cell("fordeling/hoved/kommune", "Kommune", header=True),
                cell("fordeling/hoved/beloeb", "1.000 kr.", header=True),
            ),
        ),
        Row(
            id="fordeling/aarhus",
            cells=(
                cell("fordeling/aarhus/kommune", "Aarhus", header=True),
                cell("fordeling/aarhus/beloeb", "10.331"),
            ),
        ),
        Row(
            id="fordeling/total",
            role="total",
            cells=(
                cell("fordeling/total/kommune", "Midtjylland i alt", header=True),
                cell("fordeling/total/beloeb", "10.331"),
            ),
        ),
    ),
)

STATUS = Table(
    id="initiativer",
    description="Initiativer og deres status",
    caption=text("Initiativer om den nære psykiatri"),
    columns=(Column(width=2), Column(width=3)),
    rows=(
        Row(
            id="initiativer/hoved",
            role="head",
            cells=(
                cell("initiativer/hoved/initiativ", "Initiativ", header=True),
                cell("initiativer/hoved/status", "Status", header=True),
            ),
        ),
        Row(
            id="initiativer/forloeb",
            cells=(
                cell(
                    "initiativer/forloeb/initiativ", "En borger – ét fælles forløb", header=True, row_span=2
                ),
                cell("initiativer/forloeb/status/1", "Arbejdet er afsluttet."),
            ),
        ),
        Row(
            id="initiativer/forloeb/2",
            cells=(
                Cell(
                    id="initiativer/forloeb/status/2",
                    blocks=(
                        Paragraph(
                            id="initiativer/forloeb/status/2/p1",
                            content=(
                                Text(text="Et koncept udvikles"),
                                note("note/celle", "En note i en celle."),
                            ),
                        ),
                        paragraph("initiativer/forloeb/status/2/p2", "Forankret i Aarhus-klyngen."),
                    ),
                ),
            ),
        ),
    ),
)

GOAL = Table(
    id="kendskab/tabel",
    description="Mål, metode og afrapportering for mål 1",
    columns=(Column(width=1), Column(width=4)),
    rows=tuple(
        Row(
            id=f"kendskab/{key}",
            cells=(
                cell(f"kendskab/{key}/navn", label, header=True),
                cell(f"kendskab/{key}/tekst", f"Teksten om {key}."),
            ),
        )
        for key, label in (("maal", "Mål"), ("metode", "Metode"), ("afrapportering", "Afreportering"))
    ),
)

SIGNATURES = Signatures(
    id="underskrifter",
    signatories=(
        Signatory(
            id="underskrifter/kkr",
            field="kkr",
            label="Underskrift for KKR Midtjylland: Torben Hansen, Formand for KKR Midtjylland",
            heading="For KKR Midtjylland",
            date_line="d.          /",
            name="Torben Hansen",
            title="Formand for KKR Midtjylland",
        ),
        Signatory(
            id="underskrifter/erhvervshus",
            field="erhvervshus",
            label="Underskrift for Erhvervshus Midtjylland: Søren Olesen, Formand",
            heading="For Erhvervshus Midtjylland",
            date_line="d.          /",
            name="Søren Olesen",
            title="Formand for Erhvervshus Midtjylland",
        ),
    ),
)

DOCUMENT = Document(
    id="proeve",
    version="2022",
    title="Prøvekontrakt 2022",
    language="da",
    date=date(2021, 9, 1),
    cover="contract",
    fields={
        "title": "Prøvekontrakt 2022",
        "version": "2022",
        "parties": ({"name": "KKR Midtjylland"}, {"name": "Erhvervshus Midtjylland"}),
        "labels": {"between": "mellem", "and": "og", "page": "Side", "of": "af", "draft": "UDKAST"},
    },
    watermark="UDKAST",
    author="KD-Net",
    subject="Prøve",
    keywords=("prøve", "kontrakt"),
    source_name="contract_sources/contracts/proeve/2022.yaml",
    source_text="kind: contract\n",
    blocks=(
        Contents(id="indhold", title="Indhold", depth=2),
        Heading(id="indledning", level=1, content=text("Indledning"), new_page=True),
        RICH_PARAGRAPH,
        *LISTS,
        Heading(id="indsatser", level=1, content=text("Særlige indsatsområder")),
        Heading(
            id="samarbejde",
            level=2,
            content=text("Samarbejde mellem erhvervshus og kommuner"),
            number=Number(value=1, pattern="%1.", sequence="indsatser"),
        ),
        paragraph(
            "samarbejde/p1", "Arbejdsdelingen mellem den lokale erhvervsservice og erhvervshuset. " * 12
        ),
        Heading(
            id="opsoegende",
            level=2,
            content=text("Opsøgende indsats"),
            number=Number(value=2, pattern="%1.", sequence="indsatser"),
        ),
        paragraph("opsoegende/p1", "Kort tekst."),
        Heading(id="oekonomi", level=1, content=text("Økonomi")),
        BUDGET,
        SIGNATURES,
        Heading(id="bilag", level=1, content=text("Bilag"), new_page=True),
        Heading(
            id="kendskab",
            level=2,
            content=text("Virksomhedernes kendskab"),
            number=Number(value=1, pattern="Mål %1 –", sequence="maal"),
        ),
        GOAL,
        STATUS,
    ),
)
