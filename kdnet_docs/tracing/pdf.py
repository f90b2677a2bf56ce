"""Where words on the pages of a PDF come from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.base.spans import Span
from kdnet_docs.tracing.found import OthersFile, Place, context_of
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.made_of import Laid, Piece, stamp
from kdnet_docs.tracing.places import Spot, head_value, spots, value_at
from kdnet_docs.tracing.printed import Kind
from kdnet_docs.tracing.states import State
from kdnet_docs.tracing.surroundings import Around, Part

_ALIKE = 80.0
"""How much alike, in per cent, words on a page and in a source are that a table or a break set apart."""


def places_in(pieces: Iterable[Piece], words: str) -> Iterator[Place]:
    """Every place where the words stand, in the order of the pages."""
    for piece in pieces:
        by_page: defaultdict[int, list[Place]] = defaultdict(list)
        for place in in_document(piece, words):
            by_page[place.pages[0]].append(place)
        for place in in_lines(piece, words):
            by_page[place.pages[0]].append(place)
        told = {page for places in by_page.values() for place in places for page in place.pages}
        for number, page in enumerate(piece.pages, start=piece.first + 1):
            yield from by_page[number]
            if number not in told and (found := page.find(words)):
                yield _otherwise(piece, number, words, context_of(page.text, *found[0]))


def in_document(piece: Piece, words: str) -> Iterator[Place]:
    """Where the words stand in the body of a document."""
    laid = piece.laid
    if laid is None:
        return
    for start, end in laid.state.printed.find(words):
        pages = laid.layout.pages_of(start, end)
        if len(pages) > 1:  # a page break goes through the words, or their neighbours stand on two pages
            pages = tuple(page for page in pages if piece.pages[page].find(words)) or pages
        yield _place(laid, start, end, tuple(piece.first + page + 1 for page in pages))


def _place(laid: Laid, start: int, end: int, pages: tuple[int, ...]) -> Place:
    printed = laid.state.printed
    passages = printed.within(start, end)
    own = next((one for one in passages if one.kind is not Kind.NUMBER), passages[0])
    return Place(
        pages=pages,
        context=context_of(printed.text, start, end),
        spots=spots(printed, start, end, laid.state.top),
        heading=printed.headings.get(own.under, ""),
        state=laid.state,
        block=own.block,
    )


def in_lines(piece: Piece, words: str) -> Iterator[Place]:
    """Where the words stand around the text, on any page."""
    laid = piece.laid
    if laid is None:
        return
    for number, lines in enumerate(laid.around, start=piece.first + 1):
        yield from (
            _in_line(laid.state, line, words, number) for line in lines if Letters(line.text).find(words)
        )


def _in_line(state: State, line: Around, words: str, page: int) -> Place:
    """Words of a cover, header or footer; what of them the source says, leads there."""
    text = " ".join(line.text.split())
    spot = Spot(words=text, kind=Kind.LABEL)
    values = [replace(spot, defined=original_of(span)) for span in _values(state, line, words)]
    return Place(pages=(page,), context=text, spots=tuple(values or [spot]), state=state, part=line.part)


def _values(state: State, line: Around, words: str) -> Iterator[Span]:
    """Where the source has what such a line says, on the side of its tab that the words are on."""
    if state.top is None:
        return
    status = {Letters(one).letters for each in state.documents for one in (each.watermark or "", each.status)}
    if Letters(line.text).letters in status:
        has_day = any(map(str.isdigit, line.text))
        found = [value_at(state.top, key) for key in ("status", *(("adopted",) if has_day else ()))]
    else:
        beside = (one for one in line.text.split("\t") if Letters(one).find(words))
        found = [head_value(next(beside, line.text), state.top)]
    yield from filter(None, found)


# --- what is on the page and not found in the body --------------------------------------------------


def _otherwise(piece: Piece, page: int, words: str, context: str) -> Place:
    """Words that are on a page and do not stand so in a document."""
    if piece.laid is None:
        name, span = piece.file or (piece.label, None)
        file = OthersFile(name=name, page=page - piece.first, span=span)
        return Place(pages=(page,), context=context, others=file)
    return (
        _in_table_head(piece.laid, page, words)
        or _set_apart(piece.laid, page, page - piece.first - 1, words)
        or _stamped(piece, page, words)
        or _signed(piece, page, words)
        or Place(pages=(page,), context=context, note="unknown", state=piece.laid.state)
    )


def _in_table_head(laid: Laid, page: int, words: str) -> Place | None:
    """The head of a table, which stands in the source once and is repeated on each page of the table."""
    printed = laid.state.printed
    for start, end in printed.find(words):
        if all(one.head for one in printed.within(start, end)):
            return replace(_place(laid, start, end, (page,)), note="repeated")
    return None


def _set_apart(laid: Laid, page: int, number: int, words: str) -> Place | None:
    """Words that stand together on the page and not in the source, as where a table is read across."""
    found = laid.state.printed.letters.nearest(words, _ALIKE)
    if found is None:
        return None
    _, start, end = found
    return _place(laid, start, end, (page,)) if number in laid.layout.pages_of(start, end) else None


def _stamped(piece: Piece, page: int, words: str) -> Place | None:
    """What the build puts on each page of a bilag."""
    line = stamp(piece.pages[page - piece.first - 1].text)
    is_there = line is not None and Letters(line[0]).find(words)
    return Place(pages=(page,), context=line[0], part=Part.STAMP) if line and is_there else None


def _signed(piece: Piece, page: int, words: str) -> Place | None:
    """What a signature shows in its field."""
    for one in piece.on_top[page - piece.first - 1]:
        if one.field and (found := Letters(one.text).find(words)):
            context = context_of(one.text, *found[0])
            return Place(pages=(page,), context=context, note="signature", field=one.field)
    return None
