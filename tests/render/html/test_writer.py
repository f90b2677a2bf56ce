import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from samples import DOCUMENT, paragraph
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.render.html.writer import write_html

TEMPLATES = Path(__file__).parents[3] / "templates"
MARKUP = "</title></style><script>alert(1)</script> {{ 7*7 }} {% x %} &amp; \"q\" 'a'"


def page(document: Document) -> html.HtmlElement:
    written = write_html(document, TEMPLATES)
    assert isinstance(written, bytes)
    return html.document_fromstring(written.decode())


def chromium(*arguments: str) -> str:
    run = subprocess.run(
        [tool("chromium"), "--headless", "--no-sandbox", "--disable-gpu", *arguments],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return run.stdout.decode()


def test_the_page_says_its_language_title_and_author() -> None:
    root = page(DOCUMENT)
    assert root.get("lang") == "da"
    assert root.findtext("head/title") == "Prøvekontrakt 2022"
    assert root.xpath("string(head/meta[@name='author']/@content)") == "KD-Net"


def test_the_page_needs_nothing_beside_it() -> None:
    root = page(DOCUMENT)
    assert not root.xpath("//script | //img | //iframe | //link[not(starts-with(@href, 'data:'))]")
    assert "url(" not in root.findtext("head/style")
    assert "@import" not in root.findtext("head/style")


def test_the_source_goes_along() -> None:
    link = page(DOCUMENT).xpath("head/link[@rel='alternate']")[0]
    assert link.get("title") == DOCUMENT.source_name
    assert link.get("href") == "data:application/yaml;base64,a2luZDogY29udHJhY3QK"


def test_the_cover_heads_the_page_and_the_headings_follow_below_it() -> None:
    root = page(DOCUMENT)
    assert [(h.tag, h.text_content()) for h in root.xpath("//h1 | //h2")] == [
        ("h1", "Prøvekontrakt 2022"),
        ("h2", "Indledning"),
        ("h2", "Særlige indsatsområder"),
        ("h2", "Økonomi"),
        ("h2", "Bilag"),
    ]


def test_a_document_without_a_cover_begins_with_its_first_heading() -> None:
    root = page(replace(DOCUMENT, cover=None))
    assert next(h.text_content() for h in root.xpath("//h1")) == "Indledning"


def test_the_watermark_stands_once_as_words() -> None:
    root = page(DOCUMENT)
    assert root.xpath("//text()[normalize-space()='UDKAST']/..")[0].get("class") == "watermark"
    assert "UDKAST" not in page(replace(DOCUMENT, watermark=None)).text_content()


def test_what_looks_like_markup_stays_words_wherever_it_stands() -> None:
    document = replace(
        DOCUMENT,
        title=MARKUP,
        author=MARKUP,
        watermark=MARKUP,
        subject=MARKUP,
        source_name=MARKUP,
        blocks=(paragraph("p", MARKUP),),
    )
    root = page(document)
    assert not root.xpath("//script")
    assert root.findtext("head/title") == MARKUP
    assert root.xpath("//main/p")[0].text_content() == MARKUP
    assert root.xpath("//p[@class='watermark']")[0].text_content() == MARKUP
    assert root.xpath("string(head/meta[@name='author']/@content)") == MARKUP


def test_every_anchor_stands_once_and_every_inner_link_finds_one() -> None:
    root = page(DOCUMENT)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_html(DOCUMENT, TEMPLATES) == write_html(DOCUMENT, TEMPLATES)


@pytest.mark.parametrize("broken", ["{{ nothing }}", "{% if %}", "{{ document.title.__class__.__mro__ }}"])
def test_a_broken_template_is_a_finding_that_names_it(tmp_path: Path, broken: str) -> None:
    (tmp_path / "word").symlink_to(TEMPLATES / "word")
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "page.html").write_text(broken)
    refused = write_html(DOCUMENT, tmp_path)
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].code is Code.TEMPLATE
    assert "templates/html/page.html" in str(refused.diagnostics[0].message)


def test_a_missing_template_is_a_finding_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "word").symlink_to(TEMPLATES / "word")
    refused = write_html(DOCUMENT, tmp_path)
    assert isinstance(refused, Refused)
    assert "page.html" in str(refused.diagnostics[0].message)


def test_pandoc_reads_the_words_in_order_with_lists_tables_and_headings() -> None:
    written = write_html(DOCUMENT, TEMPLATES)
    assert isinstance(written, bytes)
    markdown = subprocess.run(
        [tool("pandoc"), "--from=html", "--to=markdown-smart", "--wrap=none"],
        input=written,
        check=True,
        capture_output=True,
    ).stdout.decode()
    landmarks = (
        "UDKAST",
        "KKR Midtjylland",
        "Første punkt",
        "8.",
        "Ottende mål",
        "9.",
        "10.331",
        "En note i",
    )
    places = [markdown.index(words) for words in landmarks]
    assert places == sorted(places)


def test_a_browser_shows_it_on_a_telephone_without_scrolling_sideways(tmp_path: Path) -> None:
    written = write_html(DOCUMENT, TEMPLATES)
    assert isinstance(written, bytes)
    (tmp_path / "page.html").write_bytes(written)
    (tmp_path / "frame.html").write_text(
        """<iframe src="page.html" style="width:360px;height:800px;border:0"></iframe><script>
        onload = () => {
            const page = frames[0].document.documentElement
            document.title = `too wide by ${page.scrollWidth - page.clientWidth}`
        }
        </script>"""
    )
    dom = chromium(
        f"--user-data-dir={tmp_path / 'profile'}",
        "--allow-file-access-from-files",
        "--dump-dom",
        (tmp_path / "frame.html").as_uri(),
    )
    assert re.findall(r"<title>too wide by (\d+)", dom) == ["0"]


def test_a_browser_prints_it_on_the_house_s_paper_with_the_cover_on_a_page_of_its_own(tmp_path: Path) -> None:
    written = write_html(DOCUMENT, TEMPLATES)
    assert isinstance(written, bytes)
    (tmp_path / "page.html").write_bytes(written)
    pdf = tmp_path / "page.pdf"
    chromium(
        f"--user-data-dir={tmp_path / 'profile'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf}",
        (tmp_path / "page.html").as_uri(),
    )
    pages = subprocess.run([tool("pdftotext"), str(pdf), "-"], check=True, capture_output=True)
    first, second, *_ = pages.stdout.decode().split("\f")
    assert "Erhvervshus Midtjylland" in first
    assert "Indhold" not in first
    assert "Indhold" in second
    info = subprocess.run([tool("pdfinfo"), str(pdf)], check=True, capture_output=True)
    assert "(A4)" in info.stdout.decode()
