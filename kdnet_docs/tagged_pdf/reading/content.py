"""What a page draws: whether there is text, whether there are pictures, and whether all of it is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.reading.pages import Page
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.reading.walk import items, name, under

TOKEN = re.compile(
    rb"(?P<passed>[\s\d+\-.\[\]]++|%[^\r\n]*+|<[0-9A-Fa-f\s]*+>|<<|>>|\((?:\\.|[^()\\])*+\))"
    rb"|(?P<string>\()"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*+)"
    rb"|(?P<operator>[^\s()<>\[\]{}/%]++)"
    rb"|(?P<other>.)",
    re.DOTALL,
)
IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)
IMAGE_END = re.compile(rb"\sEI(?=\s|$)")
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
            if name(form, "/Subtype") != "/Form" or not isinstance(form, StreamObject):
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
    for operator, operands, last_name in _operators(drawing.data):
        marked = drawing.marked or any(marks)
        if operator in {b"BMC", b"BDC"}:
            marks.append(_is_mark(operands, last_name, drawing, result))
        elif operator == b"EMC":
            marks[-1:] = []
        elif operator == b"Do":
            yield last_name.decode("latin-1"), marked
        elif operator in PAINTS:
            result.text |= operator in SHOWS_TEXT
            result.picture |= operator == b"EI"
            result.loose |= not marked


def _is_mark(operands: bytes, last_name: bytes, drawing: _Drawing, result: Drawn) -> bool:
    """Whether a mark makes what is in it decoration, or gives it a number for the tags to name."""
    if operands.lstrip().startswith(b"/Artifact"):
        return True
    number = MARK.search(operands)
    listed = under(under(drawing.resources, "/Properties"), last_name.decode("latin-1")).get("/MCID")
    mcid = int(number[1]) if number else listed
    if not isinstance(mcid, int):
        return False
    if drawing.own:
        result.marks.add(int(mcid))
    return True


def _operators(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each operator, its operands, and the last name among these."""
    at, after, last_name = 0, 0, b""
    while token := TOKEN.match(data, at):
        at = token.end()
        match token.lastgroup:
            case "string":
                at = _string_end(data, at)
            case "name":
                last_name = token[0]
            case "operator" if token[0] == b"ID":
                end = IMAGE_END.search(data, at)
                at = end.end() if end else len(data)
                yield b"EI", b"", b""
                after = at
            case "operator":
                yield token[0], data[after : token.start()], last_name
                after, last_name = at, b""
            case _:
                pass


def _string_end(data: bytes, at: int) -> int:
    """Where a string ends that has brackets in it and begins before `at`."""
    depth = 1
    while depth and (found := IN_STRING.search(data, at)):
        at = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
    return at if depth == 0 else len(data)
