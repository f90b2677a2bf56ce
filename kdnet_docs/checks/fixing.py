"""Puts right in a source what can be put right without asking, and changes nothing else in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, Refused, is_error
from kdnet_docs.base.edits import Edit, edited
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.run import examine, examine_meeting
from kdnet_docs.document.anatomy import anatomy
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.sources.comments import comments
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.read import read

Outline: TypeAlias = tuple[tuple[str, ...], ...]
"""What a source is made of, whatever words stand in it; empty for one that cannot be built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """The text of a source after its fixes, and the findings whose fixes were made."""

    text: str
    findings: tuple[Diagnostic, ...]


def fixed(source: Source, findings: Sequence[Diagnostic]) -> Fixed:
    """The source with the fixes of these findings, of each all edits or none.

    It is read again afterwards. A fix after which it would say anything else than it did and the new words,
    or be built otherwise, is not made; nor is one that writes where another does.
    """
    wanted = _that_go_together(source, findings)
    before = _outline(source)
    if not _is_sound(source, wanted, before):
        one_by_one, wanted = wanted, []
        for finding in one_by_one:
            if _is_sound(source, [*wanted, finding], before):
                wanted.append(finding)
    return Fixed(text=edited(source, _edits(wanted)), findings=tuple(wanted))


def _that_go_together(source: Source, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    chosen: list[Diagnostic] = []
    edits: dict[Edit, None] = {}
    for finding in findings:
        own = dict.fromkeys(finding.fix)
        here = all(edit.span.source == source for edit in own)
        if own and here and not any(_touch(edit, other) for edit in own for other in edits if edit != other):
            chosen.append(finding)
            edits.update(own)
    return chosen


def _touch(one: Edit, other: Edit) -> bool:
    overlap = one.span.start < other.span.end and other.span.start < one.span.end
    return overlap or one.span.start == other.span.start


def _edits(findings: Sequence[Diagnostic]) -> tuple[Edit, ...]:
    return tuple(dict.fromkeys(edit for finding in findings for edit in finding.fix))


def _is_sound(source: Source, findings: Sequence[Diagnostic], before: Outline) -> bool:
    """Whether the text with these fixes says what it said, but for their words."""
    edits = _edits(findings)
    after = Source(source.name, edited(source, edits))
    old, new = compose(source), compose(after)
    if isinstance(old, Refused) or isinstance(new, Refused):
        return False
    said = list(_said(old, edits))
    if said != list(_said(new, ())) or comments(old) != comments(new):
        return False
    return not edits or _outline(after) == before != ()


def _said(node: Node, edits: Sequence[Edit]) -> Iterator[str | int]:
    """Every key and value in order, after the edits within it."""
    match node:
        case ScalarNode():
            yield _value(node, edits)
        case SequenceNode():
            yield len(node)
            for item in node:
                yield from _said(item, edits)
        case MappingNode():
            yield len(node)
            for key, value in node.items():
                yield key
                yield from _said(value, edits)


def _value(node: ScalarNode, edits: Sequence[Edit]) -> str:
    """What a value says after the edits within it."""
    pieces: list[str] = []
    at = 0
    within = (edit for edit in edits if node.span.start <= edit.span.start and edit.span.end <= node.span.end)
    for edit in sorted(within, key=lambda edit: edit.span.start):
        start, end = (node.wording.index_of(offset) for offset in (edit.span.start, edit.span.end))
        pieces += node.text[at:start], edit.text
        at = end
    return "".join([*pieces, node.text[at:]])


def _outline(source: Source) -> Outline:
    """The id, kind and number of all that holds words, as the documents of a source have it."""
    model = read(source)
    if isinstance(model, Refused):
        return ()
    if isinstance(model, Meeting):
        documents, findings = examine_meeting(MeetingSources(meeting=model))
    else:
        document, findings = examine(model)
        documents = (document,)
    errors = sorted(str(finding.message) for finding in findings if is_error(finding))
    leaves = [
        (leaf.id, leaf.kind, leaf.label)
        for document in documents
        for leaf in anatomy(document).leaves.values()
    ]
    return (tuple(errors), *leaves)
