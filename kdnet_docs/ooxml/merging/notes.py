"""The footnotes of two Word files in one: each reference with a note of its own, in reading order."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from kdnet_docs.alignment.steps import NoteStep
from kdnet_docs.ooxml.anchors import anchor_name
from kdnet_docs.ooxml.redline.review import Notes
from kdnet_docs.ooxml.xml import Element, build, descendants, find_all, get, qualified

Blocks: TypeAlias = Sequence[Element]
Merge: TypeAlias = Callable[[Blocks, Blocks], Blocks]
"""Writes what is in a note of both files, or, without the other's, in a note of one."""


def paired_notes(steps: Iterable[NoteStep], old: Element, new: Element) -> dict[str, str]:
    """The notes that are in both bodies: the `w:id` of each in the old one -> that in the new."""
    before, after = _ids(old), _ids(new)
    names = (
        (anchor_name(step.old), anchor_name(step.new))
        for step in steps
        if step.old is not None and step.new is not None
    )
    return {before[one]: after[other] for one, other in names if one in before and other in after}


def _ids(body: Element) -> dict[str, str]:
    """The `w:id` of the note at each reference, by the anchor around it."""
    made: dict[str, str] = {}
    name = ""
    for found in descendants(body, "w:bookmarkStart", "w:footnoteReference"):
        if found.tag == qualified("w:bookmarkStart"):
            name = get(found, "w:name") or ""
        else:
            made[name] = get(found, "w:id") or ""
    return made


_MARKS = f"{qualified('w:pPr')}/{qualified('w:rPr')}"


class NoteWriter:
    """Writes the notes of a merged body, from those of both files."""

    def __init__(self, old: Element, new: Element) -> None:
        self._part = new
        self._old, self._new = _blocks(old), _blocks(new)

    def write(self, body: Element, notes: Notes, merge: Merge) -> None:
        """Fill the new file's part with a note for each reference in the body, numbered as they stand."""
        kept = {new: old for old, new in notes.kept.items()}
        gone = {copy: old for old, copy in notes.gone.items()}
        for note in find_all(self._part, "w:footnote"):
            if get(note, "w:type") is None:
                self._part.remove(note)
        for number, reference in enumerate(descendants(body, "w:footnoteReference"), start=1):
            identity = get(reference, "w:id") or ""
            if identity in gone:
                blocks = _open(merge(self._old[gone[identity]], ()))
            elif identity in kept:
                blocks = merge(self._old[kept[identity]], self._new[identity])
            else:
                blocks = _open(merge((), self._new[identity]))
            self._part.append(build("w:footnote", {"w:id": str(number)}, *blocks))
            reference.set(qualified("w:id"), str(number))


def _open(blocks: Blocks) -> Blocks:
    """The blocks of a note that goes or comes with its reference; the last paragraph's mark does neither.

    A note has a paragraph for as long as it is there.
    """
    for mark in list(blocks[-1].iterfind(_MARKS)) if blocks else ():
        for change in list(descendants(mark, "w:ins", "w:del")):
            mark.remove(change)
    return blocks


def _blocks(part: Element) -> dict[str, Blocks]:
    return {get(note, "w:id") or "": list(note) for note in find_all(part, "w:footnote")}
