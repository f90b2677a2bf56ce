"""Binds the documents of a meeting into one PDF, with stamps, watermarks, an outline and links."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.checks.pdf_findings import unusable
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.render.pdf.stamps import StampPage, stamp_pages, watermark_pages
from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties, Stamp
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import PageSize, Unusable

Laid: TypeAlias = Mapping[int, tuple[Stamp, ...]]
"""What is laid on the pages of a piece, by page, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One document of the package, as it goes into the whole."""

    pdf: bytes
    pages: tuple[PageSize, ...]
    title: str
    language: str
    label: str = ""
    """What is stamped on each page, "Bilag 1"; nothing on the dagsorden."""
    watermark: str = ""
    """The word to be set across its pages, where they do not have it already."""
    others: Bilag | None = None
    """The bilag whose file it is, where somebody else has made that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What is bound: the pieces, the outline over them, and from which address a link leads to which."""

    pieces: tuple[Piece, ...]
    outline: tuple[Bookmark, ...]
    links: Mapping[str, int]


def bind(whole: Whole, dagsorden: Document, words: Mapping[str, str], templates: Path) -> Merged | Refused:
    """The whole, with the properties of the dagsorden and stamps in its language, of these words."""
    pieces = whole.pieces
    watermarks = _watermarks(pieces, dagsorden, templates)
    if isinstance(watermarks, Refused):
        return watermarks
    corners = stamp_pages(tuple(_corners(pieces, words)), dagsorden.language, templates, dagsorden.date)
    if isinstance(corners, Refused):
        return corners
    parts = [
        Part(
            name=piece.label or piece.title,
            pdf=piece.pdf,
            title=piece.title,
            language=piece.language,
            stamps=laid,
        )
        for piece, laid in zip(pieces, _laid(pieces, corners, watermarks), strict=True)
    ]
    return _merged(
        pieces, lambda: merge(parts, _properties(dagsorden), outline=whole.outline, links=whole.links)
    )


def watermarked(piece: Piece, dagsorden: Document, templates: Path) -> bytes | Refused:
    """A piece by itself, with its watermark and nothing else."""
    watermarks = _watermarks((piece,), dagsorden, templates)
    if isinstance(watermarks, Refused):
        return watermarks
    laid = {number: (watermarks[piece.watermark, size],) for number, size in enumerate(piece.pages)}
    part = Part(name=piece.label, pdf=piece.pdf, title=piece.title, language=piece.language, stamps=laid)
    properties = replace(_properties(dagsorden), title=piece.title, language=piece.language)
    outline = (Bookmark(title=piece.title, part=0, own=True),)
    merged = _merged((piece,), lambda: merge((part,), properties, outline=outline))
    return merged if isinstance(merged, Refused) else merged.pdf


def _merged(pieces: Sequence[Piece], merging: Callable[[], Merged]) -> Merged | Refused:
    """What is merged; or the finding for what is seen in somebody's file only when it is."""
    try:
        return merging()
    except Unmergeable as error:
        bilag = pieces[error.part].others
        if bilag is None:
            raise
        return Refused((unusable(Unusable(reason=error.reason, detail=error.detail), bilag),))


def _properties(dagsorden: Document) -> Properties:
    return Properties(
        title=dagsorden.title,
        language=dagsorden.language,
        date=dagsorden.date,
        author=dagsorden.author,
        description=dagsorden.subject,
        keywords=dagsorden.keywords,
        producer="kdnet_docs",
    )


def _corners(pieces: Sequence[Piece], words: Mapping[str, str]) -> Iterator[StampPage]:
    """The stamp of each page of the whole, in the language of the dagsorden."""
    whole = count(1)
    for piece in pieces:
        for number, page in enumerate(piece.pages, start=1):
            place = f"{words['page'].lower()} {number} {words['of']} {len(piece.pages)}"
            yield StampPage(
                width=page.width,
                height=page.height,
                label=piece.label,
                count=place if piece.label else "",
                whole=str(next(whole)),
            )


def _watermarks(
    pieces: Sequence[Piece], dagsorden: Document, templates: Path
) -> Mapping[tuple[str, PageSize], Stamp] | Refused:
    """The page to lay over pages of each size, for each word that is asked for."""
    watermarks: dict[tuple[str, PageSize], Stamp] = {}
    for word in dict.fromkeys(piece.watermark for piece in pieces if piece.watermark):
        marked = (size for piece in pieces if piece.watermark == word for size in piece.pages)
        sizes = tuple(dict.fromkeys(marked))
        pdf = watermark_pages(
            [(size.width, size.height) for size in sizes],
            word,
            dagsorden.language,
            templates,
            dagsorden.date,
        )
        if isinstance(pdf, Refused):
            return pdf
        watermarks |= {(word, size): Stamp(pdf=pdf, page=page) for page, size in enumerate(sizes)}
    return watermarks


def _laid(
    pieces: Sequence[Piece], corners: bytes, watermarks: Mapping[tuple[str, PageSize], Stamp]
) -> Iterator[Laid]:
    whole = count()
    for piece in pieces:
        laid = {}
        for number, size in enumerate(piece.pages):
            mark = watermarks.get((piece.watermark, size))
            corner = Stamp(pdf=corners, page=next(whole))
            laid[number] = (mark, corner) if mark else (corner,)
        yield laid
