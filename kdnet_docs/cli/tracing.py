"""Places that were traced, on the screen or as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import click

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page, places
from kdnet_docs.cli.findings.printable import Line, printable, safe
from kdnet_docs.tracing.found import Place, Traced
from kdnet_docs.tracing.places import Spot
from kdnet_docs.tracing.printed import Kind
from kdnet_docs.tracing.surroundings import Part

_SHORT = 9
_MOST = 20
"""Places that a person looks through; JSON has all."""
_PARTS = {
    Part.COVER: msg("on the cover, whose words come from the template"),
    Part.HEADER: msg("in the header, which comes from the template"),
    Part.FOOTER: msg("in the footer, which comes from the template"),
    Part.WATERMARK: msg("the watermark, which follows from the status"),
    Part.STAMP: msg("what the build stamps on each page of a bilag"),
}
_NOTES = {
    "repeated": msg("the head of a table, repeated from the page before"),
    "written-in": msg("not in the source: written into the file, near the line below"),
    "unknown": msg("not in the source: put on the page when it was made, or later"),
}
_KINDS = {
    Kind.NUMBER: msg("a number that the engine counts"),
    Kind.CONTENTS: msg("an entry of the table of contents, made from the heading"),
    Kind.LABEL: msg("a word that the engine writes"),
}


def render(traced: Traced, page: Page) -> str:
    """Each place with its line of the source."""
    blocks = ["\n".join(_lines(place, traced, page)) for place in traced.places[:_MOST]]
    if (more := len(traced.places) - _MOST) > 0:
        text = msg("And {count} more: name the page, or more of the words.", count=more)
        blocks.append(page.text(text))
    if traced.elsewhere:
        pages = _numbers(traced.elsewhere)
        blocks.append(page.text(msg("Also on page {pages}.", pages=pages)))
    return "\n\n".join(blocks)


def _lines(place: Place, traced: Traced, page: Page) -> Iterator[str]:
    head = f"{page.text(_where(place, traced))}: {printable(place.context)}"
    yield click.style(head, bold=True) if page.colour else head
    yield from (f"  {printable(page.text(each))}" for each in _told(place))
    shown: set[Span] = set()
    for spot in place.spots:
        yield from _spot(spot, place, page, shown)
    for span in filter(None, (place.near, place.others.span if place.others else None)):
        yield from _snippet(span, place, page)


def _where(place: Place, traced: Traced) -> Message:
    numbers = _numbers(place.pages)
    if traced.approximate:
        return msg("page {pages} of the file as it was made", pages=numbers)
    return msg("page {pages}", pages=numbers) if numbers.isdigit() else msg("pages {pages}", pages=numbers)


def _told(place: Place) -> Iterator[Message]:
    """What is to be said of a place before its lines."""
    if place.heading:
        yield msg('under "{heading}"', heading=place.heading)
    if place.part:
        yield _PARTS[place.part]
    if place.field:
        yield msg('not in the source: the signature in "{field}" shows it', field=place.field)
    elif place.note:
        yield _NOTES[place.note]
    if place.others:
        yield _of_others(place)
    if place.state and place.state.is_here and place.state.commit is None:
        yield msg("made from a source that is not committed so")


def _of_others(place: Place) -> Message:
    others = place.others
    if others is None or not others.name:
        return msg("in a file that somebody else made")
    return msg("page {page} of {name}, which somebody else made", page=others.page, name=others.name)


def _spot(spot: Spot, place: Place, page: Page, shown: set[Span]) -> Iterator[str]:
    if message := _KINDS.get(spot.kind):
        if not place.part:
            yield f"  {page.text(message)}"
    elif spot.kind is Kind.PARAMETER:
        words = msg('"{words}" stands for {{{{ {name} }}}}', words=spot.words, name=spot.expression)
        yield f"  {printable(page.text(words))}"
    for span, message in ((spot.span, None), (spot.defined, msg("the value stands here"))):
        if span is not None and span not in shown:
            shown.add(span)
            yield from _snippet(span, place, page, message)


def _snippet(span: Span, place: Place, page: Page, message: Message | None = None) -> Iterator[str]:
    """The line as findings show it, with the words marked on each line that they go over."""
    begin, end = places(span)
    last = max(end[0] if end[1] > 1 else end[0] - 1, begin[0])
    margin = len(str(last))
    yield f"{' ' * margin}{_styled('-->', page)} {_place_of(span, place, page)}"
    yield _styled(f"{'':>{margin}} |", page)
    for number in range(begin[0], min(last, begin[0] + 2) + 1):
        text = span.source.line_text(number)
        first = begin[1] - 1 if number == begin[0] else len(text) - len(text.lstrip())
        upto = min(end[1] - 1 if number == end[0] else len(text.rstrip()), len(text.rstrip()))
        line = Line(text, page.width - margin - 3, keep=first)
        before, length = line.under(first, max(upto, first))
        yield f"{_styled(f'{number:>{margin}} |', page)} {line.text}"
        pointer = f"{'^' * length}{f' {page.text(message)}' if message and number == begin[0] else ''}"
        yield f"{_styled(f'{chr(32):>{margin}} |', page)} {' ' * before}{_styled(pointer, page, 'green')}"
    if last > begin[0] + 2:
        yield _styled("...", page)


def _place_of(span: Span, place: Place, page: Page) -> str:
    """FILE:LINE:COLUMN@COMMIT; of a source that is nowhere but in the file, its name there."""
    state = place.state
    name = page.file(span) if state and state.is_here else span.source.name
    commit = f"@{state.commit[:_SHORT]}" if state and state.commit else ""
    return f"{safe(name)}:{span.line}:{span.column}{commit}"


def _styled(text: str, page: Page, colour: str = "blue") -> str:
    return click.style(text, fg=colour) if page.colour else text


def _numbers(pages: tuple[int, ...]) -> str:
    """Page numbers, with those that follow one another as a stretch: "3-15, 17"."""
    runs: list[list[int]] = []
    for number in pages:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


# --- as JSON ------------------------------------------------------------------------------------------


def as_data(traced: Traced | Refused, page: Page) -> str:
    """The places as JSON; why there is none, in the words of the finding."""
    if isinstance(traced, Refused):
        data: dict[str, Any] = {
            "places": [],
            "findings": [_finding(one.code.value, one.message, one.hint, page) for one in traced.diagnostics],
        }
    else:
        data = {
            "places": [_place(place) for place in traced.places],
            "elsewhere": list(traced.elsewhere),
            "approximate": traced.approximate,
            "findings": [_finding(one.code.value, one.message, one.hint, page) for one in traced.findings],
        }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _finding(code: str, message: Message, hint: Message | None, page: Page) -> dict[str, Any]:
    return {"code": code, "message": page.text(message), "hint": page.text(hint) if hint else None}


def _place(place: Place) -> dict[str, Any]:
    return {
        "pages": list(place.pages),
        "context": place.context,
        "heading": place.heading,
        "part": place.part.name.lower() if place.part else None,
        "note": place.note or None,
        "field": place.field or None,
        "commit": place.state.commit if place.state else None,
        "sources": [_source(spot) for spot in place.spots],
        "near": _at(place.near),
        "file": {"name": place.others.name, "page": place.others.page} if place.others else None,
    }


def _source(spot: Spot) -> dict[str, Any]:
    return {
        "words": spot.words,
        "kind": spot.kind.name.lower(),
        "at": _at(spot.span),
        "parameter": spot.expression or None,
        "defined": _at(spot.defined),
    }


def _at(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    begin, end = places(span)
    return {
        "file": span.source.name,
        "line": begin[0],
        "column": begin[1],
        "end_line": end[0],
        "end_column": end[1],
    }
