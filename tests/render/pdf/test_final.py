"""The PDF that signatories receive: their fields, and that nothing else differs from the document's PDF."""

import io
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from certificates import signed
from project_documents import document
from pypdf import PdfReader
from samples import DOCUMENT, SIGNATURES, paragraph, text
from tools import tool
from verapdf import failures

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Block, Document, Heading, Link, Paragraph, Signatures
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.tagged_pdf.fields import Field, read_fields
from kdnet_docs.tagged_pdf.properties import read_properties
from kdnet_docs.tagged_pdf.verdicts import Unusable

TEMPLATES = Path(__file__).parents[3] / "templates"
NAMESPACE = "urn:example:origin"
STATED = {"commit": "0123abcd", "source": "kilder/kontrakt.yaml"}
CONTRACT = replace(document("erhvervshus-midtjylland@2022"), watermark=None)
LONG = "For kommunerne i Region Midtjylland og Sundhedsklyngen for Horsens, Hedensted og Odder"
MILLIMETRE = 72 / 25.4


def final(one: Document) -> bytes:
    made = write_final_pdf(one, TEMPLATES, STATED, NAMESPACE)
    assert not isinstance(made, Refused), [str(found.message) for found in made.diagnostics]
    return made


def fields_of(pdf: bytes) -> tuple[Field, ...]:
    found = read_fields(pdf)
    assert not isinstance(found, Unusable)
    return found


def block(identity: str, count: int) -> Signatures:
    """A signature block with names that wrap here and there."""
    [one, *_] = SIGNATURES.signatories
    return Signatures(
        id=identity,
        signatories=tuple(
            replace(
                one,
                id=f"{identity}/{at}",
                field=f"{identity}-part_{at}-2",
                label=f"Underskrift for part {at}: Åse Ærø",
                heading=LONG if at % 3 == 1 else f"For part {at}",
                title="Formand for " + "Kommunekontaktrådet " * (at % 4),
            )
            for at in range(count)
        ),
    )


def with_blocks(*counts: int) -> Document:
    """A document with so many signatories in blocks, the later of them in an appendix."""
    heading = Heading(id="bilag", level=1, content=text("Bilag"), new_page=True)
    first, *others = (block(f"b{at}", count) for at, count in enumerate(counts))
    words = paragraph("p1", "Parterne er enige."), paragraph("p2", "Ikke mere.")
    blocks: tuple[Block, ...] = (words[0], first, heading, *others, words[1])
    return replace(DOCUMENT, cover=None, watermark=None, blocks=blocks)


def words(pdf: bytes, folder: Path) -> list[tuple[int, str, tuple[float, ...]]]:
    """Each word of a file with its page and where it stands in points from the upper left corner."""
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    run = subprocess.run([tool("pdftotext"), "-bbox", file, "-"], capture_output=True, text=True, check=True)
    found, page = [], 0
    for line in run.stdout.splitlines():
        page += "<page " in line
        if word := re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', line):
            found.append((page, word[5], tuple(float(word[side]) for side in (1, 2, 3, 4))))
    return found


SEVERAL = {f"{count} signatories": with_blocks(count) for count in (*range(1, 7), 16)} | {
    "blocks": with_blocks(2, 3, 1),
    "sample": replace(DOCUMENT, watermark=None),
    "contract": CONTRACT,
    "in English": replace(with_blocks(3), language="en"),
}


def test_it_follows_both_standards_before_and_after_signatures(tmp_path: Path) -> None:
    files = []
    for number, one in enumerate(SEVERAL.values()):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(pdf := final(one))
        if number % 4 == 1:
            for field in fields_of(pdf):
                pdf = signed(pdf, field.name, "Torben Hansen")
            files.append(tmp_path / f"{number}-signed.pdf")
            files[-1].write_bytes(pdf)
    assert failures(files) == []
    for file in files:
        subprocess.run([tool("qpdf"), "--check", file], capture_output=True, check=True)


@pytest.mark.parametrize("name", SEVERAL)
def test_there_is_a_field_for_each_signatory_in_their_order(name: str) -> None:
    signatories = [
        signatory
        for one in SEVERAL[name].blocks
        if isinstance(one, Signatures)
        for signatory in one.signatories
    ]
    pdf = final(SEVERAL[name])
    assert [(one.name, one.label, one.is_signed) for one in fields_of(pdf)] == [
        (one.field, one.label, False) for one in signatories
    ]
    assert read_properties(pdf, NAMESPACE) == STATED


@pytest.mark.parametrize("name", SEVERAL)
def test_one_can_sign_in_each_field_without_covering_a_word(name: str, tmp_path: Path) -> None:
    pdf = final(SEVERAL[name])
    heights = {
        number: page.mediabox.height for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages, 1)
    }
    shown = words(pdf, tmp_path)
    fields = fields_of(pdf)
    for field in fields:
        left, bottom, right, top = field.rectangle
        assert (right - left) / MILLIMETRE >= 60
        assert (top - bottom) / MILLIMETRE >= 17.9
        assert field.page is not None
        upper, lower = heights[field.page] - top, heights[field.page] - bottom
        near = [(x0, y0, x1, y1) for page, _, (x0, y0, x1, y1) in shown if page == field.page]
        assert not [1 for x0, y0, x1, y1 in near if x1 > left and x0 < right and y1 > upper and y0 < lower]
    for one, other in pairwise(fields):
        if one.page == other.page and other.rectangle[0] > one.rectangle[0]:
            assert other.rectangle[1] == pytest.approx(one.rectangle[1], abs=0.01)


@pytest.mark.parametrize("name", SEVERAL)
def test_its_words_stand_where_the_draft_had_them(name: str, tmp_path: Path) -> None:
    draft = write_pdf(SEVERAL[name], TEMPLATES)
    assert isinstance(draft, bytes)
    assert words(final(SEVERAL[name]), tmp_path) == words(draft, tmp_path)


def test_a_field_is_read_between_whom_one_signs_for_and_the_date() -> None:
    root: Any = PdfReader(io.BytesIO(final(with_blocks(3)))).root_object
    [tree] = root["/StructTreeRoot"]["/K"]
    # The heading, the field, the date, the name and the title, signatory by signatory.
    assert "".join(kinds(tree)).count("/P/Form/P/P/P") == 3


def kinds(element: Any) -> list[str]:
    """The types of an element and of all below it, as they are read."""
    inner = [kid.get_object() for kid in element.get("/K", [])]
    return [
        element["/S"],
        *(kind for kid in inner if isinstance(kid, dict) and "/S" in kid for kind in kinds(kid)),
    ]


def test_a_link_of_the_author_is_no_field_and_runs_nothing() -> None:
    """Whatever address it has."""
    targets = ("urn:signature-field:0", "urn:signature-field:1", "javascript:alert(1)")
    links = tuple(Link(content=text(f"her {at}"), target=target) for at, target in enumerate(targets))
    one = with_blocks(2)
    pdf = final(replace(one, blocks=(Paragraph(id="a", content=links), *one.blocks)))
    assert len(fields_of(pdf)) == 2
    annotations: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Annots"]
    assert [one for one in annotations if one["/Subtype"] == "/Link"] == []


def test_the_same_document_gives_the_same_bytes_and_they_end_as_an_update_wants() -> None:
    pdf = final(CONTRACT)
    assert pdf == final(CONTRACT)
    assert pdf.endswith(b"\n%%EOF\n")
    assert b"pypdf" not in pdf


def test_a_document_that_nobody_signs_has_no_form() -> None:
    pdf = final(replace(CONTRACT, blocks=CONTRACT.blocks[:3]))
    assert fields_of(pdf) == ()
    assert "/AcroForm" not in PdfReader(io.BytesIO(pdf)).root_object
    assert read_properties(pdf, NAMESPACE) == STATED


def test_poppler_agrees_on_every_signature(tmp_path: Path) -> None:
    one = with_blocks(2, 1)
    pdf = final(one)
    for field in fields_of(pdf):
        before, pdf = pdf, signed(pdf, field.name, "Søren Olesen")
        assert pdf.startswith(before)
    assert [field.is_signed for field in fields_of(pdf)] == [True] * 3
    file = tmp_path / "signed.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(
        [tool("pdfsig"), "-nocert", file], capture_output=True, text=True, check=False
    ).stdout
    assert told.count("Signature is Valid") == 3
    assert re.findall(r"Field Name: (.*)", told) == [field.name for field in fields_of(pdf)]


def test_no_author_is_named_where_the_document_names_none() -> None:
    pdf = final(replace(CONTRACT, author=""))
    assert "/Author" not in (PdfReader(io.BytesIO(pdf)).metadata or {})
    assert b"dc:creator" not in pdf
