"""What is to be built, and what can make the PDF files."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

PdfEngine: TypeAlias = Literal["typst", "libreoffice"]
"""Typst from the document, or LibreOffice from the Word file."""

PDF_ENGINES: tuple[PdfEngine, ...] = get_args(PdfEngine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be made: a meeting or a document, in which formats, by which engine."""

    name: str
    formats: tuple[str, ...]
    engine: PdfEngine
