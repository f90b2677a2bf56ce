"""What can make the PDF files of a build."""

from typing import Literal, TypeAlias, get_args

PdfEngine: TypeAlias = Literal["typst", "libreoffice"]
"""Typst from the document, or LibreOffice from the Word file."""

PDF_ENGINES: tuple[PdfEngine, ...] = get_args(PdfEngine)
