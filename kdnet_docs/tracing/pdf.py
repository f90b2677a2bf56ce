"""Where words on the pages of a PDF come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.tracing.found import OthersFile, Place, context_of
from kdnet_docs.tracing.letters import LONGEST, Letters
from kdnet_docs.tracing.made_of import Laid, Piece
from kdnet_docs.tracing.places import Spot, head_value, key_at, spots
from kdnet_docs.tracing.printed import Kind
from kdnet_docs.tracing.surroundings import Around, Part

_ALIKE = 80.0
"""How much alike, in per cent, words on a page and in a source are that a table or a break set apart."""


def places_in(pieces: Iterable[Piece], words: str) -> Iterator[Place]:
    """Every place where the words stand, in the order of the pages."""
    for piece in pieces:
        found = [place for laid in piece.laid for place in in_document(laid, piece, words)]
        for number, page in enumerate(piece.pages):
            yield from (place for place in found if place.pages[0] == piece.first + number + 1)
            yield from _elsewhere(piece, number, page, words, found)


def in_document(laid: Laid, piece: Piece, words: str) -> Iterator[Place]:
    """Where the words stand in the body of a document."""
    letters = [Letters(page) for page in piece.pages]
    for start, end in laid.printed.find(words):
        pages = laid.layout.pages_of(start, end)
        if len(pages) > 1:  # a page break goes through the words, or their neighbours stand on two pages
            pages = tuple(page for page in pages if letters[page].find(words)) or pages
        yield _place(laid, piece, start, end, pages)


def _place(laid: Laid, piece: Piece, start: int, end: int, pages: Sequence[int]) -> Place:
    passages = laid.printed.within(start, end)
    under = passages[0].under if passages else ""
    return Place(
        pages=tuple(piece.first + page + 1 for page in pages) or (piece.first + 1,),
        context=context_of(laid.printed.text, start, end),
        spots=spots(laid.printed, start, end, laid.state.source),
        heading=laid.printed.headings.get(under, ""),
        state=laid.state,
        block=passages[0].block if passages else "",
    )


def in_lines(piece: Piece, words: str) -> Iterator[Place]:
    """Where the words stand around the text, on any page."""
    for number, lines in enumerate(piece.around):
        for line in lines:
            if Letters(line.text).find(words):
                yield _in_line(piece.laid[0], line, piece.first + number + 1)


# --- what is on the page and not found in the body --------------------------------------------------


def _elsewhere(piece: Piece, number: int, page: str, words: str, found: Sequence[Place]) -> Iterator[Place]:
    here = piece.first + number + 1
    on_page = Letters(page).find(words)
    lines = [place for place in in_lines(piece, words) if here in place.pages]
    yield from lines
    told = sum(here in place.pages for place in found) + len(lines)
    if on_page and not told:
        context = context_of(page, *on_page[0])
        yield (
            _in_table_head(piece, words, here)
            or _set_apart(piece, words, number)
            or _unknown(piece, number, context, words)
        )


def _in_line(laid: Laid, line: Around, page: int) -> Place:
    """Words of a cover, header or footer; what of them the source says, leads there."""
    source = laid.state.source
    status = {Letters(words).letters for words in (laid.document.watermark or "", laid.document.status)}
    is_status = Letters(line.text).letters in status
    span = key_at(source, "status") if is_status else head_value(line.text, source)
    spot = Spot(words=line.text.strip(), kind=Kind.LABEL, defined=original_of(span) if span else None)
    return Place(pages=(page,), context=line.text.strip(), spots=(spot,), state=laid.state, part=line.part)


def _in_table_head(piece: Piece, words: str, page: int) -> Place | None:
    """The head of a table, which stands in the source once and is repeated on each page of the table."""
    for laid in piece.laid:
        for start, end in laid.printed.find(words):
            passages = laid.printed.within(start, end)
            if passages and all(one.head for one in passages):
                place = _place(laid, piece, start, end, (page - piece.first - 1,))
                return replace(place, note="repeated")
    return None


def _set_apart(piece: Piece, words: str, number: int) -> Place | None:
    """Words that stand together on the page and not in the source, as where a table is read across."""
    from rapidfuzz import fuzz

    wanted = Letters(words[:LONGEST]).letters
    for laid in piece.laid:
        whole = Letters(laid.printed.text)
        match = fuzz.partial_ratio_alignment(wanted, whole.letters, score_cutoff=_ALIKE)
        if match and match.dest_end > match.dest_start:
            start, end = whole.places[match.dest_start], whole.places[match.dest_end - 1] + 1
            if number in laid.layout.pages_of(start, end):
                return _place(laid, piece, start, end, (number,))
    return None


def _unknown(piece: Piece, number: int, context: str, words: str) -> Place:
    """Words of somebody else's file, of the stamp, or such as a signature brings along."""
    page = piece.first + number + 1
    if not piece.laid:
        name, span = piece.named or (piece.label, None)
        return Place(pages=(page,), context=context, others=OthersFile(name=name, page=number + 1, span=span))
    stamp = [line for line in piece.pages[number].splitlines()[-3:] if Letters(line).find(words)]
    if piece.label and stamp:
        return Place(pages=(page,), context=stamp[0].strip(), part=Part.STAMP)
    return Place(pages=(page,), context=context, note="unknown", state=piece.laid[0].state)
