"""Two tables of contents as one with tracked changes, whose field stays whole whatever is accepted."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from rapidfuzz.distance import Indel

from kdnet_docs.ooxml.xml import Element, descendants, element, find, find_all, get, qualified

Merge: TypeAlias = Callable[[list[Element], list[Element]], list[Element]]
"""Merges paragraphs of the old file and of the new; none of one file is what the other alone has."""

_GALLERY = "Table of Contents"
_FIELD_START = 3  # its begin, its instruction, and what separates it from its result


def is_contents(control: Element) -> bool:
    """Whether a content control (`w:sdt`) holds a table of contents as our writer makes it."""
    galleries = descendants(control, "w:docPartGallery")
    return any(get(found, "w:val") == _GALLERY for found in galleries) and len(_paragraphs(control)) > 2  # noqa: PLR2004 title, a line, end


def merge_contents(old: Element, new: Element, merge: Merge) -> Element:
    """The new table of contents with the changes since the old one; both are taken apart.

    A line stands for a heading: where it is in both, its words and page are compared, else it is
    deleted or inserted whole. The start of the field stands before all lines and belongs to none, so
    that it is there once whichever of them goes.
    """
    (old_title, *old_lines, old_end), (title, *lines, end) = _paragraphs(old), _paragraphs(new)
    start = _merged_start(_take_start(old_lines[0]), _take_start(lines[0]), merge)
    merged = list(_merged_lines(old_lines, lines, merge))
    at = 0 if find(merged[0], "w:pPr") is None else 1
    merged[0][at:at] = start
    content = find(new, "w:sdtContent")
    assert content is not None  # noqa: S101 its paragraphs were found
    content[:] = [*merge([old_title], [title]), *merged, *merge([old_end], [end])]
    return new


def _paragraphs(contents: Element) -> list[Element]:
    """The title, the lines, and the paragraph with the field's end."""
    return find_all(contents, "w:sdtContent/w:p")


def _take_start(line: Element) -> list[Element]:
    start = find_all(line, "w:r")[:_FIELD_START]
    for run in start:
        line.remove(run)
    return start


def _merged_start(old: list[Element], new: list[Element], merge: Merge) -> list[Element]:
    """The start of the field; how deep it goes is a change of its instruction."""
    merged = merge([element("p", old[1])], [element("p", new[1])])
    instruction = [child for one in merged for child in one if child.tag != qualified("w:pPr")]
    return [new[0], *instruction, new[2]]


def _merged_lines(old: list[Element], new: list[Element], merge: Merge) -> Iterator[Element]:
    for step in Indel.opcodes([_target(line) for line in old], [_target(line) for line in new]):
        before, after = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            for one, other in zip(before, after, strict=True):
                yield from merge([one], [other])
            continue
        for line in before:
            yield from merge([line], [])
        for line in after:
            yield from merge([], [line])


def _target(line: Element) -> str:
    """The bookmark of the heading that a line stands for."""
    link = find(line, "w:hyperlink")
    return "" if link is None else get(link, "w:anchor") or ""
