"""The life of a document, or of a part of it: through the versions before it, and through git."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.progress import Progress, Step, silent
from kdnet_docs.base.spans import Source
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.compare.align import align
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.compare.documents import document_of
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.facts.facts import facts
from kdnet_docs.compare.part import is_target, part_of, parts_in
from kdnet_docs.document.tree import Document, Heading
from kdnet_docs.document.walk import heading_text
from kdnet_docs.sources.log import Commit, is_shallow, states_of
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import read
from kdnet_docs.sources.revisions import revision, split_reference

_OF_A_TARGET = frozenset(
    {Kind.TARGET, Kind.TARGET_ADDED, Kind.TARGET_DROPPED, Kind.DEFINITION, Kind.DEADLINE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """The document or part stands here for the first time."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """The part is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A state that was passed over, since it is no sound source; and the first reason why."""

    reason: Diagnostic


What: TypeAlias = Came | Went | Unreadable | tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a commit did to a document or part; no commit is what has not been committed yet."""

    commit: Commit | None
    source: str
    """The file, by its path from the repository's top."""
    what: What


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What happened, the first of it first; `begins_later` where git has only the end of the history."""

    events: tuple[Event, ...]
    begins_later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    commit: Commit | None
    source: str
    text: Source | Refused

    @property
    def second(self) -> float:
        """When it was; what has not been committed is the last of all."""
        return self.commit.second if self.commit else inf


def split_part(reference: str) -> tuple[str, str]:
    """A reference and the id of a part of it, "" for the whole: `REF#ID`."""
    name, found, part = reference.rpartition("#")
    return (name, part) if found and not Path(reference).exists() else (reference, "")


def life(project: Project, reference: str, part: str, progress: Progress = silent) -> Life | Refused:
    """What happened to a document, or to the part of it that has this id, up to the state that is named."""
    name, at = split_reference(reference)
    called = project.called(name)
    found = project.source_of(called if at is None else f"{called}:{at}")
    if isinstance(found, Refused):
        return found
    folder = next(parent for parent in found[0].absolute().parents if parent.is_dir())
    head = revision(folder, at or "HEAD")
    if isinstance(head, Refused):
        return head
    teller = _Teller(part, progress)
    for version in (*project.earlier(called), called):
        path, source = (found[0], None) if at and version == called else _now(project, version)
        states = list(_states(path, head.commit)) if path else []
        if source and at is None:
            states.extend(_uncommitted(source, states))
        teller.tell(states)
    if part and not teller.is_known:
        return _unknown_part(reference, part, teller.parts)
    return Life(events=tuple(teller.events), begins_later=is_shallow(folder))


def _now(project: Project, version: str) -> tuple[Path | None, Source | None]:
    path = project.path_of(version)
    if isinstance(path, Refused):
        return None, None
    source = project.load(path)
    return path.absolute(), None if isinstance(source, Refused) else source


def _states(path: Path, at: str) -> Iterator[_State]:
    """What each commit made of a file; one that changed nothing but its name is left out."""
    folder = next(parent for parent in path.parents if parent.is_dir())
    blob = ""
    for stored in states_of(folder, path.relative_to(folder).as_posix(), at):
        if stored.blob != blob:
            yield _State(commit=stored.commit, source=stored.path, text=stored.load(folder))
        blob = stored.blob


def _uncommitted(source: Source, states: Sequence[_State]) -> Iterator[_State]:
    """The file as it is now, if git does not have it so."""
    last = states[-1].text if states else None
    if not isinstance(last, Source) or _lines(last) != _lines(source):
        yield _State(commit=None, source=source.name, text=source)


def _lines(source: Source) -> str:
    return source.text.replace("\r\n", "\n")


class _Teller:
    """Goes through the states of one version after the other, and notes what happened."""

    def __init__(self, part: str, progress: Progress) -> None:
        self.part = part
        self.progress = progress
        self.events: list[Event] = []
        self.parts: dict[str, None] = {}
        self.is_known = not part
        self._earlier: list[tuple[float, Document | None]] = []

    def tell(self, states: Sequence[_State]) -> None:
        """The states of one version; the first is held against the version before as it was then."""
        if not states:
            return
        told: list[tuple[float, Document | None]] = []
        before = self._as_of(states[0].second)
        for number, state in enumerate(states, start=1):
            self.progress(Step(number=number, of=len(states), title=state.source))
            document = _document(state.text)
            if isinstance(document, Refused):
                self._note(state, Unreadable(reason=document.diagnostics[0]))
                continue
            now = self._part(document)
            what = self._what(before, now)
            if what:
                self._note(state, what)
            told.append((state.second, now))
            before = now
        self._earlier = told or self._earlier

    def _as_of(self, second: float) -> Document | None:
        """The version before as it was at a time; where it is younger than that, as it was first."""
        then = [document for when, document in self._earlier if when <= second]
        return then[-1] if then else self._earlier[0][1] if self._earlier else None

    def _part(self, document: Document) -> Document | None:
        if not self.part:
            return document
        self.parts.update(dict.fromkeys(parts_in(document)))
        found = part_of(document, self.part)
        self.is_known = self.is_known or found is not None
        return found

    def _what(self, before: Document | None, now: Document | None) -> What | None:
        if now is None:
            return Went() if before else None
        target = bool(self.part) and is_target(now, self.part)
        if before is None and not target:
            return Came(title=_title(now))
        before = before or replace(now, stated=())
        if not target and canonical_text(before) == canonical_text(now):
            return None
        # What a target is stands in no words of its heading: the canonical texts are the same.
        found = facts(align(before, now))
        return tuple(fact for fact in found if not target or fact.kind in _OF_A_TARGET) or None

    def _note(self, state: _State, what: What) -> None:
        self.events.append(Event(commit=state.commit, source=state.source, what=what))


def _document(text: Source | Refused) -> Document | Refused:
    model = text if isinstance(text, Refused) else read(text)
    return model if isinstance(model, Refused) else document_of(model, (), [])


def _title(document: Document) -> str:
    if document.title:
        return document.title
    first = document.blocks[0]
    return heading_text(first) if isinstance(first, Heading) else ""


def _unknown_part(reference: str, part: str, known: Collection[str]) -> Refused:
    return Refused(
        (
            Diagnostic(
                code=Code.UNKNOWN_PART,
                message=msg('"{name}" has no part "{part}"', name=reference, part=part),
                hint=did_you_mean(part, known)
                or msg("there are {names}", names=", ".join(_own(known)) or "-"),
            ),
        )
    )


def _own(known: Collection[str]) -> list[str]:
    """The ids without those of what stands in a part."""
    return [one for one in known if "/" not in one]
