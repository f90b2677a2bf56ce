"""The operators of a content stream and where they stand (ISO 32000-1, 7.8.2)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pypdf.generic import NameObject

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


class Operator(NamedTuple):  # made by the million, and so no dataclass
    """An operator, with what it is applied to."""

    name: bytes
    operands: bytes
    resource: str
    """The last name among its operands, as `/F1`; nothing where there is none."""
    start: int
    """Where its operands begin."""
    end: int


def operators(data: bytes) -> Iterator[Operator]:
    """The operators in their order; the data of an inline image belong to its EI."""
    at, start, last_name = 0, 0, b""
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
                yield Operator(b"EI", b"", "", start, at)
                start, last_name = at, b""
            case "operator":
                yield Operator(
                    token[0], data[start : token.start()], called(last_name) if last_name else "", start, at
                )
                start, last_name = at, b""
            case _:
                pass


def called(written: bytes) -> str:
    """A name as it is written in content, as the dictionaries have it: one character for each byte."""
    return NameObject.unnumber(written).decode("latin-1")


def _string_end(data: bytes, at: int) -> int:
    """Where a string ends that has brackets in it and begins before `at`."""
    depth = 1
    while depth and (found := IN_STRING.search(data, at)):
        at = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
    return at if depth == 0 else len(data)
