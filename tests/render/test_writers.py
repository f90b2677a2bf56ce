"""Any contract, in every format: whatever its parts, its words come out whole."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from time import process_time

import docx
import pytest
from authored import ROOT, contract, document
from contracts_at_random import contracts
from hypothesis import HealthCheck, given, settings
from lxml import html
from pypdf import PdfReader
from samples import DOCUMENT
from tools import tool

from kdnet_docs.document.tree import Paragraph, Text
from kdnet_docs.render.writers import WRITERS

TEMPLATES = ROOT / "templates"


def written(text: str, form: str) -> bytes:
    made = WRITERS[form](document(text), TEMPLATES)
    assert isinstance(made, bytes), made
    return made


def read_html(file: bytes) -> str:
    body = html.document_fromstring(file).find("body")
    assert body is not None
    return str(body.xpath("string()"))


def read_pdf(file: bytes) -> str:
    command = [tool("pdftotext"), "-raw", "-", "-"]
    return subprocess.run(command, check=True, capture_output=True, input=file, timeout=60).stdout.decode()


def read_word(file: bytes) -> str:
    command = [tool("pandoc"), "--wrap=none", "-f", "docx", "-t", "plain", "-"]
    return subprocess.run(command, check=True, capture_output=True, input=file, timeout=60).stdout.decode()


def read_text(file: bytes) -> str:
    return file.decode()


READERS = {"docx": read_word, "pdf": read_pdf, "html": read_html, "txt": read_text}


def test_the_formats_are_these() -> None:
    assert list(WRITERS) == list(READERS)


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    assert WRITERS[form](DOCUMENT, TEMPLATES) == WRITERS[form](DOCUMENT, TEMPLATES)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("cover", ["contract", None])
def test_the_front_page_says_how_far_a_document_has_come(form: str, cover: str | None) -> None:
    line = "Vedtaget den 12. oktober 2021"
    title = Paragraph(id="title", role="title", content=(Text(text="Oversigt"),))
    state = Paragraph(id="title/status", role="status", content=(Text(text=line),))
    blocks = DOCUMENT.blocks if cover else (title, state, *DOCUMENT.blocks)
    made = WRITERS[form](replace(DOCUMENT, cover=cover, blocks=blocks, status=line), TEMPLATES)
    assert isinstance(made, bytes), made
    assert line in " ".join(READERS[form](made).split()[:40])
    if form == "pdf":
        metadata = PdfReader(BytesIO(made)).metadata
        assert metadata
        assert str(metadata.keywords).endswith(line)
    if form == "docx":
        assert docx.Document(BytesIO(made)).core_properties.content_status == line


# --- contracts at random


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(contracts())
def test_any_contract_comes_out_whole_in_every_format(text: str) -> None:
    words = set(re.findall(r"ord\d+q", text))
    assert words
    for form, read in READERS.items():
        # A word too long for a narrow column goes on on the next line.
        found = set(re.findall(r"ord\d+q", "".join(read(written(text, form)).split())))
        assert words - found == set(), form


# --- long and deep ones


def long_contract(sections: int) -> str:
    paragraph = "En lang sætning om samarbejdet mellem parterne, som gentages mange gange. " * 8
    return contract(
        "".join(
            f"- section: Afsnit {number}\n  text: |\n    {paragraph}\n\n    - {paragraph}\n"
            f"  clauses:\n    - title: Klausul\n      text: {paragraph}\n"
            f"  body:\n    - table:\n        id: t{number}\n"
            f"        columns: [{{key: a, title: Hvem}}, {{key: b, title: Kr., type: amount}}]\n"
            f"        rows: [{', '.join(f'[Række {row}, {row}]' for row in range(12))}]\n"
            f"        total: {{row: [I alt, 66]}}\n"
            for number in range(sections)
        ),
        "contents: true\n",
    )


def test_a_document_of_three_hundred_pages_is_built() -> None:
    start = process_time()
    files = {form: written(long_contract(310), form) for form in ("pdf", "docx", "html", "txt")}
    assert len(PdfReader(BytesIO(files["pdf"])).pages) >= 300
    assert files["txt"].decode().count("Klausul") == 620  # in the contents too
    assert process_time() - start < 60  # some 13 s of computing; far more would be a difference in kind


def test_everything_nested_as_deep_as_it_goes_is_built() -> None:
    indent, lines = "", ""
    for level in range(6):
        lines += f"{indent}- section: Niveau {level + 1}\n{indent}  body:\n"
        indent += "    "
    deep = "".join("  " * level + "- punkt\n" for level in range(9))
    words = "".join(f"{indent}    {line}\n" for line in deep.splitlines())
    quoted = f"{indent}    {'> ' * 9}citat\n"
    text = contract(f"{lines}{indent}- text: |\n{words}\n{quoted}")
    for form in WRITERS:
        assert written(text, form)
    assert read_word(written(text, "docx")).count("punkt") == 9
    assert read_pdf(written(text, "pdf")).count("punkt") == 9
