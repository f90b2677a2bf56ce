"""What a goal is compared with is what its footnote tells of."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import Time, sentence_around, times
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Footnote

_COMPARED = re.compile(
    r"(?<!\w)(?:sammenlignet med|i forhold til|ift\.|siden|målt mod|med udgangspunkt i)(?!\w)[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"måling|målt|undersøgelse|opgørelse|opgjort|baseline", re.IGNORECASE)


def baselines(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each comparison whose footnote tells of a measurement at another time."""
    by_leaf = {passage.leaf.id: passage for passage in subject.passages if passage.is_danish}
    for one in placed(subject.anatomy):
        passage = by_leaf.get(one.leaf)
        if isinstance(one.inline, Footnote) and passage:
            told = [note for leaf, note in by_leaf.items() if leaf.startswith(f"{one.inline.id}/")]
            yield from _other_baseline(passage, one.start, told)


def _other_baseline(passage: Passage, mark: int, notes: Sequence[Passage]) -> Iterator[Diagnostic]:
    compared = next((time for time in times(passage.reads) if mark - 1 <= time.read.end <= mark), None)
    if compared is None or not _COMPARED.search(passage.text, 0, compared.read.start):
        return
    measured = [(note, time) for note in notes for time in _measured(note)]
    if measured and not any(_meet(compared, time) for _, time in measured):
        note, time = measured[0]
        place = note.span(time.read.start, time.read.end)
        yield Diagnostic(
            code=Code.OTHER_BASELINE,
            message=msg(
                'the comparison is with "{compared}", and its footnote tells of "{measured}"',
                compared=compared.words,
                measured=time.words,
            ),
            span=passage.span(compared.read.start, compared.read.end),
            hint=msg("name the measurement that is meant in both places"),
            labels=labelled(place, msg("it was measured here")),
        )


def _measured(note: Passage) -> Iterator[Time]:
    """The times in a note of which it says that something was measured then."""
    for time in times(note.reads):
        begin, _ = sentence_around(note, time.read.start)
        if time.read.kind != "period" and _MEASURED.search(note.text, begin, time.read.start):
            yield time


def _meet(one: Time, other: Time) -> bool:
    return one.first <= other.last and other.first <= one.last
