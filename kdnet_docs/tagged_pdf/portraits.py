"""What a PDF shows and tells, as digests: two files with the same ones look and read alike.

Where objects stand in the file, how their streams are packed, and what is in the signature fields does not
count; everything else that a page is drawn with does, down to the outlines in its fonts.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import as_dictionary, items, name_in, octets, under, value_in
from kdnet_docs.tagged_pdf.reading.guarded import guarded
from kdnet_docs.tagged_pdf.reading.pages import Page, pages
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.verdicts import Unusable

MAX_VALUES = 8_000_000
"""The values that are looked at; 2,000 pages of tagged tables have some 3,000,000."""

_OF_THE_PAGE_TREE = ("/Annots", "/Parent")
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
_OF_SIGNING = frozenset({"/Type", "/Version", "/Extensions", "/Metadata", "/AcroForm", "/DSS", "/Perms"})
_TOLD = frozenset({"/Pages", "/StructTreeRoot", "/Outlines", "/Names", "/AF"})
"""Of the catalogue, what signing brings and changes, and what is told of by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """The digests of a PDF.

    They are of what is drawn on each page and its size, of the links and notes on each, of the tags with
    their alternative texts, of the bookmarks, of the files in it, and of everything else that readers obey.
    `maker` is the program that the file says it was made by.
    """

    pages: tuple[str, ...]
    links: tuple[str, ...]
    tags: str
    bookmarks: str
    files: str
    settings: str
    maker: str


def portrait(pdf: bytes) -> Portrait | Unusable:
    """The portrait of anybody's PDF, or why it cannot be read."""
    return guarded(pdf, _portrait)


def _portrait(reader: Reader) -> Portrait:
    root = reader.root_object
    every = tuple(pages(reader))
    known = {_key(page.reference): f"page {number}" for number, page in enumerate(every)}
    known |= dict(_signature_fields(every))
    digest = _Digest(reader, known)
    names = under(root, "/Names")
    return Portrait(
        pages=tuple(digest.of(_drawn(page)) for page in every),
        links=tuple(digest.of(_annotations(page)) for page in every),
        tags=digest.of([_raw(root, "/StructTreeRoot")]),
        bookmarks=digest.of([_raw(root, "/Outlines")]),
        files=digest.of([_raw(names, "/EmbeddedFiles"), _raw(root, "/AF")]),
        settings=digest.of(
            [
                *(
                    part
                    for key in sorted(root)
                    if key not in _OF_SIGNING | _TOLD
                    for part in (key, root.raw_get(key))
                ),
                *(
                    part
                    for key in sorted(names)
                    if key != "/EmbeddedFiles"
                    for part in (key, _raw(names, key))
                ),
            ]
        ),
        maker=str(value_in(as_dictionary(reader.trailer.get("/Info")), "/Creator") or ""),
    )


def _drawn(page: Page) -> list[object]:
    whole = page.complete()
    keys = sorted(key for key in whole if key not in _OF_THE_PAGE_TREE)
    return [part for key in keys for part in (key, whole.raw_get(key))]


def _annotations(page: Page) -> list[object]:
    return [one for one in items(page.dictionary, "/Annots") if not _is_signature_field(as_dictionary(one))]


def _signature_fields(every: Iterable[Page]) -> Iterator[tuple[tuple[int, int], str]]:
    for page in every:
        for one in items(page.dictionary, "/Annots"):
            field = as_dictionary(one)
            if isinstance(one, IndirectObject) and _is_signature_field(field):
                yield _key(one), f"field {octets(value_in(field, '/T'))!r}"


def _is_signature_field(annotation: DictionaryObject) -> bool:
    kinds = (name_in(annotation, "/FT"), name_in(under(annotation, "/Parent"), "/FT"))
    return name_in(annotation, "/Subtype") == "/Widget" and "/Sig" in kinds


def _raw(holder: DictionaryObject, key: str) -> object:
    return holder.raw_get(key) if key in holder else None


def _key(reference: IndirectObject) -> tuple[int, int]:
    return reference.idnum, reference.generation


class _Digest:
    """Digests values with all that they lead to, each object once, by the order in which it is met."""

    def __init__(self, reader: Reader, known: Mapping[tuple[int, int], str]) -> None:
        self._reader = reader
        self._known = known
        self._left = MAX_VALUES
        self._packed: dict[int, bytes] = {}

    def of(self, values: list[object]) -> str:
        """The digest of values in a row."""
        digest = sha256()
        met: dict[tuple[int, int], int] = {}
        to_read: deque[object] = deque(values)
        while to_read:
            for token in self._tokens(to_read.popleft(), met, to_read):
                digest.update(token)
                digest.update(b"\0")
        return digest.hexdigest()

    def _tokens(
        self, value: object, met: dict[tuple[int, int], int], to_read: deque[object]
    ) -> Iterator[bytes]:
        """A value as it is written, with the objects that it leads to by number; these are read later."""
        inner = [value]
        while inner:
            one = inner.pop()
            self._left -= 1
            if self._left < 0:
                raise LimitReachedError(f"more than {MAX_VALUES} values")
            match one:
                case IndirectObject():
                    key = _key(one)
                    if key in self._known:
                        yield self._known[key].encode()
                        continue
                    if key not in met:
                        met[key] = len(met)
                        to_read.append(one.get_object())
                    yield b"%d R" % met[key]
                case StreamObject():
                    yield b"stream " + self._unpacked(one)
                    inner += [part for key in sorted(one, reverse=True) if key not in _PACKING
                              for part in (one.raw_get(key), key)]  # fmt: skip
                case DictionaryObject():
                    yield b"<<%d" % len(one)
                    inner += [part for key in sorted(one, reverse=True) for part in (one.raw_get(key), key)]
                case ArrayObject():
                    yield b"[%d" % len(one)
                    inner += reversed(list(list.__iter__(one)))
                case _:
                    yield _written(one)

    def _unpacked(self, stream: StreamObject) -> bytes:
        """The digest of what is in a stream, which pages share."""
        found = self._packed.get(id(stream))
        if found is None:
            found = self._packed[id(stream)] = sha256(self._reader.content(stream)).digest()
        return found


def _written(value: object) -> bytes:
    if (string := octets(value)) is not None:
        return b"(%d)" % len(string) + string
    if isinstance(value, NameObject):
        return b"/" + str(value).encode("latin-1", "replace")
    return repr(value).encode("utf-8", "surrogatepass")
