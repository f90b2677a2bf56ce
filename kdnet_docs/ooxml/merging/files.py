"""Two written Word files as one with tracked changes, part by part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count

from docx.document import Document as Word

from kdnet_docs.alignment.steps import NoteStep, Step
from kdnet_docs.ooxml.merging.definitions import adopt_definitions
from kdnet_docs.ooxml.merging.marks import slide_marks
from kdnet_docs.ooxml.merging.notes import Blocks, NoteWriter, paired_notes
from kdnet_docs.ooxml.merging.relations import adopt_relations
from kdnet_docs.ooxml.redline.files import Body
from kdnet_docs.ooxml.redline.forms import form
from kdnet_docs.ooxml.redline.merge import merge
from kdnet_docs.ooxml.redline.review import Notes, Review
from kdnet_docs.ooxml.revisions.parts import edges_of, part_of_kind, parts_of
from kdnet_docs.ooxml.xml import Element, descendants, element, get, qualified

_REFERENCES = frozenset(map(qualified, ("w:headerReference", "w:footerReference")))


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A written Word file, and its tables by their ids."""

    word: Word
    tables: Mapping[str, Element]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The steps from the old text to the new, and those of their notes."""

    steps: Sequence[Step]
    notes: Sequence[NoteStep]


def merge_files(old: File, new: File, alignment: Alignment, *, author: str, moment: datetime) -> None:
    """Turn the new file into the redline; the old one is taken apart for it.

    Both must have been written with the same `FileIds` from one template.
    """
    before, after = old.word.element.body, new.word.element.body
    review = Review(
        author=author,
        moment=moment,
        ids=count(1 + _highest_bookmark(after)),
        notes=Notes(pairs=paired_notes(alignment.notes, before, after)),
    )
    adopt_definitions(old.word, new.word)
    adopt_relations(before, old.word.part, new.word.part)
    _merge_bodies(old, new, alignment.steps, review)
    _merge_notes(old.word, new.word, review)
    _merge_edges(old.word, new.word, review)
    stories = [story.root for story in parts_of(new.word).stories()]
    for story in stories:
        slide_marks(story)
    _make_paragraph_ids_differ(stories)


def _highest_bookmark(body: Element) -> int:
    return max((int(get(found, "w:id") or 0) for found in descendants(body, "w:bookmarkStart")), default=0)


def _make_paragraph_ids_differ(stories: Iterable[Element]) -> None:
    """Leave an id only on the first of the paragraphs that have it: a note's can come twice."""
    seen: set[str] = set()
    for paragraph in chain.from_iterable(descendants(story, "w:p") for story in stories):
        identity = get(paragraph, "w14:paraId")
        if identity in seen:
            del paragraph.attrib[qualified("w14:paraId")]
        elif identity:
            seen.add(identity)


def _loose(old: Blocks, new: Blocks, review: Review) -> list[Element]:
    """Paragraphs that no step names, found again by their words."""
    return merge(Body(elements=old), Body(elements=new), (), review)


# --- the body ----------------------------------------------------------------------------------


def _merge_bodies(old: File, new: File, steps: Sequence[Step], review: Review) -> None:
    """Cover and text; the section's properties stay the last."""
    before, old_section = _taken_apart(old)
    after, section = _taken_apart(new)
    for block in merge(before, after, steps, review):
        section.addprevious(block)
    _track_section(old_section, section, review)


def _taken_apart(file: File) -> tuple[Body, Element]:
    """The blocks of a body, and its section's properties, which stay in it."""
    body = file.word.element.body
    *blocks, section = body
    del body[:-1]
    return Body(elements=blocks, tables=file.tables), section


def _track_section(old: Element, new: Element, review: Review) -> None:
    """Record in the new section's properties what the old ones were, where they differ."""
    was, now = ([child for child in found if child.tag not in _REFERENCES] for found in (old, new))
    if list(map(form, was)) != list(map(form, now)):
        new.append(review.was("w:sectPr", element("sectPr", *was)))


# --- notes, headers and footers ----------------------------------------------------------------


def _merge_notes(old: Word, new: Word, review: Review) -> None:
    before, after = part_of_kind(old, "footnotes"), part_of_kind(new, "footnotes")
    if before is None or after is None:
        return
    adopt_relations(before.element, before, after)
    writer = NoteWriter(before.element, after.element)
    writer.write(new.element.body, review.notes, lambda one, other: _loose(one, other, review))


def _merge_edges(old: Word, new: Word, review: Review) -> None:
    """The headers and footers, each with the one of its kind; the writer gives every file all of them."""
    before, after = edges_of(old), edges_of(new)
    for name, part in after.items():
        adopt_relations(before[name].element, before[name], part)
        part.element[:] = _loose(list(before[name].element), list(part.element), review)
