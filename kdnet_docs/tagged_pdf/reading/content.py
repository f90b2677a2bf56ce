"""What a page draws: whether there is text, whether there are pictures, and whether all of it is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import items, name_in, under
from kdnet_docs.tagged_pdf.reading.operators import Operator, operators
from kdnet_docs.tagged_pdf.reading.pages import Page
from kdnet_docs.tagged_pdf.reading.reader import Reader

MARK = re.compile(rb"/MCID\s+(\d{1,9})")

SHOWS_TEXT = frozenset({b"Tj", b"TJ", b"'", b'"'})
PAINTS = SHOWS_TEXT | {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"EI"}


@dataclass(slots=True, kw_only=True)
class Drawn:
    """What a page draws, with the forms that it draws with."""

    text: bool = False
    picture: bool = False
    loose: bool = False
    """Whether something is drawn that is neither tagged nor marked as decoration."""
    marks: set[int] = field(default_factory=set)
    """The numbers by which the tags name the page's own content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """A stream that draws, what it draws with, and whether it stands inside a mark."""

    data: bytes
    resources: DictionaryObject
    marked: bool
    own: bool
    """Whether it is the page's own content, and not a form's."""


def drawn(reader: Reader, page: Page) -> Drawn:
    """What a page draws. A form is looked at once marked, once not, however often it is drawn."""
    result = Drawn()
    first = _Drawing(
        data=b"\n".join(reader.content(stream) for stream in _streams(page)),
        resources=page.resources,
        marked=False,
        own=True,
    )
    to_read, seen = [first], set[tuple[int, bool]]()
    while to_read:
        drawing = to_read.pop()
        for used, marked in _uses(drawing, result):
            form = under(under(drawing.resources, "/XObject"), used)
            if name_in(form, "/Subtype") != "/Form" or not isinstance(form, StreamObject):
                result.picture = True
                result.loose |= not marked
            elif (id(form), marked) not in seen:
                seen.add((id(form), marked))
                inner = under(form, "/Resources") or drawing.resources
                to_read.append(_Drawing(data=reader.content(form), resources=inner, marked=marked, own=False))
    return result


def _streams(page: Page) -> Iterator[StreamObject]:
    content = page.get("/Contents")
    if isinstance(content, StreamObject):
        yield content
    for one in items(page.dictionary, "/Contents"):
        stream = one.get_object() if isinstance(one, IndirectObject) else one
        if isinstance(stream, StreamObject):
            yield stream


def _uses(drawing: _Drawing, result: Drawn) -> Iterator[tuple[str, bool]]:
    """The names of what is drawn from the resources, each with whether it is marked; notes the rest."""
    marks: list[bool] = []
    for operator in operators(drawing.data):
        marked = drawing.marked or any(marks)
        if operator.name in {b"BMC", b"BDC"}:
            marks.append(_is_mark(operator, drawing, result))
        elif operator.name == b"EMC":
            marks[-1:] = []
        elif operator.name == b"Do":
            yield operator.resource, marked
        elif operator.name in PAINTS:
            result.text |= operator.name in SHOWS_TEXT
            result.picture |= operator.name == b"EI"
            result.loose |= not marked


def _is_mark(operator: Operator, drawing: _Drawing, result: Drawn) -> bool:
    """Whether a mark makes what is in it decoration, or gives it a number for the tags to name."""
    if operator.operands.lstrip().startswith(b"/Artifact"):
        return True
    number = MARK.search(operator.operands)
    listed = under(under(drawing.resources, "/Properties"), operator.resource).get("/MCID")
    mcid = int(number[1]) if number else listed
    if not isinstance(mcid, int):
        return False
    if drawing.own:
        result.marks.add(int(mcid))
    return True
