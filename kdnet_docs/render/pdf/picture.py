"""A picture as a page of a PDF."""

from datetime import date
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.house_reader import read_house
from kdnet_docs.render.pdf.engine import compile_pages
from kdnet_docs.render.pdf.payload import families, house_values


def picture_page(picture: bytes, title: str, language: str, templates: Path, day: date) -> bytes | Refused:
    """One page with a PNG, JPEG or GIF, turned as its camera noted; `title` is read out in its place."""
    house = read_house(templates)
    if isinstance(house, Refused):
        return house
    data = {
        "title": title,
        "language": language.split("-")[:2],
        "fonts": families(house),
        "house": house_values(house),
        "picture": _NAME,
    }
    return compile_pages("picture.typ", data, day, templates, {_NAME: picture})


_NAME = "picture"
