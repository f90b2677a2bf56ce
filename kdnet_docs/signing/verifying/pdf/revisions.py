"""The revisions of a signed file: each is the file up to where a signature's cover ends, read by itself."""

from dataclasses import dataclass, field
from functools import cached_property

from pypdf.errors import LimitReachedError, PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from kdnet_docs.signing.verifying.pdf.fields import SignatureField, signature_fields
from kdnet_docs.tagged_pdf.reading.pages import Page, pages
from kdnet_docs.tagged_pdf.reading.reader import Reader

MOST_REVISIONS = 100
MOST_VALUES = 4_000_000
DEEPEST = 100


@dataclass(frozen=True, kw_only=True)
class Revision:
    """The first `end` bytes of a file, as a file."""

    end: int
    reader: Reader = field(repr=False)

    @cached_property
    def fields(self) -> tuple[SignatureField, ...]:
        """Its signature fields."""
        return signature_fields(self.reader)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Its pages in order."""
        return tuple(pages(self.reader))

    @cached_property
    def reachable(self) -> frozenset[int]:
        """The numbers of the objects that it consists of."""
        return frozenset(reached(self.reader.trailer.get("/Root"), self.reader.trailer.get("/Info")))


def revision(file: bytes, end: int) -> Revision:
    """The file up to `end`, read by itself."""
    return Revision(end=end, reader=Reader(file[:end]))


def reached(
    *start: object, without: frozenset[str] = frozenset(), known: frozenset[int] = frozenset()
) -> set[int]:
    """The numbers of the objects that values lead to, but for those that are `known`, and not by some keys.

    Raises `LimitReachedError` for values without end.
    """
    found: set[int] = set()
    to_visit = [(one, 0) for one in start]
    left = MOST_VALUES
    while to_visit:
        value, depth = to_visit.pop()
        left -= 1
        if left < 0:
            raise LimitReachedError(f"more than {MOST_VALUES} values")
        if depth > DEEPEST:
            raise PdfReadError("arrays in arrays without end")
        if isinstance(value, IndirectObject):
            if value.idnum not in found and value.idnum not in known:
                found.add(value.idnum)
                to_visit.append((value.get_object(), 0))
        elif isinstance(value, DictionaryObject):
            to_visit += [(value.raw_get(key), depth + 1) for key in value if key not in without]
        elif isinstance(value, ArrayObject):
            to_visit += [(one, depth + 1) for one in list.__iter__(value)]
    return found
