"""Where two Word files do not look the same: the judge of a redline."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kdnet_docs.ooxml.revisions.lines import Line, lines
from kdnet_docs.ooxml.revisions.parts import WordParts, read_parts_of
from kdnet_docs.ooxml.revisions.resolve import accept, reject
from kdnet_docs.ooxml.xml import Element

Lines = Mapping[str, tuple[Line, ...]]
_END = Line("", ("end",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first place in a part at which two files part: the part, its clause, the words in each."""

    part: str
    clause: str
    expected: str
    found: str


def differences(expected: Lines, found: Lines) -> tuple[Difference, ...]:
    """Where the parts of two files part, at most once for each part."""
    return tuple(_differences(expected, found))


def accepted(redline: bytes) -> Lines:
    """What a reader sees of a file once every tracked change in it is accepted."""
    return lines(_resolved(redline, accept))


def rejected(redline: bytes) -> Lines:
    """What a reader sees of a file once every tracked change in it is rejected."""
    return lines(_resolved(redline, reject))


def _resolved(redline: bytes, resolve: Callable[[Element], None]) -> WordParts:
    parts = read_parts_of(redline)
    for story in parts.stories():
        resolve(story.root)
    return parts


def _differences(expected: Lines, found: Lines) -> Iterator[Difference]:
    for part in dict.fromkeys((*expected, *found)):
        one, other = expected.get(part, ()), found.get(part, ())
        if one == other:
            continue
        # Both end with something of their own, so that there is a first place at which they differ.
        pairs = zip((*one, _END), (*other, _END), strict=False)
        first = next(pair for pair in pairs if pair[0] != pair[1])
        yield Difference(
            part=part,
            clause=(first[0] if first[0] is not _END else first[1]).clause,
            expected=first[0].words,
            found=first[1].words,
        )
