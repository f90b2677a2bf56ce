"""Which footnotes are the same."""

from collections.abc import Iterator

from kdnet_docs.alignment.sequence import Match, Part, matches
from kdnet_docs.alignment.steps import Step
from kdnet_docs.alignment.together import read_together
from kdnet_docs.compare.aligning.parts import stable, text_of
from kdnet_docs.compare.sides import Side


def paired_notes(old: Side, new: Side, steps: tuple[Step, ...]) -> Iterator[tuple[str | None, str | None]]:
    """The notes of both in reading order, those that are the same as pairs; thin for now."""
    before, after = tuple(old.notes), tuple(new.notes)
    found = matches(
        [Part(key=one, text=text_of(old, old.notes[one].blocks)) for one in before],
        [Part(key=one, text=text_of(new, new.notes[one].blocks)) for one in after],
    )
    for place in read_together([match for match in found if not match.moved], len(before), len(after)):
        yield (before[place.old[0]] if place.old else None, after[place.new[0]] if place.new else None)
