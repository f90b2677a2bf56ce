"""What a PDF holds besides the words on its pages: notes, actions, layers, hidden text, names and paths."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto, unique

from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import items, name_in, octets, resolved, text_in, under, value_in
from kdnet_docs.tagged_pdf.reading.active import active, whole
from kdnet_docs.tagged_pdf.reading.attached_files import named
from kdnet_docs.tagged_pdf.reading.content import SHOWS_TEXT
from kdnet_docs.tagged_pdf.reading.guarded import guarded
from kdnet_docs.tagged_pdf.reading.operators import operators
from kdnet_docs.tagged_pdf.reading.pages import Page, pages
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.reading.walk import dictionaries
from kdnet_docs.tagged_pdf.reading.xmp import claims, xmp
from kdnet_docs.tagged_pdf.verdicts import Unusable

_PEOPLE = re.compile(
    r"<(dc:creator|dc:contributor|pdf:Author|photoshop:AuthorsPosition|xmpRights:Owner)\b[^>]*>(.*?)</\1>",
    re.DOTALL,
)
_TAGS = re.compile(r"<[^>]*>")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_UNSEEN = frozenset({b"3", b"7"})  # modes of drawing text (ISO 32000-1, table 106)
_WHITE = {b"g": [1.0], b"rg": [1.0] * 3, b"k": [0.0] * 4}
_LONGEST = 100


@unique
class Kind(Enum):
    """What is left in a file."""

    ANNOTATION = auto()
    """Something on a page other than a link or a field for a signature."""
    ACTION = auto()
    """Something that is done by itself, or by a link that is not to an address of the web or a place here."""
    LAYER = auto()
    HIDDEN = auto()
    """Text that is drawn without ink, or in white."""
    NAME = auto()
    """Of somebody who wrote the file."""
    PATH = auto()
    """Of a file on the machine where it was made."""
    CLAIM = auto()
    """That it does not say that it follows PDF/A-3a and PDF/UA-1."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """One such thing: what it is, and its page counted from 1 where it has one."""

    kind: Kind
    what: str
    page: int | None = None


def leftovers(
    pdf: bytes, path: re.Pattern[str], *, white_is_seen: bool = False
) -> tuple[Leftover, ...] | Unusable:
    """All that is left in a file, or why it cannot be read.

    `path` is how the path of a file looks. White text counts unless it `white_is_seen`.
    """

    def look(reader: Reader) -> tuple[Leftover, ...]:
        return tuple(dict.fromkeys(_all(reader, path, white_is_seen=white_is_seen)))

    return guarded(pdf, look)


def _all(reader: Reader, path: re.Pattern[str], *, white_is_seen: bool) -> Iterator[Leftover]:
    root = reader.root_object
    if found := whole(reader):
        yield Leftover(Kind.ACTION, found.detail or found.reason.name)
    if "/OCProperties" in root:
        yield Leftover(Kind.LAYER, "/OCProperties")
    yield from _said(reader, path)
    for number, page in enumerate(pages(reader), start=1):
        for annotation in items(page.dictionary, "/Annots"):
            yield from _of_annotation(resolved(annotation), number)
        for stream in _streams(page):
            yield from _hidden(reader.content(stream), number, white_is_seen=white_is_seen)
    for one in dictionaries(reader):
        yield from _of_dictionary(reader, one, path, white_is_seen=white_is_seen)


def _said(reader: Reader, path: re.Pattern[str]) -> Iterator[Leftover]:
    """What the file says of itself, in both the places that there are for that."""
    info, packet = under(reader.trailer, "/Info"), xmp(reader.root_object)
    if author := text_in(info, "/Author"):
        yield Leftover(Kind.NAME, author)
    for _, inside in _PEOPLE.findall(packet):
        if name := " ".join(_TAGS.sub(" ", inside).split()):
            yield Leftover(Kind.NAME, name)
    for words in (*(text_in(info, key) or "" for key in info), *_TAGS.split(packet)):
        if path.search(words):
            yield Leftover(Kind.PATH, words.strip()[:_LONGEST])
    stated = claims(reader.root_object)
    if stated.pdf_a != "3a" or not stated.pdf_ua:
        yield Leftover(Kind.CLAIM, f"PDF/A-{stated.pdf_a}, PDF/UA {stated.pdf_ua}")


def _of_annotation(one: object, page: int) -> Iterator[Leftover]:
    kind = name_in(one, "/Subtype")
    is_signature = "/Sig" in {name_in(one, "/FT"), name_in(under(one, "/Parent"), "/FT")}
    if kind != "/Link" and not (kind == "/Widget" and is_signature):
        yield Leftover(Kind.ANNOTATION, kind or "/Annot", page)


def _of_dictionary(
    reader: Reader, one: DictionaryObject, path: re.Pattern[str], *, white_is_seen: bool
) -> Iterator[Leftover]:
    action = name_in(one, "/S")
    if found := active(one):
        yield Leftover(Kind.ACTION, found.detail or found.reason.name)
    elif "/AA" in one or value_in(one, "/OpenAction") is not None:
        yield Leftover(Kind.ACTION, "/AA" if "/AA" in one else "/OpenAction")
    elif action == "/URI" and not _WEB.match((octets(value_in(one, "/URI")) or b"").decode("latin-1")):
        yield Leftover(Kind.ACTION, (octets(value_in(one, "/URI")) or b"").decode("latin-1")[:_LONGEST])
    elif name_in(one, "/Type") == "/Action" and action not in {"/URI", "/GoTo"}:
        yield Leftover(Kind.ACTION, action or "/Action")
    if name_in(one, "/Type") in {"/OCG", "/OCMD"}:
        yield Leftover(Kind.LAYER, text_in(one, "/Name") or "/OCG")
    for name in named(one) if name_in(one, "/Type") == "/Filespec" else ():
        if path.search(name):
            yield Leftover(Kind.PATH, name[:_LONGEST])
    if isinstance(one, StreamObject) and name_in(one, "/Subtype") == "/Form":
        yield from _hidden(reader.content(one), None, white_is_seen=white_is_seen)


def _streams(page: Page) -> Iterator[StreamObject]:
    contents = page.get("/Contents")
    for stream in (contents, *map(resolved, items(page.dictionary, "/Contents"))):
        if isinstance(stream, StreamObject):
            yield stream


def _hidden(content: bytes, page: int | None, *, white_is_seen: bool) -> Iterator[Leftover]:
    """Text that is drawn in a mode that leaves no ink, or in white."""
    unseen, white = False, False
    outer: list[tuple[bool, bool]] = []
    for operator in operators(content):
        match operator.name:
            case b"q":
                outer.append((unseen, white))
            case b"Q" if outer:
                unseen, white = outer.pop()
            case b"Tr":
                unseen = operator.operands.strip() in _UNSEEN
            case b"g" | b"rg" | b"k" | b"sc" | b"scn":
                white = _is_white(operator.name, operator.operands)
            case name if name in SHOWS_TEXT and unseen:
                yield Leftover(Kind.HIDDEN, "Tr", page)
            case name if name in SHOWS_TEXT and white and not white_is_seen:
                yield Leftover(Kind.HIDDEN, "white", page)
            case _:
                pass


def _is_white(name: bytes, operands: bytes) -> bool:
    """Of colours in a space of the file's own, those of one part or three are taken for light."""
    try:
        values = [float(one) for one in operands.split()]
    except ValueError:
        return False
    return values == _WHITE[name] if name in _WHITE else values in ([1.0], [1.0] * 3)
