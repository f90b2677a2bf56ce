"""Nodes to a model, and pydantic's errors to findings at the right place."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.nodes import MappingNode, Node, SequenceNode
from kdnet_docs.base.spans import Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.problems import FieldError

M = TypeVar("M", bound=Authored)


def validate(node: MappingNode, model: type[M], language: str) -> M | Refused:
    """The model of a source, or every value in it that does not fit."""
    try:
        return model.model_validate(node, context={"language": language})
    except ValidationError as error:
        details = error.errors(include_url=False)
        return Refused(
            tuple(_finding(node, detail) for detail in details if not _follows_from_others(detail))
        )


def _follows_from_others(error: Mapping[str, Any]) -> bool:
    """A list whose items were all refused counts as empty: its items' findings say enough."""
    return error["type"] == "too_short" and bool(error["input"])


def _finding(root: MappingNode, error: Mapping[str, Any]) -> Diagnostic:
    parent, node, span = _find(root, error["loc"])
    problem = (error.get("ctx") or {}).get("error")
    if isinstance(problem, FieldError):
        return Diagnostic(
            code=problem.code, message=problem.message, span=problem.span or span, hint=problem.hint
        )
    explain = _EXPLAINED.get(error["type"], _other)
    code, message, hint = explain(error, parent, node)
    if code is Code.UNKNOWN_KEY:
        span = parent.keys_at[str(error["loc"][-1])]
    return Diagnostic(code=code, message=message, span=span, hint=hint)


def _find(root: MappingNode, loc: Iterable[str | int]) -> tuple[MappingNode, Node | None, Span]:
    """The mapping an error speaks of, the node itself if there is one, and where to point.

    A location also names members of unions and keys that are missing; those are no steps in the file.
    """
    node: Node = root
    parent, span = root, _first_line(root)
    steps = list(loc)
    for position, step in enumerate(steps):
        if isinstance(node, MappingNode) and step in node:
            parent, span, node = node, node.keys_at[str(step)], node[str(step)]
            if position == len(steps) - 1 and node.span.end > node.span.start:
                span = span if isinstance(node, MappingNode | SequenceNode) else node.span
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node[step]
            span = _first_line(node)
        if isinstance(node, MappingNode) and position < len(steps) - 1:
            parent = node
    return parent, node, span


def _first_line(node: Node) -> Span:
    """The beginning of a node: the first key of a mapping, else the first line of its text."""
    if isinstance(node, MappingNode) and node.keys_at:
        return next(iter(node.keys_at.values()))
    end = node.span.source.text.find("\n", node.span.start)
    return Span(node.span.source, node.span.start, min(node.span.end, end if end >= 0 else node.span.end))


_ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "afsnit": ("section",),
    "begrundelse": ("reason",),
    "bemærkning": ("remark",),
    "dagsorden": ("agenda",),
    "emne": ("subject",),
    "enhed": ("unit",),
    "forfatter": ("author",),
    "formål": ("purpose",),
    "frist": ("due",),
    "grund": ("reason",),
    "indhold": ("body",),
    "kode": ("code",),
    "kolonner": ("columns",),
    "lukket": ("closed",),
    "mål": ("goals", "targets", "maal"),
    "måltal": ("targets",),
    "navn": ("name",),
    "ord": ("words",),
    "parter": ("parties",),
    "punkter": ("agenda",),
    "rækker": ("rows",),
    "sprog": ("language",),
    "spørgsmål": ("question",),
    "sum": ("total",),
    "underskrifter": ("signatures",),
    "vedtaget": ("adopted",),
    "årsag": ("reason",),
}
"""What Danish authors write for a key that is not like it; the first that is a key there is meant."""

Explained = tuple[Code, Message, Message | None]


def _unknown_key(error: Mapping[str, Any], parent: MappingNode, _node: Node | None) -> Explained:
    key = str(error["loc"][-1])
    meant = next((one for one in _ALSO_CALLED.get(key.lower(), ()) if one in parent.shape), None)
    return (
        Code.UNKNOWN_KEY,
        msg('the key "{key}" is not known here', key=key),
        (msg('did you mean "{name}"?', name=meant) if meant else did_you_mean(key, parent.shape))
        or msg("the keys here are {keys}", keys=", ".join(parent.shape)),
    )


def _missing_key(error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    return (
        Code.MISSING_KEY,
        msg('the key "{key}" is missing', key=error["loc"][-1]),
        msg('add a line "{key}: ..."', key=error["loc"][-1]),
    )


def _not_a_list(_error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    return Code.WRONG_SHAPE, msg("a list belongs here"), msg('begin each of its lines with "- "')


def _not_a_mapping(_error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    return (
        Code.WRONG_SHAPE,
        msg("keys with values belong here"),
        msg('write "key: value" on lines of their own'),
    )


def _too_short(_error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    return Code.WRONG_SHAPE, msg("the list is empty"), msg("it needs at least one line")


def _not_a_choice(error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    given = str(error["input"])
    choices = [
        choice.strip("'") for choice in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    ]
    return (
        Code.BAD_VALUE,
        msg('"{text}" is not one of the choices', text=given),
        did_you_mean(given, choices) or msg("the choices are {choices}", choices=", ".join(choices)),
    )


def _unknown_block(_error: Mapping[str, Any], _parent: MappingNode, node: Node | None) -> Explained:
    kinds = ("section", "text", "table", "goals", "signatures")
    keys = tuple(node) if isinstance(node, MappingNode) else ()
    suggestion = next(filter(None, (did_you_mean(key, kinds) for key in keys)), None)
    return (
        Code.UNKNOWN_BLOCK,
        msg("this is no part of a document"),
        suggestion or msg("a part begins with one of {kinds}", kinds=", ".join(kinds)),
    )


def _other(error: Mapping[str, Any], _parent: MappingNode, _node: Node | None) -> Explained:
    return Code.BAD_VALUE, msg("this value does not fit: {reason}", reason=error["msg"]), None


_EXPLAINED: Mapping[str, Callable[[Mapping[str, Any], MappingNode, Node | None], Explained]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "dict_type": _not_a_mapping,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "too_short": _too_short,
    "literal_error": _not_a_choice,
    "union_tag_not_found": _unknown_block,
    "union_tag_invalid": _unknown_block,
}
