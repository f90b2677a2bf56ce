"""Findings as they look on the watch page."""

import pytest
from findings import WARNING, finding, page
from lxml.html import HtmlElement, fromstring

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Language
from kdnet_docs.cli.findings.html import render


def shown(*findings: Diagnostic, language: Language = "en") -> HtmlElement:
    element = fromstring(f"<div>{render(findings, page(language=language))}</div>")
    assert isinstance(element, HtmlElement)
    return element


def texts(element: HtmlElement, path: str) -> list[str]:
    return [found.text_content() for found in element.findall(path)]


def test_a_finding_shows_its_line_and_what_to_do() -> None:
    page = shown(finding("kind: contract\n  titel: Aftale\n", "titel"))
    assert texts(page, ".//p") == [
        'error[KD201] the key "titel" is not known here',
        "aftale.yaml:2:3",
        "hint: keep one of them",
    ]
    assert texts(page, ".//pre") == ["2 | titel: Aftale"]
    assert texts(page, ".//mark") == ["titel"]


def test_in_danish_and_without_a_place() -> None:
    assert texts(shown(WARNING, language="da"), ".//p") == ["advarsel[KD502] mål 9 er tomt"]


def test_a_second_place_is_shown_with_a_word_on_why() -> None:
    page = shown(finding("id: a\nid: b\n", "id", first="id"))
    assert texts(page, ".//pre") == ["2 | id: b", "1 | id: a"]
    assert "first here" in texts(page, ".//p")


@pytest.mark.parametrize("line", ["<script>alert(1)</script>", "a & b", '"></p><b>', "{{ 7 * 7 }}"])
def test_what_an_author_wrote_is_words(line: str) -> None:
    page = shown(finding(f"{line}\n", line))
    assert texts(page, ".//mark") == [line]
    assert {element.tag for element in page.iter()} == {"div", "article", "p", "span", "pre", "mark"}


def test_invisible_characters_are_seen() -> None:
    page = shown(finding("ti\u202etel: x\n", "ti\u202etel"))
    assert texts(page, ".//mark") == ["ti<U+202E>tel"]


def test_a_line_without_end_is_cut_around_the_place() -> None:
    long = "a" * 9000
    (line,) = texts(shown(finding(f"{long} titel {long}\n", "titel")), ".//pre")
    assert len(line) < 900
    assert "…" in line
    assert " titel " in line


def test_what_is_missing_at_the_end_of_a_line_is_marked_behind_it() -> None:
    assert texts(shown(finding("titel:\n", "\n")), ".//mark") == [" "]
