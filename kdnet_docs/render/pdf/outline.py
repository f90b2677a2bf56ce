"""On which page each heading of a finished PDF stands."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any


def bookmark_pages(pdf: bytes) -> tuple[int, ...]:
    """The page, counted from 1, of each bookmark in reading order."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(pdf))
    return tuple((reader.get_destination_page_number(item) or 0) + 1 for item in _flat(reader.outline))


def _flat(outline: list[Any]) -> Iterator[Any]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
