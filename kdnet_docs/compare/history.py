"""The life of a document, or of a part of it: through the versions before it, and through git."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.progress import Progress, Step, silent
from kdnet_docs.base.spans import Source
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.compare.align import align
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.compare.documents import document_of
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.facts.facts import facts
from kdnet_docs.compare.part import is_target, part_of, parts_in
from kdnet_docs.compare.successors import successors
from kdnet_docs.document.tree import Document, Heading
from kdnet_docs.document.walk import heading_text
from kdnet_docs.sources.git import is_shallow
from kdnet_docs.sources.log import Commit, states_of
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import read
from kdnet_docs.sources.revisions import nearest_folder, revision, split_reference

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
    called: str = ""
    """The part's id there, where it is another than the one that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What happened, the first of it first; `begins_later` where git has only the end of the history."""

    events: tuple[Event, ...]
    begins_later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    commit: Commit | None
    version: str
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
    folder = nearest_folder(found[0])
    head = revision(folder, at or "HEAD")
    if isinstance(head, Refused):
        return head
    readings: list[_Reading] = []
    for version in (*project.earlier(called), called):
        path, source = (found[0], None) if at and version == called else _now(project, version)
        states = list(_states(path, version, head.commit)) if path else []
        if source and at is None:
            states.extend(_uncommitted(source, version, states))
        readings.extend(list(_read(states, readings, progress)))
    names = _followed(readings, part) if part else {}
    if part and not names:
        known = dict.fromkeys(one for reading in readings for one in reading.parts)
        return _unknown_part(reference, part, known)
    return Life(events=tuple(_events(readings, part, names)), begins_later=is_shallow(folder))


def _now(project: Project, version: str) -> tuple[Path | None, Source | None]:
    path = project.path_of(version)
    if isinstance(path, Refused):
        return None, None
    source = project.load(path)
    return path.absolute(), None if isinstance(source, Refused) else source


def _states(path: Path, version: str, at: str) -> Iterator[_State]:
    """What each commit made of a file; one that changed nothing but its name is left out."""
    folder = nearest_folder(path)
    blob = ""
    for stored in states_of(folder, path.relative_to(folder).as_posix(), at):
        if stored.blob != blob:
            text = stored.load(folder)
            yield _State(commit=stored.commit, version=version, source=stored.path, text=text)
        blob = stored.blob


def _uncommitted(source: Source, version: str, states: Sequence[_State]) -> Iterator[_State]:
    """The file as it is now, if git does not have it so."""
    last = states[-1].text if states else None
    if not isinstance(last, Source) or _lines(last) != _lines(source):
        yield _State(commit=None, version=version, source=source.name, text=source)


def _lines(source: Source) -> str:
    return source.text.replace("\r\n", "\n")


# --- reading ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """A state with its document, and the number of the reading that it follows on, if there is one.

    The first state of a version follows on the version before as it was then.
    """

    state: _State
    document: Document | Refused
    before: int | None

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The ids of its parts."""
        return () if isinstance(self.document, Refused) else parts_in(self.document)


def _read(states: Sequence[_State], earlier: Sequence[_Reading], progress: Progress) -> Iterator[_Reading]:
    """The states of one version, after those of the versions before it."""
    before = _as_of(states[0].second, earlier) if states else None
    for number, state in enumerate(states):
        progress(Step(number=number + 1, of=len(states), title=state.source))
        document = _document(state.text)
        yield _Reading(state=state, document=document, before=before)
        if not isinstance(document, Refused):
            before = len(earlier) + number


def _as_of(second: float, earlier: Sequence[_Reading]) -> int | None:
    """The version before as it was at a time; where it is younger than that, as it was first."""
    sound = [at for at, one in enumerate(earlier) if not isinstance(one.document, Refused)]
    if not sound:
        return None
    last = [at for at in sound if earlier[at].state.version == earlier[sound[-1]].state.version]
    return max((at for at in last if earlier[at].state.second <= second), default=last[0])


# --- the ids of a part --------------------------------------------------------------------------


def _followed(readings: Sequence[_Reading], part: str) -> Mapping[int, str]:
    """What a part is called in each reading; empty where none has this id.

    From the last that has it, it is followed to those before and after: by its id, and where there is
    none of that name, to what a comparison takes for the same.
    """
    start = max((at for at, reading in enumerate(readings) if part in reading.parts), default=None)
    if start is None:
        return {}
    called, found = {start: part}, [start]
    for at in found:
        for other in _beside(at, readings):
            if other not in called:
                called[other] = _called(readings, at, other, called[at])
                found.append(other)
    return called


def _beside(at: int, readings: Sequence[_Reading]) -> Iterator[int]:
    """What a reading follows on, and what follows on it."""
    before = readings[at].before
    if before is not None:
        yield before
    yield from (number for number, one in enumerate(readings) if one.before == at)


def _called(readings: Sequence[_Reading], at: int, other: int, name: str) -> str:
    """What a part that has this name in one reading is called in another beside it."""
    one, two = readings[at].document, readings[other].document
    is_there = name in readings[at].parts and name not in readings[other].parts
    if not is_there or isinstance(one, Refused) or isinstance(two, Refused):
        return name
    if other > at:
        return successors(align(one, two)).get(name, name)
    return {new: old for old, new in successors(align(two, one)).items()}.get(name, name)


# --- telling ------------------------------------------------------------------------------------


def _events(readings: Sequence[_Reading], part: str, called: Mapping[int, str]) -> Iterator[Event]:
    """What happened in each reading; `called` is empty where it is the whole document's life."""
    for at, reading in enumerate(readings):
        state, name = reading.state, called.get(at, part)
        if isinstance(reading.document, Refused):
            what: What | None = Unreadable(reason=reading.document.diagnostics[0])
        else:
            then = None if reading.before is None else readings[reading.before].document
            earlier = None if reading.before is None else called.get(reading.before, part)
            what = _what(_part(then, earlier or ""), _part(reading.document, name), name)
        if what:
            other = name if name != part else ""
            yield Event(commit=state.commit, source=state.source, what=what, called=other)


def _part(document: Document | Refused | None, name: str) -> Document | None:
    if document is None or isinstance(document, Refused):
        return None
    return part_of(document, name) if name else document


def _what(before: Document | None, now: Document | None, name: str) -> What | None:
    if now is None:
        return Went() if before else None
    target = bool(name) and is_target(now, name)
    if before is None and not target:
        return Came(title=_title(now))
    before = before or replace(now, stated=())
    if not target and canonical_text(before) == canonical_text(now):
        return None
    # What a target is stands in no words of its heading: the canonical texts are the same.
    found = facts(align(before, now))
    return tuple(fact for fact in found if not target or fact.kind in _OF_A_TARGET) or None


def _document(text: Source | Refused) -> Document | Refused:
    model = text if isinstance(text, Refused) else read(text)
    return model if isinstance(model, Refused) else document_of(model, (), [])


def _title(document: Document) -> str:
    if document.title:
        return document.title
    first = document.blocks[0]
    return heading_text(first) if isinstance(first, Heading) else ""


def _unknown_part(reference: str, part: str, known: Collection[str]) -> Refused:
    message = msg('"{name}" has no part "{part}"', name=reference, part=part)
    hint = _alike(part, known) or msg("there are {names}", names=", ".join(_own(known)) or "-")
    return Refused((Diagnostic(code=Code.UNKNOWN_PART, message=message, hint=hint),))


def _alike(part: str, known: Collection[str]) -> Message | None:
    """The id that was meant, and all that begin with the same word: the targets of one goal."""
    word = part.partition("/")[0].partition("-")[0]
    family = [one for one in _own(known) if one.partition("-")[0] == word]
    meant = did_you_mean(part, known)
    if meant is None or len(family) < 2:  # noqa: PLR2004 - one is the one that was meant
        return meant
    return msg("{meant} There are {names}", meant=meant, names=", ".join(family))


def _own(known: Collection[str]) -> list[str]:
    """The ids without those of what stands in a part."""
    return [one for one in known if "/" not in one]
