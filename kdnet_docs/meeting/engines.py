"""What is to be built, and what can make the PDF files."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

PdfEngine: TypeAlias = Literal["typst", "libreoffice"]
"""Typst from the document, or LibreOffice from the Word file."""

PDF_ENGINES: tuple[PdfEngine, ...] = get_args(PdfEngine)


Audience: TypeAlias = Literal["open", "closed"]
"""Who it is for: everybody, or those who may see what is closed too."""

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be made: a meeting or a document, in which formats, by which engine, and for whom.

    Without an audience it is made whole, and not called after one: nothing is closed in it.
    """

    name: str
    formats: tuple[str, ...]
    engine: PdfEngine
    audience: Audience | None = None

    @property
    def place(self) -> str:
        """The name that the build is remembered by."""
        return f"{self.name}-{self.audience}" if self.audience else self.name
