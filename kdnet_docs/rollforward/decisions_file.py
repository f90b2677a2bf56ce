"""The file of decisions as it is written, to be filled in by hand, and as more answers are put into it."""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.base.edits import Edit, edited
from kdnet_docs.base.messages import Language, Message, msg
from kdnet_docs.base.nodes import MappingNode, SequenceNode
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.rollforward.decisions import Answers, Decisions, Entry, decided
from kdnet_docs.rollforward.item import Item
from kdnet_docs.rollforward.plan import Plan
from kdnet_docs.rollforward.yaml_text import line_break, scalar
from kdnet_docs.sources.cuts import end_of

_LISTS = ("questions", "shift", "keep")


def write_decisions(plan: Plan, answers: Answers) -> str:
    """The file with every item as it was found, and what was decided of it."""
    language = _language(plan)
    of_kind = {
        "questions": [item for item in plan.items if item.verdict.kind == "ask"],
        "shift": [item for item in plan.items if item.verdict.kind == "shift"],
        "keep": [item for item in plan.items if item.verdict.kind == "keep"],
    }
    lines = [*_introduction(plan, language)]
    for key, items in of_kind.items():
        if items:
            lines += ["", f"# {_HEADINGS[key].to(language)}", f"{key}:"]
            lines += [line for item in items for line in _entry_lines(item, answers, language)]
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


def _language(plan: Plan) -> Language:
    return "en" if plan.language == "en" else "da"


def _entry_lines(item: Item, answers: Answers, language: Language) -> Sequence[str]:
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


# --- more answers ------------------------------------------------------------------------------


def filled_in(source: Source, decisions: Decisions, plan: Plan, answers: Answers) -> str | None:
    """The file with the answers put into it, and all else as it was; None where there is no place for one."""
    edits = [
        _put(entry, answers[place].words)
        for place, entry in decisions.entries.items()
        if place in answers and " ".join(entry.new.split()) != answers[place].words
    ]
    missing = [item for item in plan.items if item.place in answers and item.place not in decisions.entries]
    if missing and decisions.file:
        added = _added(decisions.file.node, missing, answers, _language(plan))
        if added is None:
            return None
        edits.append(added)
    return edited(source, edits)


def _put(entry: Entry, words: str) -> Edit:
    """The edit that writes an answer after "new:", which need not be there."""
    source, key = entry.node.span.source, entry.node.keys_at.get("new")
    if key is None:
        at = end_of(entry.node)
        if source.text[at - 1] == "}":
            return Edit(Span(source, at - 1, at - 1), f", new: {scalar(words)}")
        indent = " " * (next(iter(entry.node.keys_at.values())).column - 1)
        return Edit(Span(source, at, at), f"{line_break(source)}{indent}new: {scalar(words)}")
    value = entry.node["new"].span
    if value.text:
        return Edit(value, scalar(words) if words else "")
    # A value that is left out has no place of its own.
    return Edit(Span(source, key.end + 1, key.end + 1), f" {scalar(words)}")


def _added(top: MappingNode, items: Sequence[Item], answers: Answers, language: Language) -> Edit | None:
    """The edit that adds lines for these items below a list that has some, or below a new one at the end."""
    source = top.span.source
    text, ends = source.text, line_break(source)
    lines = [line for item in items for line in _entry_lines(item, answers, language)]
    for key in _LISTS:
        node = top.get(key)
        if isinstance(node, SequenceNode) and node and text[node.span.start] != "[":
            at = text.find("\n", end_of(node)) + 1 or len(text)
            indent = text.rfind("-", 0, node[0].span.start) - text.rfind("\n", 0, node[0].span.start) - 1
            lines = [" " * indent + line.removeprefix("  ") for line in lines]
            break
    else:
        free = [key for key in _LISTS if key not in top]
        if not free:
            return None
        at, lines = len(text), [f"{free[0]}:", *lines]
    before = "" if text[:at].endswith("\n") else ends
    return Edit(Span(source, at, at), before + "".join(line + ends for line in lines))
