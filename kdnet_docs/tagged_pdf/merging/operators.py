"""The operators of a content stream and where they stand (ISO 32000-1, 7.8.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.tagged_pdf.reading.content import IMAGE_END, IN_STRING, TOKEN


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator, where its first operand begins, and where it ends."""

    name: bytes
    start: int
    end: int


def operators(data: bytes) -> Iterator[Operator]:
    """The operators in their order; the data of an inline image belong to its EI."""
    at, start = 0, 0
    while token := TOKEN.match(data, at):
        at = token.end()
        if token.lastgroup == "string":
            at = _string_end(data, at)
        elif token.lastgroup == "operator":
            name = token[0]
            if name == b"ID":
                end = IMAGE_END.search(data, at)
                name, at = b"EI", end.end() if end else len(data)
            yield Operator(name, start, at)
            start = at


def _string_end(data: bytes, at: int) -> int:
    """Where a string ends that has brackets in it and begins before `at`."""
    depth = 1
    while depth and (found := IN_STRING.search(data, at)):
        at = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
    return at if depth == 0 else len(data)
