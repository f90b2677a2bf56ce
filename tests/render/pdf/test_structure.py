from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from samples import BUDGET, DOCUMENT, GOAL, STATUS

from kdnet_docs.render.pdf.structure import mark_tables
from kdnet_docs.render.pdf.writer import write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    written = write_pdf(DOCUMENT, TEMPLATES)
    assert isinstance(written, bytes)
    return written


def elements(pdf: bytes, kinds: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """The structure elements of those kinds in reading order, each with its attributes of tables."""
    found: list[tuple[str, dict[str, Any]]] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for inner in node:
                walk(inner)
        elif isinstance(node, dict) and "/K" in node:
            if node.get("/S") in kinds:
                attributes = {
                    key: value
                    for each in node.get("/A", [])
                    if each.get_object()["/O"] == "/Table"
                    for key, value in each.get_object().items()
                }
                found.append((node["/S"], attributes))
            walk(node["/K"])

    walk(PdfReader(BytesIO(pdf)).root_object["/StructTreeRoot"])
    return found


def test_each_header_cell_heads_its_row_or_column(pdf: bytes) -> None:
    scopes = [attributes.get("/Scope") for _, attributes in elements(pdf, {"/TH", "/TD"})]
    wanted = [
        ("/Column" if row.role == "head" else "/Row") if cell.header else None
        for table in (BUDGET, GOAL, STATUS)
        for row in table.rows
        for cell in row.cells
    ]
    assert scopes == wanted


def test_no_cell_lists_headers_where_that_would_hide_its_row_header(pdf: bytes) -> None:
    assert all("/Headers" not in attributes for kind, attributes in elements(pdf, {"/TD"}) if kind)


def test_each_table_says_what_it_holds(pdf: bytes) -> None:
    summaries = [attributes["/Summary"] for _, attributes in elements(pdf, {"/Table"})]
    assert summaries == [table.description for table in (BUDGET, GOAL, STATUS)]


def test_a_pdf_that_is_not_the_document_s_is_refused(pdf: bytes) -> None:
    head = {"blocks": [], "header": True}
    table = {"type": "table", "caption": [], "description": "", "rows": [{"role": "head", "cells": [head]}]}
    with pytest.raises(ValueError, match="in the document"):
        mark_tables(pdf, {"blocks": [table]})
