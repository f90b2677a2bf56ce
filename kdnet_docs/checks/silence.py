"""Findings that an author has silenced with a reason, and reasons that silence nothing any more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.model.notes import Silence
from kdnet_docs.sources.bilag import MeetingSources, Written


def silenced(
    source: Written | MeetingSources, findings: Sequence[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings, those with a reason that are silenced; and a finding for each reason that nothing needs.

    What is found in the bilag of a meeting may be silenced in either.
    """
    own = source.meeting if isinstance(source, MeetingSources) else source
    bilag = source.documents.values() if isinstance(source, MeetingSources) else ()
    covers = [_Cover(entry, own.span.source, everywhere=True) for entry in own.silence]
    others = [_Cover(entry, one.span.source) for one in bilag for entry in one.silence]
    covered = tuple(_under(finding, (*covers, *others)) for finding in findings)
    return covered, tuple(chain.from_iterable(cover.idle() for cover in covers))


def _under(finding: Diagnostic, covers: Sequence["_Cover"]) -> Diagnostic:
    reasons = [cover.entry.reason for cover in covers if cover.takes(finding)]
    return replace(finding, silenced=reasons[0]) if reasons else finding


class _Cover:
    """An entry of `silence`, and whether anything was found that it speaks of."""

    def __init__(self, entry: Silence, source: Source, *, everywhere: bool = False) -> None:
        self.entry = entry
        self._source, self._everywhere = source, everywhere
        self._is_needed = False
        self._places: dict[str, list[tuple[int, int]]] = {}

    def takes(self, finding: Diagnostic) -> bool:
        """Whether the entry speaks of this finding."""
        if finding.code is not self.entry.code:
            return False
        there = finding.span is not None and finding.span.source == self._source
        taken = (there or self._everywhere) and (self.entry.words is None or self._touches(finding.span))
        self._is_needed |= taken
        return taken

    def _touches(self, span: Span | None) -> bool:
        """Whether the words lie in what is pointed at, or it in them."""
        if span is None:
            return False
        return any(
            (start <= span.start and span.end <= end) or (span.start <= start and end <= span.end)
            for start, end in self._places_in(span.source)
        )

    def _places_in(self, source: Source) -> list[tuple[int, int]]:
        """Where the words stand in a text, whatever the breaks of its lines; not in the entry itself."""
        if source.name not in self._places:
            words = re.compile(r"\s+".join(map(re.escape, (self.entry.words or "").split())))
            own = self.entry.span
            found = (match.span() for match in words.finditer(source.text))
            self._places[source.name] = [
                (start, end)
                for start, end in found
                if source != own.source or end <= own.start or own.end <= start
            ]
        return self._places[source.name]

    def idle(self) -> Iterator[Diagnostic]:
        """The finding that the entry silences nothing."""
        words, code = self.entry.words, self.entry.code.value
        missing = words is not None and not self._places_in(self._source)
        # What is misspelt depends on the dictionary of the computer.
        if self._is_needed or (self.entry.code is Code.MISSPELT and not missing):
            return
        yield Diagnostic(
            code=Code.SILENCES_NOTHING,
            message=msg('the words "{words}" do not stand in the file', words=words)
            if missing
            else msg("{code} finds nothing here that this silences", code=code),
            span=self.entry.span_of("words" if missing else "code"),
            hint=msg("copy them from the file, or delete the entry, if they have been put right")
            if missing
            else msg("delete the entry, if what it spoke of has been put right"),
        )
