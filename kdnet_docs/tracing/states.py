"""Which state of a source a file was made from: a commit, or the file as it stands now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.closing.open_version import open_version
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.referat import assemble_referat
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.documents import sent_before
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.comments import without_comments
from kdnet_docs.sources.load import MAX_BYTES, decode
from kdnet_docs.sources.log import states_of
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.read import Authored, read
from kdnet_docs.sources.revisions import Revision, revision
from kdnet_docs.tracing.layout import share
from kdnet_docs.tracing.printed import printed

_FOLDERS = {"contract": "contracts", "status": "status"}
_MOST_STATES = 200
_ALL_THERE = 0.999
_SOME_THERE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A source as it was when a file was made, and the documents that it makes.

    `commit` is None for a file that has not been committed so; `is_here` is False where this project
    has the source in no state, and only the file itself tells what it was.
    """

    model: Authored
    documents: tuple[Document, ...]
    commit: str | None
    is_here: bool = True

    @property
    def source(self) -> Source:
        """The text with its name from the project's folder."""
        return self.model.span.source


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
            if _same(found.span.source, text):
                return _state(project, found, commit)
    return State(model=model, documents=_documents(project, model, None), commit=None, is_here=False)


def state_of_meeting(project: Project, pages: Sequence[str], title: str) -> State | None:
    """The newest state of a meeting whose words are all on these pages; else the one with most there.

    Nothing of its source goes along in its files. `title` is what the file is called, "" if that is unknown.
    """
    best: tuple[float, State | None] = (_SOME_THERE, None)
    for name in project.meetings():
        for source, commit in _sources(project, f"{SOURCES}/meetings/{name}.yaml"):
            for model in _versions(source):
                if not isinstance(model, Meeting) or (title and _title(project, model) != title):
                    continue
                state = _state(project, model, commit)
                shares = [share(printed(one).text, pages) for one in state.documents]
                worth = min((each for each in shares if each > _SOME_THERE), default=0.0)
                if worth > best[0]:
                    best = worth, state
            if best[0] >= _ALL_THERE:
                break
    return best[1]


def _title(project: Project, model: Meeting) -> str:
    return _documents(project, model, None)[0].title


def _sources(project: Project, path: str, stated: str = "") -> Iterator[tuple[Source, str | None]]:
    """The states of a source: the stated one, what was committed from the newest on, then that of now.

    `path` is from the project's folder, and so is the name of each.
    """
    at = revision(project.root, stated) if stated else None
    source = at.load(path, path) if isinstance(at, Revision) else None
    if isinstance(source, Source):
        yield Source(path, source.text), stated
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


def _state(project: Project, model: Authored, commit: str | None) -> State:
    return State(model=model, documents=_documents(project, model, commit), commit=commit)


def _documents(project: Project, model: Authored, commit: str | None) -> tuple[Document, ...]:
    """What a source makes, whatever the checks would say of it."""
    if not isinstance(model, Meeting):
        return (assemble(model).document,)
    findings: list[Diagnostic] = []
    sent = sent_before(project, model, commit)
    before = () if isinstance(sent, Refused) else sent
    referat = assemble_referat(model, before, findings)
    dagsorden = assemble_dagsorden(model, before, findings)
    return (dagsorden, referat) if referat else (dagsorden,)
