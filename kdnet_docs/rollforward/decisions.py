"""The file of decisions: what is to stand in each place, written to be filled in by hand, and read again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.edits import Edit, edited
from kdnet_docs.base.messages import Language, Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.scalars import PointNumber, Word
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.rollforward.yaml_text import scalar
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
    """What is to stand in a place, and where that was decided if it was in a file."""

    words: str
    span: Span | None = None


Answers: TypeAlias = Mapping[tuple[str, str, int], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a file decides, and what is to be told of it; `entries` are those it has a line for."""

    answers: Answers
    findings: tuple[Diagnostic, ...] = ()
    entries: Mapping[tuple[str, str, int], Entry]


def decided(item: Item, answers: Answers) -> str | None:
    """What is to stand in the place of an item; None while nobody has decided."""
    answer = answers.get(item.place)
    return answer.words if answer and not item.is_fixed else item.certain


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
        if entry.new.strip()
    }
    return Decisions(answers=answers, findings=tuple(findings), entries=entries)


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


# --- writing -----------------------------------------------------------------------------------


def write_decisions(plan: Plan, answers: Answers) -> str:
    """The file with every item as it was found, and what was decided of it."""
    language: Language = "en" if plan.language == "en" else "da"
    of_kind = {
        "questions": [item for item in plan.items if item.verdict.kind == "ask"],
        "shift": [item for item in plan.items if item.verdict.kind == "shift"],
        "keep": [item for item in plan.items if item.verdict.kind == "keep"],
    }
    lines = [*_introduction(plan, language)]
    for key, items in of_kind.items():
        if items:
            lines += ["", f"# {_HEADINGS[key].to(language)}", f"{key}:"]
            lines += [line for item in items for line in entry_lines(item, answers, language)]
    return "\n".join(lines) + "\n"


_HEADINGS: Mapping[str, Message] = {
    "questions": msg("For you to decide"),
    "shift": msg("Follows the year"),
    "keep": msg("Stays as it is"),
}


def _introduction(plan: Plan, language: Language) -> Iterator[str]:
    told = (
        msg("Decisions on the way from {old} to {new}.", old=plan.reference, new=plan.versions.new.name),
        msg(
            'Write after "new:" what is to stand in the place of "words:"; '
            "the same words if they are to stay."
        ),
        msg('What has nothing after "new:" is not decided, and stands in the draft as a question.'),
        msg("Then run the same command again."),
    )
    yield from (f"# {line.to(language)}" for line in told)
    yield f"from: {scalar(plan.reference)}"
    yield f"to: {scalar(plan.versions.new.name)}"


def filled_in(source: Source, decisions: Decisions, answers: Answers) -> str | None:
    """The file with the answers put into it, and all else as it was; None where it has no line for one."""
    edits = []
    for place, answer in answers.items():
        entry = decisions.entries.get(place)
        key = entry and entry.node.keys_at.get("new")
        if not entry or not key:
            return None
        if " ".join(entry.new.split()) != answer.words:
            value = entry.node["new"].span
            # A value that is left out has no place of its own.
            span = value if value.text else Span(source, key.end + 1, key.end + 1)
            edits.append(Edit(span, ("" if value.text else " ") + scalar(answer.words)))
    return edited(source, edits)


def entry_lines(item: Item, answers: Answers, language: Language) -> Sequence[str]:
    """The lines of an item."""
    new = decided(item, answers)
    asked = item.verdict.kind == "ask"
    pairs = (
        ("part", item.part),
        ("words", item.words),
        ("number", str(item.number) if item.number > 1 else ""),
        ("sentence", item.sentence),
        ("reason", item.verdict.reason.to(language)),
        ("proposal", (item.verdict.new or "") if asked else ""),
    )
    first, *rest = [f"{key}: {scalar(value)}" for key, value in pairs if value]
    return (
        f"  - {first}",
        *(f"    {line}" for line in rest),
        f"    new: {scalar(new)}" if new else "    new:",
    )
