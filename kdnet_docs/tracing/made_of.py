"""What a PDF is made of: its pages in pieces, each with the documents that stand on them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.assembly.meeting import meeting_context
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Span
from kdnet_docs.compare.documents import sent_before
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.entries import entries
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import Shown
from kdnet_docs.tracing.layout import Layout, lay_out, share
from kdnet_docs.tracing.printed import Printed, printed
from kdnet_docs.tracing.states import State, state_of_attached, state_of_meeting
from kdnet_docs.tracing.surroundings import Around, around, without

_STAMP = re.compile(r"^(?P<label>\S.*?) · \w+ (?P<page>\d+) \w+ (?P<of>\d+)(?: (?P<whole>\d+))?$")
"""What is stamped on each page of a bilag in the one PDF of a meeting: "Bilag 1 · side 2 af 14 3"."""
_LINES_OF_STAMP = 3
_IS_THERE = 0.5
_MOST_SOURCES = 200
"""Of one file; a meeting has a bilag or two to each point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A document on the pages of a piece."""

    state: State
    document: Document
    printed: Printed
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Pages that belong together: `first` is the number of the first of them in the file, from 0.

    `label` is stamped on them where they are a bilag. A piece without documents is somebody else's file;
    `named` is its name in the sources and where that stands, if the meeting is known.
    """

    first: int
    pages: tuple[str, ...]
    label: str
    laid: tuple[Laid, ...]
    around: tuple[tuple[Around, ...], ...]
    named: tuple[str, Span] | None = None


def pieces(project: Project, shown: Shown, commit: str) -> tuple[Piece, ...]:
    """The pieces of a PDF; `commit` is the one that the file says it was made from, "" if it says none."""
    attached = [(name, data) for name, data in shown.files.items() if name.endswith(".yaml")][:_MOST_SOURCES]
    found = (state_of_attached(project, name, data, commit) for name, data in attached)
    states = [state for state in found if state]
    split = list(_split(shown.pages))
    has_bilag = any(label for label, _ in split)
    made: list[Piece] = []
    meeting: State | None = None
    first = 0
    for label, pages in split:
        own = _best(states, pages)
        if own is None and not label:
            own = meeting = state_of_meeting(project, pages, "" if not has_bilag else shown.title or "")
        # What others made may have been made with this program, from sources of their own.
        is_ours = own is not None and own.is_here
        named = _named(project, meeting, label) if meeting and not is_ours else None
        own = None if named else own
        piece = piece_of(project, pages, own, own.documents if own else ())
        made.append(replace(piece, first=first, label=label, named=named))
        first += len(pages)
    return tuple(made)


def _split(pages: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pages that follow one another and have the same label, or none."""
    for label, group in groupby(pages, key=_label):
        yield label, tuple(group)


def _label(page: str) -> str:
    lines = [line.strip() for line in page.strip().splitlines()[-_LINES_OF_STAMP:]]
    return next((match["label"] for line in lines if (match := _STAMP.match(line))), "")


def _best(states: Sequence[State], pages: Sequence[str]) -> State | None:
    """The source whose words these pages show."""
    shares = [share(printed(state.documents[0]).text, pages) for state in states]
    best = max(shares, default=0.0)
    return states[shares.index(best)] if best >= _IS_THERE else None


def piece_of(
    project: Project, pages: Sequence[str], state: State | None, documents: Sequence[Document]
) -> Piece:
    """A piece that begins with the file, without a label, and that has these documents of a state."""
    lines: list[list[Around]] = [[] for _ in pages]
    laid = []
    for document in documents:
        own = printed(document)
        if len(documents) > 1 and share(own.text, pages) < _IS_THERE:
            continue
        for number, more in enumerate(around(document, project.templates, len(pages))):
            lines[number] += [one for one in more if one not in lines[number]]
        bare = [without(page, more) for page, more in zip(pages, lines, strict=True)]
        if state:
            layout = lay_out(own.text, bare)
            laid.append(Laid(state=state, document=document, printed=own, layout=layout))
    return Piece(
        first=0, pages=tuple(pages), label="", laid=tuple(laid), around=tuple(map(tuple, lines)), named=None
    )


def _named(project: Project, state: State, label: str) -> tuple[str, Span] | None:
    """The file of the bilag that is called so."""
    if not isinstance(state.model, Meeting):
        return None
    return _files(project, state.model, state.commit).get(label)


def _files(project: Project, meeting: Meeting, commit: str | None) -> Mapping[str, tuple[str, Span]]:
    sent = sent_before(project, meeting, commit)
    before = () if isinstance(sent, Refused) else sent
    sources = MeetingSources(meeting=meeting, sent=before)
    listed = entries(sources, meeting_context(meeting, before, []))
    return {
        one.label: (one.numbered.bilag.file, original_of(one.numbered.bilag.span_of("file")))
        for one in listed
        if one.numbered.bilag.file
    }
