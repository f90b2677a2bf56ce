"""The dagsorden and the referat of a package, which stand before its bilag and name their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kdnet_docs.assembly.bilag_list import Place, beside
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.bilag_files import BilagFiles
from kdnet_docs.meeting.bind import Piece
from kdnet_docs.meeting.made import MadeFile, Role
from kdnet_docs.meeting.maker import Maker, made_file
from kdnet_docs.meeting.package import Package
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.tagged_pdf.reading.pages import page_sizes

_LINKED = ("pdf", "docx", "html", "txt")
"""Which file of a bilag the dagsorden links to: the first of these that is made."""
_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A document that stands before the bilag; `made_of` is what it was assembled from besides its source."""

    role: Role
    document: Document
    sources: tuple[str, ...]
    made_of: tuple[str, ...]
    piece: Piece | None


def make_fronts(
    package: Package, sources: MeetingSources, bilag: Sequence[BilagFiles], maker: Maker
) -> tuple[Front, ...] | Refused:
    """The dagsorden, and the referat once something is decided."""
    referat = _front("referat", package.referat, (), sources, maker) if package.referat else None
    if isinstance(referat, Refused):
        return referat
    after = len(referat.piece.pages) if referat and referat.piece else 0
    dagsorden = _dagsorden(sources, bilag, after, maker)
    if isinstance(dagsorden, Refused):
        return dagsorden
    return (dagsorden, referat) if referat else (dagsorden,)


def _dagsorden(
    sources: MeetingSources, bilag: Sequence[BilagFiles], after: int, maker: Maker
) -> Front | Refused:
    """The dagsorden with the pages of the bilag, which depend on how many pages it takes itself."""
    pages = 1
    for _ in range(_TRIES):
        places = _places(bilag, pages + after)
        document = assemble_dagsorden(sources.meeting, sources.sent, [], places)
        front = _front("dagsorden", document, (repr(places),), sources, maker)
        if isinstance(front, Refused) or front.piece is None or len(front.piece.pages) == pages:
            return front
        pages = len(front.piece.pages)
    raise RuntimeError("the pages that the dagsorden names keep changing how many pages it has")


def _front(
    role: Role, document: Document, places: tuple[str, ...], sources: MeetingSources, maker: Maker
) -> Front | Refused:
    texts = tuple(meeting.span.source.text for meeting in sources.sent)
    names = tuple(meeting.span.source.name for meeting in (*sources.sent, sources.meeting))
    made_of = (*texts, *places)
    piece = None
    if "pdf" in maker.formats:
        pdf = maker.tagged(document, *made_of)
        if isinstance(pdf, Refused):
            return pdf
        piece = Piece(pdf=pdf, pages=page_sizes(pdf), title=document.title, language=document.language)
    return Front(role=role, document=document, sources=names, made_of=made_of, piece=piece)


def _places(bilag: Sequence[BilagFiles], before: int) -> Mapping[str, Place]:
    """Where each bilag is found, after so many pages; one without a file has no place."""
    lengths = [len(one.piece.pages) if one.piece else 0 for one in bilag]
    firsts = accumulate(lengths, initial=before + 1)
    return {
        one.entry.numbered.key: Place(target=target, page=first if one.piece else None)
        for one, first in zip(bilag, firsts, strict=False)
        if (target := link_to(one))
    }


def link_to(bilag: BilagFiles) -> str:
    """What a link to the bilag leads to: its file beside the one with the link, if it has any."""
    form = next((form for form in _LINKED if form in bilag.files), None)
    return beside(f"{bilag.entry.stem}.{form}") if form else ""


def front_files(front: Front, maker: Maker) -> Mapping[str, MadeFile] | Refused:
    """A front's file in each format."""
    files: dict[str, MadeFile] = {}
    for form in maker.formats:
        made = maker.make(front.document, form, *front.made_of)
        if isinstance(made, Refused):
            return made
        files[form] = made_file(made, form, front.role, front.document.title, front.sources)
    return files
