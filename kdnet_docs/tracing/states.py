"""Which state of a source a file was made from: a commit, or the file as it stands now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from pathlib import PurePosixPath

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.closing.open_version import open_version
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.referat import assemble_referat
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.nodes import MappingNode
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.documents import sent_before
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.comments import without_comments
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.load import MAX_BYTES, decode
from kdnet_docs.sources.log import states_of
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.read import Authored, read
from kdnet_docs.sources.revisions import Revision, revision
from kdnet_docs.tracing.layout import common, counted, likeness
from kdnet_docs.tracing.printed import Printed, printed

_FOLDERS = {"contract": "contracts", "status": "status"}
_MOST_STATES = 200
_MOST_MEETINGS = 5
"""Of those whose sources have the most of the words; all states of all meetings would take long."""
_IS_THERE = 0.6
"""How many of a document's words must stand in a text that shows it; a reviewer takes some of them out."""
_LEAST_ALIKE = 0.2
"""How like the document the whole text must be, with its cover and headers; of a short one they are most."""


@dataclass(frozen=True, kw_only=True)
class State:
    """A source as it was when a file was made, and the documents that the file has of it.

    `commit` is None for a file that has not been committed so; `is_here` is False where this project
    has the source in no state, and only the file itself tells what it was.
    """

    model: Authored
    documents: tuple[Document, ...]
    commit: str | None
    is_here: bool = True

    @cached_property
    def printed(self) -> Printed:
        """The words of the documents."""
        return printed(self.documents)

    @cached_property
    def top(self) -> MappingNode | None:
        """The source with its keys and values."""
        top = compose(self.model.span.source)
        return None if isinstance(top, Refused) else top


def most_alike(states: Iterable[State], texts: Iterable[str]) -> State | None:
    """The state whose words are most like those of the texts; None if none is like them.

    What a text has and the state has not counts against it, for words may have been taken out since. Of
    states that are as like as one another it is the first.
    """
    words = counted(texts)
    best, found = _LEAST_ALIKE, None
    for state in states:
        own = state.printed.words
        worth = likeness(own, words)
        if worth > best and common(own, words) >= _IS_THERE * own.total():
            best, found = worth, state
    return found


def state_of_attached(project: Project, name: str, data: bytes, stated: str = "") -> State | None:
    """The state that a source attached to a file is, without its comments; None if it is no source.

    That is the newest commit which has it so, unless the file has stated one that does.
    """
    source = decode(data, name) if len(data) <= MAX_BYTES else None
    model = read(source) if isinstance(source, Source) else None
    if model is None or isinstance(model, (Refused, Meeting)):
        return None
    text = model.span.source.text
    path = f"{SOURCES}/{_FOLDERS[model.kind]}/{model.id}/{model.version}.yaml"
    for each, commit in _sources(project, path, stated):
        for found in _versions(each):
            if not isinstance(found, Meeting) and _same(found.span.source, text):
                return State(model=found, documents=(assemble(found).document,), commit=commit)
    return State(model=model, documents=(assemble(model).document,), commit=None, is_here=False)


def states_of_meetings(project: Project, texts: Iterable[str]) -> Iterator[State]:
    """Every state of the meetings that may have made these texts, the newest first, for each of its files.

    The source of a meeting does not go along in its files, but their words are those of it.
    """
    words = counted(texts)
    sources = project.meeting_sources()
    near = nlargest(_MOST_MEETINGS, sources, key=lambda one: likeness(counted((one[1].text,)), words))
    for name, _ in near:
        for source, commit in _sources(project, f"{SOURCES}/meetings/{name}.yaml"):
            for model in _versions(source):
                if isinstance(model, Meeting):
                    for documents in _fronts(project, model, commit):
                        yield State(model=model, documents=documents, commit=commit)


def _sources(project: Project, path: str, stated: str = "") -> Iterator[tuple[Source, str | None]]:
    """The states of a source: the stated one, what was committed from the newest on, then that of now.

    `path` is from the project's folder, and so is the name of each.
    """
    at = revision(project.root, stated) if stated else None
    if isinstance(at, Revision) and isinstance(source := at.load(path, path), Source):
        yield Source(path, source.text), at.commit
    seen = set()
    for stored in reversed(states_of(project.root, path)[-_MOST_STATES:]):
        if stored.blob in seen:
            continue
        seen.add(stored.blob)
        source = stored.load(project.root)
        if isinstance(source, Source):
            own = path if PurePosixPath(stored.path).name == PurePosixPath(path).name else stored.path
            yield Source(own, source.text), stored.commit.id
    now = project.load(project.root / path)
    if isinstance(now, Source):
        yield now, None


def _versions(source: Source) -> Iterator[Authored]:
    """What a source says to those who may see all of it, and to everybody where something in it is closed."""
    model = read(source)
    if isinstance(model, Refused):
        return
    yield model
    opened = open_version(model) if has_closed_parts(model) else model
    if opened is not model and not isinstance(opened, Refused):
        yield opened


def _same(source: Source, text: str) -> bool:
    try:
        own = without_comments(source)
    except ValueError:  # a state that cannot be read
        return False
    return own.replace("\r\n", "\n") == text.replace("\r\n", "\n")


def _fronts(project: Project, meeting: Meeting, commit: str | None) -> Iterator[tuple[Document, ...]]:
    """The dagsorden, the referat, and both as they stand before the bilag, whatever the checks would say."""
    findings: list[Diagnostic] = []
    sent = sent_before(project, meeting, commit)
    before = () if isinstance(sent, Refused) else sent
    dagsorden = assemble_dagsorden(meeting, before, findings)
    referat = assemble_referat(meeting, before, findings)
    yield (dagsorden,)
    if referat:
        yield (referat,)
        yield dagsorden, referat
