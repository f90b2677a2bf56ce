"""What a PDF is made of: its pages in pieces, each with the documents that stand on them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.assembly.meeting import meeting_context
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Span
from kdnet_docs.compare.documents import sent_before
from kdnet_docs.meeting.entries import entries
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import OnTop, Shown
from kdnet_docs.tracing.layout import Layout, lay_out
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.states import State, most_alike, state_of_attached, states_of_meetings
from kdnet_docs.tracing.surroundings import Around, around, without

_STAMP = re.compile(r"^(?P<label>\S.*?) · \w+ (?P<page>\d+) \w+ (?P<of>\d+)(?: (?P<whole>\d+))?$")
"""What is stamped on each page of a bilag in the one PDF of a meeting: "Bilag 1 · side 2 af 14 3"."""
_LINES_OF_STAMP = 3
_MOST_SOURCES = 100
"""Of one file; a meeting has a bilag or two to each point."""

File = tuple[str, Span]
"""A file of somebody else: its name in the sources, and where the meeting names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The source of a piece, on whose pages its words are laid out so, with these lines around them."""

    state: State
    layout: Layout
    around: tuple[tuple[Around, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Pages that belong together: `first` is the number of the first of them in the file, from 0.

    `pages` have what they show with what annotations show on top of it, `on_top` has that by itself.
    `label` is stamped on them where they are a bilag. A piece that is not `laid` is somebody else's; `file`
    is what it is if the meeting is known.
    """

    pages: tuple[Letters, ...]
    laid: Laid | None
    on_top: tuple[tuple[OnTop, ...], ...] = ()
    first: int = 0
    label: str = ""
    file: File | None = None


def pieces(project: Project, shown: Shown, commit: str) -> tuple[Piece, ...]:
    """The pieces of a PDF; `commit` is the one that the file says it was made from, "" if it says none."""
    attached = [(name, data) for name, data in shown.files.items() if name.endswith(".yaml")][:_MOST_SOURCES]
    states = [state_of_attached(project, name, data, commit) for name, data in attached]
    sources = [state for state in states if state]
    made: list[Piece] = []
    files: Mapping[str, File] = {}
    first = 0
    for label, pages in _split(shown.pages):
        state = most_alike(sources, pages)
        if state is None and first == 0 and not label:
            state = most_alike(states_of_meetings(project, pages), pages)
            files = _files(project, state) if state else {}
        # What others made may have been made with this program, from sources of their own.
        file = files.get(label) if state is None or not state.is_here else None
        laid = laid_out(project, state, pages) if state and not file else None
        on_top = shown.on_top[first : first + len(pages)]
        texts = tuple(
            Letters("\n".join((page, *(one.text for one in more))))
            for page, more in zip(pages, on_top, strict=True)
        )
        made.append(Piece(pages=texts, on_top=on_top, laid=laid, first=first, label=label, file=file))
        first += len(pages)
    return tuple(made)


def _split(pages: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pages that follow one another and have the same label, or none."""
    for label, group in groupby(pages, key=_label):
        yield label, tuple(group)


def _label(page: str) -> str:
    line = stamp(page)
    return line["label"] if line else ""


def stamp(page: str) -> re.Match[str] | None:
    """The line that is stamped on a page of a bilag; None where there is none."""
    lines = [line.strip() for line in page.strip().splitlines()[-_LINES_OF_STAMP:]]
    return next(filter(None, map(_STAMP.match, lines)), None)


def laid_out(project: Project, state: State, pages: Sequence[str]) -> Laid:
    """What a state has on these pages, and where."""
    each = zip(*(around(one, project.templates, len(pages)) for one in state.documents), strict=True)
    lines = tuple(tuple(dict.fromkeys(chain.from_iterable(on_page))) for on_page in each)
    bare = [without(page, more) for page, more in zip(pages, lines, strict=True)]
    return Laid(state=state, layout=lay_out(state.printed.text, bare), around=lines)


def _files(project: Project, state: State) -> Mapping[str, File]:
    """The files of other makers among the bilag of a meeting, by their labels."""
    if not isinstance(state.model, Meeting):
        return {}
    sent = sent_before(project, state.model, state.commit)
    before = () if isinstance(sent, Refused) else sent
    sources = MeetingSources(meeting=state.model, sent=before)
    return {
        one.label: (one.numbered.bilag.file, original_of(one.numbered.bilag.span_of("file")))
        for one in entries(sources, meeting_context(state.model, before, []))
        if one.numbered.bilag.file
    }
