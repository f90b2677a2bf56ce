"""Which elements of two places are the same where no step says so: by their words, in their order."""

from collections.abc import Iterator, Sequence

from kdnet_docs.alignment.sequence import Part, matches
from kdnet_docs.ooxml.xml import Element, descendants

Pair = tuple[Element | None, Element | None]


def likeness(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """Elements of both files, or of one, as they are read together."""
    if not old or not new:
        yield from ((found, None) for found in old)
        yield from ((None, found) for found in new)
        return
    anchors = [
        (*match.old, *match.new)
        for match in matches(list(map(_part, old)), list(map(_part, new)))
        if not match.moved
    ]
    at_old = at_new = 0
    for one, other in (*anchors, (len(old), len(new))):
        yield from _between(old[at_old:one], new[at_new:other])
        if one < len(old):
            yield old[one], new[other]
        at_old, at_new = one + 1, other + 1


def _between(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """As many of both kinds are taken for the same; otherwise they are not."""
    if [found.tag for found in old] == [found.tag for found in new]:
        yield from zip(old, new, strict=True)
        return
    yield from ((found, None) for found in old)
    yield from ((None, found) for found in new)


def _part(found: Element) -> Part:
    """An element by its words."""
    words = "".join(words.text or "" for words in descendants(found, "w:t"))
    return Part(key="", text=words, kind=str(found.tag), fixed=True)
