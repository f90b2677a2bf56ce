"""The text of the next version: the old one with what was decided, and nothing else changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.edits import Edit, edited, moved
from kdnet_docs.base.messages import Language, msg
from kdnet_docs.base.nodes import MappingNode
from kdnet_docs.base.spans import Source, Span, Wording
from kdnet_docs.compare.documents import document_of
from kdnet_docs.document.tree import Document
from kdnet_docs.model.parts import Head
from kdnet_docs.rollforward.decisions import Answer, Answers, decided
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.rollforward.yaml_text import line_break, put_into, scalar
from kdnet_docs.sources.comments import comments
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.cuts import end_of
from kdnet_docs.sources.parts import parts, places
from kdnet_docs.sources.read import read

_REPLACED = ("adopted", "unanswered")
"""Keys at the top of the old version that the new one has not, or has otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The next version: its text, its document, what was edited, and the items that nobody has decided."""

    source: Source
    document: Document
    edits: tuple[Edit, ...]
    open: tuple[Item, ...]

    def line(self, at: int) -> int:
        """In which line of it stands what stood at this place of the old text."""
        return self.source.position(moved(at, self.edits))[0]


def write_draft(plan: Plan, answers: Answers, name: str) -> Draft | Refused:
    """The next version as a file called `name`, read again; or the decision that spoils it."""
    open_items = tuple(item for item in plan.items if decided(item, answers) is None)
    edits = tuple(_all_edits(plan, answers, open_items))
    source = Source(name, edited(plan.source, edits))
    model = read(source)
    if isinstance(model, Refused):
        return _spoiled(plan, answers, model.diagnostics)
    if not _is_as_decided(plan, answers, source):
        return _spoiled(plan, answers, ())
    findings: list[Diagnostic] = []
    document = document_of(model, (), findings)
    errors = tuple(filter(is_error, in_reading_order(findings)))
    if errors:
        return _spoiled(plan, answers, errors)
    return Draft(source=source, document=document, edits=edits, open=open_items)


# --- the text ----------------------------------------------------------------------------------


def _all_edits(plan: Plan, answers: Answers, open_items: Sequence[Item]) -> Iterator[Edit]:
    for item in plan.items:
        yield from _edits(item, decided(item, answers))
    for key in _REPLACED:
        if key in plan.top:
            yield _removal(plan.top, key)
    if open_items:
        at = _end_of_head(plan.top)
        yield Edit(Span(plan.source, at, at), _questions(plan, answers, open_items))


def _text_with(plan: Plan, item: Item, answer: Answer) -> Source:
    """The draft that one decision alone makes."""
    return Source(plan.source.name, edited(plan.source, _all_edits(plan, {item.place: answer}, ())))


def _edits(item: Item, new: str | None) -> Iterator[Edit]:
    if new is None or item.removes:
        return
    for start, end, words in changes(item, new):
        written = put_into(
            item.wording, words, whole=item.is_whole and (start, end) == (item.start, item.end)
        )
        yield Edit(item.wording.locate(start, end), written)


def changes(item: Item, new: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of the value that become others, so small that the lines of the author's stay."""
    lines, after = _lines(item), new.split()
    before = [word for line in lines for word in line]
    if len(before) == len(after):
        made = [(*word, other) for word, other in zip(before, after, strict=True)]
    elif len(lines) <= len(after):
        made = list(_by_lines(lines, after))
    elif len(lines) == len(("one", "other")) and item.wording.text[item.end : item.end + 1] == " ":
        (start, _), end = lines[0][0], lines[0][-1][1]
        # What stood on the second line goes with the space after it.
        made = [(start, end, new), (lines[1][0][0], item.end + 1, "")]
    else:
        made = [(item.start, item.end, new)]
    text = item.wording.text
    yield from (change for change in made if text[change[0] : change[1]] != change[2])


def _lines(item: Item) -> list[list[tuple[int, int]]]:
    """The places of the words of an item, line by line as the author wrote them."""
    text = item.wording.text[item.start : item.end]
    lines: list[list[tuple[int, int]]] = [[]]
    at = item.start
    for match in re.finditer(r"\S+", text):
        start, end = item.start + match.start(), item.start + match.end()
        if lines[-1] and "\n" in item.wording.locate(at, start).text:
            lines.append([])
        lines[-1].append((start, end))
        at = end
    return lines


def _by_lines(lines: Sequence[list[tuple[int, int]]], words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """As many words on each line as it had, while each line after it gets one; the last gets the rest."""
    at = 0
    for after, line in zip(reversed(range(len(lines))), lines, strict=True):
        count = min(len(line), len(words) - at - after) if after else len(words) - at
        yield line[0][0], line[-1][1], " ".join(words[at : at + count])
        at += count


def _removal(top: MappingNode, key: str) -> Edit:
    """The edit that takes a key at the top away with its lines."""
    start = top.span.source.text.rfind("\n", 0, top.keys_at[key].start) + 1
    return Edit(Span(top.span.source, start, _line_end(top, key)), "")


def _end_of_head(top: MappingNode) -> int:
    """Where the line begins after the last of the keys that sources of every kind have at the top."""
    known = {field.alias or name for name, field in Head.model_fields.items()} | {"kind"}
    return max(_line_end(top, key) for key in takewhile(known.__contains__, top))


def _line_end(top: MappingNode, key: str) -> int:
    """Where the line ends, its break included, on which the value of a key at the top ends."""
    text = top.span.source.text
    found = text.find("\n", max(top.keys_at[key].end, end_of(top[key])))
    return found + 1 if found >= 0 else len(text)


def _questions(plan: Plan, answers: Answers, items: Sequence[Item]) -> str:
    """The key with all that is not decided."""
    language: Language = "en" if plan.language == "en" else "da"
    lines = ["unanswered:"]
    for item in items:
        lines += [f"  - part: {scalar(item.part)}", f"    words: {scalar(item.words)}"]
        if (number := _number_in_draft(item, plan, answers)) > 1:
            lines.append(f"    number: {number}")
        lines.append(f"    question: {scalar(item.question.to(language))}")
    return "".join(line + line_break(plan.source) for line in lines)


def _number_in_draft(item: Item, plan: Plan, answers: Answers) -> int:
    """Which of such words in the value it is in the draft, where others of its years may have moved."""
    made = _changes_in(item.wording, plan, answers)
    moved = item.start + sum(len(words) - (end - start) for start, end, words in made if end <= item.start)
    found = places(_with(item.wording.text, made), item.words)
    return sum(start <= moved for start, _ in found)


# --- whether it says what was decided ----------------------------------------------------------


def _is_as_decided(plan: Plan, answers: Answers, source: Source) -> bool:
    """Whether the new text has every value of the old one but those decided, and its comments."""
    top = compose(source)
    if isinstance(top, Refused):
        return False
    before = {part.name: part.wording for part in parts(plan.top) if part.keys[0] not in _REPLACED}
    after = {part.name: part.wording.text for part in parts(top) if part.keys[0] not in _REPLACED}
    if after != {name: _expected(wording, plan, answers) for name, wording in before.items()}:
        return False
    return any(key in plan.top for key in _REPLACED) or comments(top) == comments(plan.top)


def _expected(wording: Wording, plan: Plan, answers: Answers) -> str:
    return _with(wording.text, _changes_in(wording, plan, answers))


def _with(text: str, made: Sequence[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(made, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _changes_in(wording: Wording, plan: Plan, answers: Answers) -> list[tuple[int, int, str]]:
    """What becomes something else in a value."""
    return [
        change
        for item in plan.items
        if item.wording is wording and not item.removes and (new := decided(item, answers)) is not None
        for change in changes(item, new)
    ]


def _spoiled(plan: Plan, answers: Answers, findings: Sequence[Diagnostic]) -> Refused:
    """The decision that nothing sound can be written with; what else was found where it is none of them."""
    for item in plan.items:
        answer = answers.get(item.place)
        if answer and answer.words and (spoiled := spoils(plan, item, answer)):
            return Refused((spoiled,))
    return Refused(tuple(findings) or (_unwritable(plan),))


def spoils(plan: Plan, item: Item, answer: Answer) -> Diagnostic | None:
    """Why a decision cannot stand where it is to, if so."""
    found = next(iter(_found_with(plan, item, answer)), None)
    alone = {item.place: answer}
    if not found and _is_as_decided(plan, alone, _text_with(plan, item, answer)):
        return None
    reason = found.message if found else msg("YAML reads something else there")
    return Diagnostic(
        code=Code.BAD_DECISION,
        message=msg('"{words}" cannot stand there: {reason}', words=answer.words, reason=reason),
        span=answer.span or item.span,
        hint=found.hint if found else msg("write it in other words, without # and brackets"),
    )


def _found_with(plan: Plan, item: Item, answer: Answer) -> tuple[Diagnostic, ...]:
    """What is wrong with the draft that this decision alone makes."""
    model = read(_text_with(plan, item, answer))
    if isinstance(model, Refused):
        return model.diagnostics
    findings: list[Diagnostic] = []
    document_of(model, (), findings)
    return tuple(filter(is_error, findings))


def _unwritable(plan: Plan) -> Diagnostic:
    return Diagnostic(
        code=Code.BAD_DECISION,
        message=msg("the draft cannot be written without changing more than was decided"),
        span=Span(plan.source, 0, 0),
        hint=msg("put each key at the top on a line of its own; `kdnet format` does it"),
    )
