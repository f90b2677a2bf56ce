"""Every example of the CommonMark spec as the prose of a contract: whole in every format, or refused.

The judge is the spec's own HTML: its words in order, and what is emphasised, listed and quoted.
The accepted examples stand in one contract, each below the heading "Eksempel NUMBER", so that other
people's tools read one file of each format and not 517.
"""

import json
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TypedDict

import pytest
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, is_error
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import CodeBlock, Document, Heading, Paragraph
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.read import read

TEMPLATES = Path(__file__).parents[2] / "templates"

ACCEPTED = 499
# What is refused, in how many examples, and why: a deliberate difference from CommonMark.
REFUSED = {
    Code.RAW_HTML: 72,  # would be executed in a browser and means nothing in Word
    Code.HEADING_IN_PROSE: 40,  # a section has a key of its own, and with it an id and a level
    Code.IMAGE: 22,  # a picture has no place in a contract yet
    Code.FOOTNOTE_UNUSED: 15,  # a link definition that no link asks for: its line would not be shown
    Code.LINK_TARGET: 6,  # five (such as 485) lead nowhere, 501 to a heading that is not there
}
# Characters that the house font lacks: the PDF is refused and names them; the other formats have them.
WITHOUT_GLYPH = {
    13: "φ",
    25: "\u0338ℋⅆ∲≧",
    26: "ϠӒ\ufffd",
    27: "ಫആ",
    206: "αγω",
    362: "аеимнпрстя",
    375: "аеимнпрстя",
    388: "аеимнпрстя",
    401: "аеимнпрстя",
    651: "νρχῆ",
}
# Differences that no finding tells of, each of which loses no word of the text: the title of a link
# (`[words](address "title")`), which only a mouse sees, and the language of a fenced code block.

HEAD = "kind: contract\nid: x\nversion: 1\nstatus: vedtaget\ntitle: CommonMark\ndate: 2022-01-01\nbody:\n"


class Example(TypedDict):
    example: int
    section: str
    markdown: str
    html: str


EXAMPLES: list[Example] = json.loads((Path(__file__).parent / "examples.json").read_bytes())


# --- the judge: what a browser would read


@dataclass
class Reading:
    """The words of an HTML text, and its letters among the tags (each after a NUL) that say what they are."""

    words: list[str]
    outline: list[str]


class _Reader(HTMLParser):
    FOLDED = frozenset({"html", "p", "body", "div", "section", "header", "main", "article", "a"})
    WITHIN_LINES = frozenset({"em", "strong", "code", "a"})
    SILENT = frozenset({"title", "style", "nav"})

    def __init__(self) -> None:
        super().__init__()
        self.outline: list[str] = []
        self.words = ""
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in self.SILENT
        self.words += "" if tag in self.WITHIN_LINES else "\n"
        if tag not in self.FOLDED:
            start = dict(attrs).get("start") if tag == "ol" else None
            self.outline.append(f"\0{tag} {start or 1}" if tag == "ol" else f"\0{tag}")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self.SILENT
        self.words += "" if tag in self.WITHIN_LINES else "\n"
        if tag not in self.FOLDED:
            self.outline.append(f"\0/{tag}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        self.words += data
        letters = "".join(data.split())
        if self.outline and not self.outline[-1].startswith("\0"):
            self.outline[-1] += letters
        elif letters:
            self.outline.append(letters)


def reading(html: str) -> Reading:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Reading(reader.words.split(), reader.outline)


EXPECTED = {example["example"]: reading(example["html"]) for example in EXAMPLES}


# --- the examples as contracts


def contract(examples: list[Example]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Each example's Markdown as the text of a section; a JSON string is a YAML string."""
    sections = (
        f"  - section: Eksempel {example['example']}\n    text: {json.dumps(example['markdown'])}\n"
        for example in examples
    )
    model = read(Source("x.yaml", HEAD + "".join(sections)))
    assert not isinstance(model, Refused)
    return examine(model)


@cache
def singly() -> dict[int, tuple[Document, frozenset[Code]]]:
    """The document of each example, and the codes for which it is refused."""
    examined = {example["example"]: contract([example]) for example in EXAMPLES}
    return {
        number: (document, frozenset(found.code for found in findings if is_error(found)))
        for number, (document, findings) in examined.items()
    }


def accepted() -> list[Example]:
    return [example for example in EXAMPLES if not singly()[example["example"]][1]]


@cache
def written(form: str) -> bytes:
    """All accepted examples in one file."""
    examples = [example for example in accepted() if form != "pdf" or example["example"] not in WITHOUT_GLYPH]
    made = WRITERS[form](contract(examples)[0], TEMPLATES)
    assert isinstance(made, bytes)
    return made


def by_example(words: list[str], marker: str = "Eksempel") -> dict[int, list[str]]:
    """The words below each heading."""
    found: dict[int, list[str]] = {}
    for at, word in enumerate(words):
        if word == marker:
            found[int(words[at + 1])] = current = []
        elif found and words[at - 1] != marker:
            current.append(word)
    return found


# --- what must hold


def test_so_many_examples_are_refused_and_for_no_other_reasons() -> None:
    refused = Counter(code for _, codes in singly().values() for code in codes)
    assert len(EXAMPLES) == 652
    assert refused == REFUSED
    assert len(accepted()) == ACCEPTED


def test_what_the_spec_makes_a_heading_or_a_picture_is_refused_and_nothing_else() -> None:
    for tag, code in (("<h[1-6]>", Code.HEADING_IN_PROSE), ("<img", Code.IMAGE)):
        judged = {example["example"] for example in EXAMPLES if re.search(tag, example["html"])}
        html = {number for number, (_, codes) in singly().items() if Code.RAW_HTML in codes}
        assert judged - html == {number for number, (_, codes) in singly().items() if code in codes} - html


def test_the_tree_has_every_word_in_order() -> None:
    assert {
        example["example"]: (words, EXPECTED[example["example"]].words)
        for example in accepted()
        if (words := tree_words(singly()[example["example"]][0])) != EXPECTED[example["example"]].words
    } == {}


def tree_words(document: Document) -> list[str]:
    words: list[str] = []
    for block in blocks_within(document.blocks[1:]):
        match block:
            case Paragraph() | Heading():
                words += plain_text(block.content).split()
            case CodeBlock():
                words += block.text.split()
            case _:
                pass
    return words


def test_html_has_every_word_in_order() -> None:
    assert_whole(by_example(reading(written("html").decode()).words))


def test_html_emphasises_lists_and_quotes_what_the_spec_does() -> None:
    outlines = by_heading(reading(written("html").decode()).outline)
    assert {
        number: (outline, EXPECTED[number].outline)
        for number, outline in outlines.items()
        if outline != EXPECTED[number].outline
    } == {}


def by_heading(outline: list[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for at, part in enumerate(outline):
        if heading := re.fullmatch(r"Eksempel(\d+)", part):
            end = next((to for to in range(at, len(outline)) if outline[to] == "\0h2"), len(outline))
            found[int(heading[1])] = outline[at + 2 : end]
    return found


def test_word_has_every_word_in_order_as_pandoc_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "examples.docx"
    file.write_bytes(written("docx"))
    command = [tool("pandoc"), "--wrap=none", "-f", "docx", "-t", "html", str(file)]
    html = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert_whole(by_example(reading(html).words))


def test_pdf_has_every_word_in_order_as_poppler_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "examples.pdf"
    file.write_bytes(written("pdf"))
    between_header_and_footer = ["-x", "0", "-y", "60", "-W", "600", "-H", "710"]
    command = [tool("pdftotext"), "-raw", *between_header_and_footer, str(file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    without = {number: expected for number, expected in EXPECTED.items() if number not in WITHOUT_GLYPH}
    found = by_example(text.split())
    assert found.keys() == {example["example"] for example in accepted()} & without.keys()
    assert_whole(found | {number: EXPECTED[number].words for number in WITHOUT_GLYPH}, marks=r"[•–◦]|\w+\.")


def test_text_has_every_word_in_order() -> None:
    sections = re.split(r"^Eksempel (\d+)\n=+\n", written("txt").decode(), flags=re.MULTILINE)
    texts = dict(zip(map(int, sections[1::2]), sections[2::2], strict=True))
    for example in accepted():
        for address in addresses(example["html"]):
            # An address in a folder that nobody knows is half an address; "./" says nothing of it.
            shown = f" <{address.removeprefix('mailto:').removeprefix('./')}>"
            texts[example["example"]] = texts[example["example"]].replace(shown, "", 1)
    # A list, a quotation and a rule have their marks.
    assert_whole({number: text.split() for number, text in texts.items()}, marks=r"[->*]|\d+\.")


def addresses(html: str) -> list[str]:
    """The addresses of the links in the spec's HTML, which plain text shows after their words."""
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "a":
                found.append(dict(attrs)["href"] or "")

    Links().feed(html)
    return found


def assert_whole(found: dict[int, list[str]], marks: str = "") -> None:
    """Each accepted example is there with its words in order; besides them there are `marks` and no more."""
    assert found.keys() == {example["example"] for example in accepted()}
    assert {
        number: (words, EXPECTED[number].words)
        for number, words in found.items()
        if not _is_whole(words, EXPECTED[number].words, marks)
    } == {}


def _is_whole(found: list[str], expected: list[str], marks: str) -> bool:
    rest = iter(found)
    for word in expected:
        for other in rest:
            if other == word:
                break
            if not re.fullmatch(marks, other):
                return False
        else:
            return False
    return all(re.fullmatch(marks, other) for other in rest)


@pytest.mark.parametrize("number", WITHOUT_GLYPH)
def test_a_character_that_the_font_lacks_is_refused_by_name(number: int) -> None:
    made = WRITERS["pdf"](singly()[number][0], TEMPLATES)
    assert isinstance(made, Refused)
    assert {found.code for found in made.diagnostics} == {Code.MISSING_GLYPH}
    named = " ".join(str(found.message) for found in made.diagnostics)
    assert [sign for sign in WITHOUT_GLYPH[number] if f"U+{ord(sign):04X}" not in named] == []
    assert all(found.span is not None for found in made.diagnostics)
