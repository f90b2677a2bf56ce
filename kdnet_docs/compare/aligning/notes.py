"""Which footnotes are the same."""

from collections.abc import Iterable, Iterator
from itertools import islice

from kdnet_docs.alignment.increasing import heaviest
from kdnet_docs.alignment.sequence import Match, Part, matches
from kdnet_docs.alignment.steps import MovedTo, Paired, Step, TablePair
from kdnet_docs.alignment.together import read_together
from kdnet_docs.alignment.words import word_changes
from kdnet_docs.compare.aligning.parts import text_of
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy


def paired_notes(
    old: Anatomy, new: Anatomy, steps: Iterable[Step]
) -> Iterator[tuple[str | None, str | None]]:
    """The notes of both: those of the new document in order, and where they stood those that went.

    A mark that stays where it is has the same note; what is left is paired by id, then by its words.
    """
    pairs = dict(_by_marks(old, new, steps))
    pairs |= _by_id_or_words(old, new, pairs)
    before, after = tuple(old.notes), tuple(new.notes)
    places = {note: at for at, note in enumerate(after)}
    paired = [(at, places[pairs[note]]) for at, note in enumerate(before) if note in pairs]
    staying = set(heaviest([place for _, place in paired], [1] * len(paired)))
    found = [
        Match(old=(at,), new=(place,), moved=number not in staying)
        for number, (at, place) in enumerate(paired)
    ]
    for place in read_together(found, len(before), len(after)):
        if place.what != "left":
            yield (before[place.old[0]] if place.old else None, after[place.new[0]] if place.new else None)


def _by_id_or_words(old: Anatomy, new: Anatomy, pairs: dict[str, str]) -> dict[str, str]:
    taken = set(pairs.values())
    before = [note for note in old.notes if note not in pairs]
    after = [note for note in new.notes if note not in taken]
    found = matches(
        [Part(key=note, text=text_of(old, old.notes[note].blocks)) for note in before],
        [Part(key=note, text=text_of(new, new.notes[note].blocks)) for note in after],
    )
    return {before[match.old[0]]: after[match.new[0]] for match in found}


# --- by their marks ------------------------------------------------------------------------------


def _by_marks(old: Anatomy, new: Anatomy, steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """The notes of the marks that stay where they are, in all that is in both documents."""
    notes_old, notes_new = _notes_of(old), _notes_of(new)
    for before, after in _pairs(steps):
        noted_old = [note for leaf in before for note in notes_old.get(leaf, ())]
        noted_new = [note for leaf in after for note in notes_new.get(leaf, ())]
        if noted_old and noted_new:
            texts = old.text(before), new.text(after)
            for number_old, number_new in _marks(*texts):
                yield noted_old[number_old], noted_new[number_new]


def _marks(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Marks of notes that stand in both texts, each by its number."""
    for change in word_changes(old, new):
        if change.same:
            for at in range(change.old_start, change.old_end):
                if old[at] == NOTE_MARK:
                    place = change.new_start + at - change.old_start
                    yield old.count(NOTE_MARK, 0, at), new.count(NOTE_MARK, 0, place)


def _notes_of(side: Anatomy) -> dict[str, tuple[str, ...]]:
    """The notes of each leaf that has any."""
    notes = iter(side.notes)
    return {
        leaf.id: tuple(islice(notes, count))
        for leaf in side.leaves.values()
        if (count := leaf.text.count(NOTE_MARK))
    }


def _pairs(steps: Iterable[Step]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The leaves of both that belong together, also in tables."""
    for step in steps:
        if isinstance(step, Paired):
            yield step.old, step.new
        elif isinstance(step, TablePair):
            yield from _pairs_in(step)
        elif isinstance(step, MovedTo):
            yield from _pairs_in(step.table) if step.table else (((step.old,), (step.new,)),)


def _pairs_in(table: TablePair) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    yield from _pairs(table.caption)
    for row in table.rows:
        for cell in row.cells:
            yield from _pairs(cell.steps)
