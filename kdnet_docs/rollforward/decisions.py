"""What somebody has decided is to stand in each place, read from the file of decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.scalars import PointNumber, Word
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.validate import validate


class Entry(Authored):
    """A decision on the words of one place."""

    part: Word
    """The name of the value that the words stand in."""
    words: Word
    """The words as they stand in the old version."""
    number: PointNumber = 1
    """Which of several such words in that value."""
    sentence: Word = ""
    """What they stand in, for whoever decides."""
    reason: Word = ""
    """Why they move, stay or are asked about."""
    proposal: Word = ""
    """What may stand there."""
    new: Word = ""
    """What is to stand there; nothing while that is not decided."""

    @property
    def place(self) -> tuple[str, str, int]:
        """What it is known by."""
        return self.part, " ".join(self.words.split()), self.number


class DecisionsFile(Authored):
    """All decisions on the way from one version to the next."""

    from_: Word
    """The version that is gone from: ID@VERSION."""
    to: Word
    """The version that is gone to."""
    questions: tuple[Entry, ...] = ()
    """What somebody has to decide."""
    shift: tuple[Entry, ...] = ()
    """What follows the year."""
    keep: tuple[Entry, ...] = ()
    """What stays."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every decision in reading order."""
        return (*self.questions, *self.shift, *self.keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is to stand in a place, and where that was decided if it was in a file; no words leave it open."""

    words: str
    span: Span | None = None


Answers: TypeAlias = Mapping[tuple[str, str, int], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a file decides, and what is to be told of it; `entries` are those it has a line for, by place."""

    answers: Answers
    findings: tuple[Diagnostic, ...] = ()
    entries: Mapping[tuple[str, str, int], Entry]
    file: DecisionsFile | None = None


def decided(item: Item, answers: Answers) -> str | None:
    """What is to stand in the place of an item; None while nobody has decided."""
    answer = answers.get(item.place)
    return item.certain if item.is_fixed or answer is None else answer.words or None


def read_decisions(source: Source, plan: Plan) -> Decisions | Refused:
    """The decisions of a file, or why it is none for this plan; those that fit nowhere are told of."""
    top = compose(source)
    file = top if isinstance(top, Refused) else validate(top, DecisionsFile, plan.language)
    if isinstance(file, Refused):
        return file
    for key, written, wanted in (
        ("from", file.from_, plan.reference),
        ("to", file.to, plan.versions.new.name),
    ):
        if written != wanted:
            return _other(file, key, written, wanted)
    known = {item.place: item for item in plan.items}
    entries: dict[tuple[str, str, int], Entry] = {}
    findings = []
    for entry in file.entries:
        if entry.place not in known or entry.place in entries:
            findings.append(_unknown(entry, plan, twice=entry.place in entries))
        else:
            entries[entry.place] = entry
            if known[entry.place].is_fixed and entry.new.strip() != known[entry.place].certain:
                findings.append(_fixed(entry))
    answers = {
        place: Answer(words=" ".join(entry.new.split()), span=entry.span_of("new"))
        for place, entry in entries.items()
    }
    return Decisions(answers=answers, findings=tuple(findings), entries=entries, file=file)


def _other(file: DecisionsFile, key: str, written: str, wanted: str) -> Refused:
    return Refused(
        (
            Diagnostic(
                code=Code.DECISIONS,
                message=msg(
                    'the decisions are for another draft: {key} is "{written}"', key=key, written=written
                ),
                span=file.span_of(key),
                hint=msg(
                    '"{wanted}" is what was asked for; name another file with --decisions', wanted=wanted
                ),
            ),
        )
    )


def _fixed(entry: Entry) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_DECISION,
        message=msg('"{part}" follows from the command, and cannot be decided otherwise', part=entry.part),
        span=entry.span_of("new"),
        hint=msg("put back what stood there; another version is named with --to"),
    )


def _unknown(entry: Entry, plan: Plan, *, twice: bool) -> Diagnostic:
    names = {item.part for item in plan.items}
    message: Message
    hint: Message | None
    if twice:
        message = msg("there is a decision on the same words further up, which holds")
        hint = msg("delete one of them")
    elif entry.part in names:
        message = msg('"{words}" does not stand in {part}', words=entry.words, part=entry.part)
        hint = msg("the old version has been changed since: delete the decision, or put the words right")
    else:
        message = msg('there is nothing to decide in "{part}"', part=entry.part)
        hint = did_you_mean(entry.part, sorted(names)) or msg("delete the decision")
    return Diagnostic(
        code=Code.UNKNOWN_DECISION,
        message=message,
        span=entry.span_of("words" if entry.part in names else "part"),
        hint=hint,
    )
