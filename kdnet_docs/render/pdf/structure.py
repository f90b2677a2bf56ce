"""Row headers and table summaries, set in the finished PDF's structure tree.

Typst has both, but behind a switch that its Python wheel does not offer. It writes structure
elements in the order in which they end, so its n-th cell is the n-th of the payload that ends; the
number of cells and the kind of each must agree, else the file is refused as a fault of the program.
A cell's list of Headers names column headers only and would hide the row headers from a reader, so
it goes where Scope says all (ISO 32000-1, table 349).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kdnet_docs.render.pdf.objects import Objects, take_apart

_ELEMENT = re.compile(rb"<</Type/StructElem/S/(TD|TH|Table)(?=/)")
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    column_header: bool
    row_header: bool
    beside_row_header: bool  # its table has row headers


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    description: str


def mark_tables(pdf: bytes, data: Any) -> bytes:
    """The PDF with its tables' row headers and summaries as `data`, the payload, says."""
    expected = tuple(_endings(data["blocks"]))
    if not expected:
        return pdf
    objects = take_apart(pdf)
    bodies = dict(objects.bodies)
    found = [number for number in sorted(bodies) if _ELEMENT.match(bodies[number])]
    if len(found) != len(expected):
        raise ValueError(f"{len(found)} tables and cells in the PDF, {len(expected)} in the document")
    for number, element in zip(found, expected, strict=True):
        bodies[number] = _marked(bodies[number], element)
    return Objects(header=objects.header, bodies=bodies, trailer=objects.trailer).write()


def _endings(value: Any) -> Iterator[_Cell | _Table]:
    """The cells and tables of the payload in the order in which they end."""
    if isinstance(value, list):
        for inner in value:
            yield from _endings(inner)
    elif isinstance(value, dict):
        if value.get("type") == "table":
            yield from _table_endings(value)
        else:
            for inner in value.values():
                yield from _endings(inner)


def _table_endings(table: dict[str, Any]) -> Iterator[_Cell | _Table]:
    yield from _endings(table["caption"])
    row_heads = any(cell["header"] for row in table["rows"] if row["role"] != "head" for cell in row["cells"])
    for row in table["rows"]:
        head = row["role"] == "head"
        for cell in row["cells"]:
            yield from _endings(cell["blocks"])
            yield _Cell(
                column_header=head, row_header=cell["header"] and not head, beside_row_header=row_heads
            )
    yield _Table(description=table["description"])


def _marked(body: bytes, element: _Cell | _Table) -> bytes:
    kind = body[: body.index(b"/", len(b"<</Type/StructElem/S/"))].rpartition(b"/")[2]
    if isinstance(element, _Table):
        _agree(kind, b"Table")
        summary = b"<FEFF%b>" % element.description.encode("utf-16-be").hex().upper().encode()
        return _with_attribute(body, b"/Summary%b" % summary) if element.description else body
    _agree(kind, b"TH" if element.column_header else b"TD")
    if element.beside_row_header and not element.column_header:
        body = _HEADERS.sub(b"", body, count=1)
    if element.row_header:
        body = _with_attribute(body.replace(b"/S/TD/", b"/S/TH/", 1), b"/Scope/Row")
    return body


def _with_attribute(body: bytes, attribute: bytes) -> bytes:
    """The element with one more attribute of tables, in a dictionary of its own."""
    added = b"<</O/Table%b>>" % attribute
    if b"/A[" in body:
        return body.replace(b"/A[", b"/A[" + added, 1)
    return body.replace(b"/K[", b"/A[%b]/K[" % added, 1)


def _agree(found: bytes, expected: bytes) -> None:
    if found != expected:
        raise ValueError(f"{found.decode()} in the PDF where the document has {expected.decode()}")
