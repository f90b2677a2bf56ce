"""What people and programs leave in a Word file is found in its part, and a clean file has none of it."""

from pathlib import Path

import pytest
from planted_parts import COMMENTS, IN_HEADER, PEOPLE, edited, in_core, in_header, in_settings, with_related
from samples import DOCUMENT
from word_files import written

from kdnet_docs.final.patterns import PATH
from kdnet_docs.ooxml.leftovers import Kind, leftovers, words_of

HOUSE = (Path(__file__).parents[2] / "templates/word/house.docx").read_bytes()


def kinds(file: bytes) -> set[tuple[Kind, str]]:
    return {(one.kind, one.part) for one in leftovers(file, PATH)}


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        ("hidden", Kind.HIDDEN),
        ("white", Kind.HIDDEN),
        ("inserted", Kind.CHANGE),
        ("deleted", Kind.CHANGE),
        ("moved", Kind.CHANGE),
        ("reformatted", Kind.CHANGE),
        ("watermark", Kind.WATERMARK),
        ("rsid", Kind.TRACE),
        ("object", Kind.EMBEDDED),
    ],
)
def test_in_a_header(planted: str, kind: Kind) -> None:
    assert kinds(HOUSE) == set()
    assert kinds(in_header(HOUSE, IN_HEADER[planted])) == {(kind, "word/header1.xml")}


@pytest.mark.parametrize(
    ("spoiled", "kind", "part"),
    [
        (with_related(HOUSE, "comments", "comments.xml", COMMENTS), Kind.COMMENT, "word/comments.xml"),
        (with_related(HOUSE, "people", "people.xml", PEOPLE), Kind.NAME, "word/people.xml"),
        (with_related(HOUSE, "x", "embeddings/a.bin", "x"), Kind.EMBEDDED, "word/embeddings/a.bin"),
        (with_related(HOUSE, "x", "vbaProject.bin", "x"), Kind.EMBEDDED, "word/vbaProject.bin"),
        (
            with_related(HOUSE, "attachedTemplate", "file:///C:/Users/cd/Normal.dotm", None),
            Kind.PATH,
            "word/_rels/document.xml.rels",
        ),
        (
            with_related(HOUSE, "image", "http://example.dk/a.png", None),
            Kind.ELSEWHERE,
            "word/_rels/document.xml.rels",
        ),
        (in_settings(HOUSE, "<w:trackRevisions/>"), Kind.CHANGE, "word/settings.xml"),
        (in_settings(HOUSE, "<w:rsids/>"), Kind.TRACE, "word/settings.xml"),
        (in_settings(HOUSE, "<w:docVars/>"), Kind.TRACE, "word/settings.xml"),
        (in_core(HOUSE, "<dc:creator>Carl Dam</dc:creator>"), Kind.NAME, "docProps/core.xml"),
        (in_core(HOUSE, "<cp:lastModifiedBy>Carl Dam</cp:lastModifiedBy>"), Kind.NAME, "docProps/core.xml"),
        (
            in_core(HOUSE, "<dc:description>H:\\Sager\\aftale.docx</dc:description>"),
            Kind.PATH,
            "docProps/core.xml",
        ),
    ],
)
def test_in_other_parts(spoiled: bytes, kind: Kind, part: str) -> None:
    assert kinds(spoiled) == {(kind, part)}


def test_a_link_to_click_on_is_none() -> None:
    assert kinds(with_related(HOUSE, "hyperlink", "https://www.example.dk/home/a", None)) == set()


def test_hidden_and_white_styles_count_where_something_is_written_in_them() -> None:
    unused = edited(
        HOUSE,
        "word/styles.xml",
        "</w:styles>",
        lambda end: (
            '<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/>'
            f"<w:rPr><w:vanish/></w:rPr></w:style>{end}"
        ),
    )
    assert kinds(unused) == set()
    used = in_header(unused, '<w:r><w:rPr><w:rStyle w:val="Skjult"/></w:rPr><w:t>x</w:t></w:r>')
    assert kinds(used) == {(Kind.HIDDEN, "word/styles.xml")}


def test_what_our_own_writer_writes_holds_the_watermark_of_a_draft_and_its_author_alone() -> None:
    assert {kind for kind, _ in kinds(written(DOCUMENT))} == {Kind.WATERMARK, Kind.NAME}


def test_the_words_of_each_part() -> None:
    assert "J.nr. xx" in words_of(in_header(HOUSE, IN_HEADER["placeholder"]))["word/header1.xml"]
