from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from subprocess import run

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from samples import DOCUMENT
from tools import tool

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.house import Line, PageCount, PageNumber, Tab, Words
from kdnet_docs.ooxml.template import Template, open_template

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the templates that a test may change."""
    return Path(copytree(TEMPLATES, tmp_path / "templates"))


def opened(document: Document, templates: Path = TEMPLATES) -> Template:
    template = open_template(document, templates)
    assert isinstance(template, Template), template
    return template


def refused(templates: Path, document: Document = DOCUMENT) -> Diagnostic:
    found = open_template(document, templates)
    assert isinstance(found, Refused)
    (diagnostic,) = found.diagnostics
    return diagnostic


def words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(p.text for p in line.pieces if isinstance(p, Words)) for line in lines]


def edit(templates: Path, name: str, change: Callable[[docx.document.Document], object]) -> None:
    file = templates / "word" / name
    word = docx.Document(str(file))
    change(word)
    word.save(str(file))


def say(text: str) -> Callable[[docx.document.Document], object]:
    """Let the first paragraph say `text`."""
    return lambda word: setattr(word.paragraphs[0], "text", text)


# --- what a document gets ------------------------------------------------------------------------


def test_the_cover_names_the_contract_and_its_parties_and_nothing_else() -> None:
    cover = opened(DOCUMENT).dressing.cover
    assert words(cover) == [
        "Prøvekontrakt 2022",
        "mellem",
        "KKR Midtjylland",
        "og",
        "Erhvervshus Midtjylland",
    ]
    assert [line.style for line in cover][:3] == ["Cover Title", "Cover Text", "Cover Party"]


def test_weight_on_a_cover_is_a_style_however_the_secretary_made_it(templates: Path) -> None:
    def weigh(word: docx.document.Document) -> None:
        word.paragraphs[0].text = ""
        by_hand = word.paragraphs[0].add_run("både ")
        by_hand.bold = by_hand.italic = True
        word.paragraphs[0].add_run("og", "Intense Emphasis")

    edit(templates, "cover-contract.docx", weigh)
    template = opened(replace(DOCUMENT, cover="contract"), templates)
    assert template.dressing.cover[0].pieces == (Words(text="både og", bold=True, italic=True),)
    (run_,) = template.word.paragraphs[0].runs
    assert (run_.style.name, run_.bold, run_.italic) == ("Intense Emphasis", None, None)


def test_a_third_party_is_joined_by_another_and() -> None:
    fields = {**DOCUMENT.fields, "parties": ({"name": "A"}, {"name": "B"}, {"name": "C"})}
    assert words(opened(replace(DOCUMENT, fields=fields)).dressing.cover)[2:] == ["A", "og", "B", "og", "C"]


def test_the_footer_counts_the_pages() -> None:
    (line,) = opened(DOCUMENT).dressing.footer
    assert line.pieces == (
        Words(text="KD-Net"),
        Tab(),
        Words(text="Side "),
        PageNumber(),
        Words(text=" af "),
        PageCount(),
    )


def test_only_a_document_with_a_cover_has_a_first_page_of_its_own() -> None:
    with_cover, without = opened(DOCUMENT), opened(replace(DOCUMENT, cover=None))
    assert with_cover.word.sections[0].different_first_page_header_footer
    assert not without.word.sections[0].different_first_page_header_footer
    assert without.word.paragraphs == []
    assert words(with_cover.dressing.first_header) == [""]


def test_the_body_begins_on_the_page_after_the_cover(tmp_path: Path) -> None:
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    template = opened(DOCUMENT)
    template.word.add_paragraph("Indledning", "Heading 1")
    file = tmp_path / "word.docx"
    template.word.save(str(file))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    run(command, check=True, capture_output=True)
    text = run(
        [pdftotext, str(file.with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = [page.split() for page in text.split("\f")]
    assert pages[0] == [
        "Prøvekontrakt",
        "2022",
        "mellem",
        "KKR",
        "Midtjylland",
        "og",
        "Erhvervshus",
        "Midtjylland",
    ]
    assert pages[1] == ["Prøvekontrakt", "2022", "Indledning", "KD-Net", "Side", "2", "af", "2"]


def test_every_kind_of_header_is_there_for_the_watermark() -> None:
    section = opened(DOCUMENT).word.sections[0]._sectPr  # noqa: SLF001
    kinds = section.xpath("./w:headerReference/@w:type")
    assert sorted(kinds) == ["default", "even", "first"]


def test_nothing_of_the_specimen_or_of_a_tag_is_left() -> None:
    word = opened(replace(DOCUMENT, cover=None)).word
    parts = [word.element, *(p.element for p in word.part.related_parts.values() if hasattr(p, "element"))]
    text = " ".join(t for part in parts for t in part.xpath(".//w:t/text()"))
    assert "{" not in text
    assert "typografi" not in text


# --- prose is data -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "a <w:b/> & {{ 7*7 }} {% if %} {# x #}",
        "{_{ 7 }_}",
        "“anført” ]]> &amp;",
        "</w:t></w:r>",
        "to\nlinjer",
        "  luft  ",
    ],
)
def test_a_title_stands_as_it_is_written(title: str) -> None:
    template = opened(replace(DOCUMENT, title=title, fields={**DOCUMENT.fields, "title": title}))
    assert words(template.dressing.cover)[0] == title
    assert words(template.dressing.header) == [title]
    assert template.word.paragraphs[0].text == title


def test_a_filter_cannot_turn_a_value_into_markup(templates: Path) -> None:
    edit(templates, "cover-contract.docx", say("{% autoescape false %}{{ title|safe }}{% endautoescape %}"))
    document = replace(DOCUMENT, cover="contract", fields={**DOCUMENT.fields, "title": "<w:br/>"})
    assert words(opened(document, templates).dressing.cover)[0] == "<w:br/>"


# --- a secretary's mistakes ----------------------------------------------------------------------


def test_a_misspelt_name_is_shown_with_the_right_one(templates: Path) -> None:
    edit(templates, "cover-contract.docx", say("Kontrakt: {{ titel }}"))
    finding = refused(templates)
    assert finding.span is not None
    assert (
        str(finding.message)
        == "the cover of templates/word/cover-contract.docx asks for “titel”, which is not known"
    )
    assert str(finding.hint) == "did you mean “title”?"
    assert (finding.span.text, finding.span.line) == ("{{ titel }}", 1)


def test_a_misspelt_label_in_the_footer_is_found_in_every_kind_of_footer(templates: Path) -> None:
    def misspell(word: docx.document.Document) -> None:
        for run_ in word.sections[0].footer.paragraphs[0].runs:
            run_.text = (
                run_.text.replace("labels.of", "labels.off") if "labels.of" in run_.text else run_.text
            )

    edit(templates, "house.docx", misspell)
    assert str(refused(templates).hint) == "did you mean “of”?"


@pytest.mark.parametrize(
    "text",
    [
        "{{ title",
        "{{ title }",
        "{% for x in parties %}",
        "{%p endif %}",
        "{{ title.upper }}",
        "{{ parties }}",
        "{{ 1 / 0 }}",
        "{{ title.__class__ }}",
        "{{ title|nofilter }}",
        "{{ labels.values }}",
        "{% include 'house.docx' %}",
        "{% for i in range(10**9) %}x{% endfor %}",
    ],
)
def test_a_broken_tag_is_a_finding_that_names_the_template(templates: Path, text: str) -> None:
    edit(templates, "cover-contract.docx", say(text))
    assert "templates/word/cover-contract.docx" in str(refused(templates).message)


def test_a_style_that_the_house_lacks_is_named(templates: Path) -> None:
    def style(word: docx.document.Document) -> None:
        word.paragraphs[0].style = word.styles.add_style("Cover Titel", WD_STYLE_TYPE.PARAGRAPH)

    edit(templates, "cover-contract.docx", style)
    finding = refused(templates)
    assert "“Cover Titel”" in str(finding.message)
    assert str(finding.hint) == "did you mean “Cover Title”?"


def test_what_the_pdf_could_not_show_is_refused_rather_than_lost(templates: Path) -> None:
    edit(templates, "cover-contract.docx", lambda word: word.add_table(1, 1))
    assert "tbl" in str(refused(templates).message)


def test_an_unknown_cover_is_a_finding(templates: Path) -> None:
    finding = refused(templates, replace(DOCUMENT, cover="contrakt"))
    assert str(finding.message) == "the template templates/word/cover-contrakt.docx does not exist"
    assert str(finding.hint) == "did you mean “contract”?"


def test_a_cover_that_is_no_word_file_is_a_finding(templates: Path) -> None:
    (templates / "word" / "cover-contract.docx").write_bytes(b"no zip")
    assert "is not a Word file" in str(refused(templates).message)
