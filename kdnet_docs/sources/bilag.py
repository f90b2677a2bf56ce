"""Which sources are read together: a meeting, those it goes on from, and the documents that are its bilag."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import Authored

Written: TypeAlias = Contract | StatusTable
"""What a document is made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSources:
    """A meeting with all that it is made from.

    `sent` are the meetings whose packages a tillæg goes on from, the oldest first. `rivals` are, by the
    name of a tillæg among these and the meeting, the one that went on before it from the same meeting.
    `newest` is the name of the last tillæg that goes on from the meeting, empty where none does.
    `documents` holds the bilag that could be read, by ID@VERSION and in the order of the agenda, and
    `compared` the versions that some of these are compared with.
    """

    meeting: Meeting
    sent: tuple[Meeting, ...] = ()
    rivals: Mapping[str, Meeting] = field(default_factory=dict)
    newest: str = ""
    documents: Mapping[str, Written] = field(default_factory=dict)
    compared: Mapping[str, Written] = field(default_factory=dict)


def with_bilag(project: Project, names: Sequence[str]) -> Iterator[Written | MeetingSources | Refused]:
    """The sources of these names, each once, and after a meeting its bilag in the agenda's order.

    What is wrong with a bilag is told of in each meeting that names it. A tillæg is refused while the
    meetings it goes on from cannot be read.
    """
    reading = _Reading(project)
    given: set[str] = set()
    for name in dict.fromkeys(map(project.called, names)):
        if name in given:
            continue
        given.add(name)
        model = reading.read(name)
        if not isinstance(model, Meeting):
            yield model
            continue
        bilag = {reference: reading.bilag(reference, span) for reference, span in _bilag(model).items()}
        compared = {name: reading.bilag(name, span) for name, span in _compared(model).items()}
        sent = reading.sent(model)
        if isinstance(sent, Refused):
            yield sent
        else:
            rivals = {one.id: rival for one in (*sent, model) if (rival := reading.rival(one))}
            newest = reading.newest(model.id)
            yield MeetingSources(
                meeting=model,
                sent=sent,
                rivals=rivals,
                newest=newest,
                documents=_read(bilag),
                compared=_read(compared),
            )
        for reference, one in bilag.items():
            if isinstance(one, Refused) or reference not in given:
                given.add(reference)
                yield one
        yield from (one for one in compared.values() if isinstance(one, Refused))


def _read(sources: Mapping[str, Written | Refused]) -> Mapping[str, Written]:
    return {name: one for name, one in sources.items() if not isinstance(one, Refused)}


def _bilag(meeting: Meeting) -> dict[str, Span]:
    """Each document of the meeting once, in the order of the agenda, with where it is first named."""
    bilag: dict[str, Span] = {}
    for item in meeting.agenda:
        for entry in item.bilag:
            if entry.document is not None:
                bilag.setdefault(entry.document, entry.span_of("document"))
    return bilag


def _compared(meeting: Meeting) -> dict[str, Span]:
    """Each version that a bilag is compared with, with where it is first named."""
    compared: dict[str, Span] = {}
    for item in meeting.agenda:
        for entry in item.bilag:
            if entry.compare_with is not None:
                compared.setdefault(entry.compare_with, entry.span_of("compare-with"))
    return compared


_SUPPLEMENTS = re.compile(r"""^["']?supplements["']?[ \t]*:[ \t]+["']?([^\s"']+)""", re.MULTILINE)


class _Reading:
    """Reads the sources of a project, each once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._documents, self._meetings = frozenset(project.references()), frozenset(project.meetings())
        self._models: dict[str, Authored | Refused] = {}

    def read(self, name: str) -> Authored | Refused:
        if name not in self._models:
            self._models[name] = self._project.read(name)
        return self._models[name]

    def bilag(self, reference: str, span: Span) -> Written | Refused:
        """The document of this name, or why it cannot be a bilag."""
        if reference in self._documents:
            model = self.read(reference)
        elif reference in self._meetings:
            return _no_bilag(reference, span)
        else:
            model = self._project.read(reference, span)
        return _no_bilag(reference, span) if isinstance(model, Meeting) else model

    def sent(self, meeting: Meeting) -> tuple[Meeting, ...] | Refused:
        """The meetings that `meeting` goes on from, the oldest first."""
        chain = [meeting]
        while (name := chain[0].supplements) is not None:
            if name in {known.id for known in chain}:
                return _round(chain, name)
            if name not in self._meetings:
                return _unknown_meeting(chain[0], name, sorted(self._meetings))
            model = self.read(name)
            if not isinstance(model, Meeting):
                return model if isinstance(model, Refused) else _unknown_meeting(chain[0], name, ())
            chain.insert(0, model)
        return tuple(chain[:-1])

    def rival(self, meeting: Meeting) -> Meeting | None:
        """The tillæg that goes on from the same meeting as this one and comes last before it."""
        before: Meeting | None = None
        for name in self._followers(meeting.supplements or ""):
            model = self.read(name)
            if isinstance(model, Meeting) and _order(model) < _order(meeting):
                before = model
        return before

    def newest(self, name: str) -> str:
        """The last of the tillæg that go on, one from the other, from the meeting of this name."""
        chain = [name]
        while (following := self._followers(chain[-1])) and following[0] not in chain:
            chain.append(following[0])
        return chain[-1] if len(chain) > 1 else ""

    def _followers(self, name: str) -> Sequence[str]:
        """The tillæg that go on from the meeting of this name, those that cannot be read last."""
        names = [one for one, base in self._bases.items() if base == name]
        if len(names) < 2:  # noqa: PLR2004 - there is no order of one
            return names
        models = {one: self.read(one) for one in names}
        return sorted(
            names,
            key=lambda one: _order(model) if isinstance(model := models[one], Meeting) else (date.max, one),
        )

    @cached_property
    def _bases(self) -> Mapping[str, str]:
        """The meeting that each tillæg goes on from, as its text says: not every meeting need be parsed."""
        texts = self._project.meeting_sources()
        found = ((name, _SUPPLEMENTS.search(source.text)) for name, source in texts)
        return {name: match[1] for name, match in found if match}


def _order(meeting: Meeting) -> tuple[date, str]:
    return (meeting.date, meeting.id)


def _no_bilag(reference: str, span: Span) -> Refused:
    return _refused(
        Code.NO_BILAG,
        msg('"{name}" is a meeting, and a meeting cannot be a bilag', name=reference),
        span,
        msg("name a contract or a status table as ID@VERSION"),
    )


def _round(chain: Sequence[Meeting], name: str) -> Refused:
    ring = [one.id for one in chain]
    ring = ring[: ring.index(name) + 1]
    return _refused(
        Code.SUPPLEMENTS,
        msg("the meeting supplements itself")
        if len(ring) == 1
        else msg("the meetings {names} supplement each other", names=", ".join(ring)),
        chain[0].span_of("supplements"),
        msg("name the meeting whose package was sent before this one"),
    )


def _unknown_meeting(meeting: Meeting, name: str, known: Sequence[str]) -> Refused:
    return _refused(
        Code.SUPPLEMENTS,
        msg('there is no meeting "{name}" to supplement', name=name),
        meeting.span_of("supplements"),
        did_you_mean(name, known) or msg("there are {names}", names=", ".join(known) or "-"),
    )


def _refused(code: Code, message: Message, span: Span, hint: Message) -> Refused:
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))
