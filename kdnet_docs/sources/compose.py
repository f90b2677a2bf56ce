"""YAML text to nodes with positions.

Scalars stay text: YAML's guesses (`no`, `39.010`, `2021-09`) never happen. What makes YAML hard to
read for people, and dangerous from strangers (anchors and aliases, merge keys, tags), is refused.
The parser's events are read with a stack of our own, so that no depth of nesting can overflow it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.sources.load import MAX_FINDINGS, forbidden, forbidden_in
from kdnet_docs.sources.syntax_errors import syntax_error
from kdnet_docs.sources.wording import wording

_CUT = re.compile(r"[ \t]+(#[^\s#]\S*)")

MAX_DEPTH = 40
"""Deepest nesting of lists and keys; the real contract has nine."""


@lru_cache(maxsize=128)
def compose(source: Source) -> MappingNode | Refused:
    """The nodes of a source whose top is a mapping, or all that is wrong with its YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    builder = _Builder(source)
    try:
        for event in YAML(typ="safe", pure=False).parse(source.text):
            builder.take(event)
            if builder.given_up:
                break
    except YAMLError as error:
        builder.findings.append(syntax_error(error, source, builder.last_quotation))
    if builder.findings:
        return Refused(tuple(builder.findings))
    return _top(builder.root, source)


def _top(root: Node | None, source: Source) -> MappingNode | Refused:
    match root:
        case MappingNode():
            return root
        case None:
            code, message, span = Code.EMPTY, msg("the file is empty"), Span(source, 0, 0)
        case ScalarNode() | SequenceNode():
            code, message = Code.WRONG_SHAPE, msg("a source is a list of keys with values")
            span = root.span
    hint = msg('the first lines say what it is, such as "kind: contract"')
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet."""

    start: int
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys_at: dict[str, Span] = field(default_factory=dict)
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds nodes from the parser's events and collects what is refused."""

    source: Source
    findings: list[Diagnostic] = field(default_factory=list)
    root: Node | None = None
    last_quotation: Span | None = None
    given_up: bool = False
    _stack: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: Any) -> None:  # the events are untyped
        self._refuse_decorations(event)
        self.given_up = self.given_up or len(self.findings) >= MAX_FINDINGS
        match type(event).__name__:
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._give_up(Code.MULTIPLE_DOCUMENTS, event)
            case "ScalarEvent":
                self._scalar(event)
            case "SequenceStartEvent" | "MappingStartEvent" as name:
                if len(self._stack) >= MAX_DEPTH:
                    self._give_up(Code.TOO_DEEP, event)
                self._stack.append(_Open(event.start_mark.index, name == "MappingStartEvent"))
            case "SequenceEndEvent" | "MappingEndEvent":
                self._close(event)
            case "AliasEvent":
                self._add(ScalarNode(wording("", self._span(event), None)))
            case _:
                pass  # the ends of stream and document, and directives

    def _span(self, event: Any) -> Span:
        return Span(self.source, event.start_mark.index, event.end_mark.index)

    def _give_up(self, code: Code, event: Any) -> None:
        self.given_up = True
        message, hint = {
            Code.TOO_DEEP: (
                msg("lists and keys are nested more than {depth} deep", depth=MAX_DEPTH),
                msg("is an indentation or a bracket wrong above this line?"),
            ),
            Code.MULTIPLE_DOCUMENTS: (
                msg("the file holds more than one document"),
                msg('one file is one version of one document: take the line "---" away, or split the file'),
            ),
        }[code]
        self._find(code, message, self._span(event), hint)

    def _find(self, code: Code, message: Any, span: Span, hint: Any) -> None:
        self.findings.append(Diagnostic(code=code, message=message, span=span, hint=hint))

    def _refuse_decorations(self, event: Any) -> None:
        name = type(event).__name__
        if name == "AliasEvent" or getattr(event, "anchor", None):
            self._find(
                Code.ALIAS,
                msg("anchors (&) and aliases (*) are not used in sources"),
                self._span(event),
                msg('write the text out, or put it in quotes if it begins with "&" or "*"'),
            )
        if (tag := getattr(event, "tag", None)) and name != "DocumentStartEvent":
            self._find(
                Code.TAG,
                msg("the tag {tag} is not used in sources", tag=tag),
                self._span(event),
                msg('leave it out, or put the text in quotes if it begins with "!"'),
            )

    def _scalar(self, event: Any) -> None:
        value = wording(event.value, self._span(event), event.style)
        if character := forbidden_in(event.value):
            self.findings.append(forbidden(character, value.span))
        if not event.style and (cut := _CUT.match(self.source.text, event.end_mark.index)):
            self._find(
                Code.CUT_BY_COMMENT,
                msg('"{text}" and what follows is not read: a # after a space begins a comment', text=cut[1]),
                Span(self.source, *cut.span(1)),
                msg("put the whole text in quotes, or write a space after the # of a comment"),
            )
        if event.style in ("'", '"') and event.start_mark.line < event.end_mark.line:
            self.last_quotation = value.span
        self._add(ScalarNode(value))

    def _close(self, event: Any) -> None:
        done = self._stack.pop()
        span = Span(self.source, done.start, event.end_mark.index)
        self._add(
            MappingNode(done.entries, span, done.keys_at) if done.mapping else SequenceNode(done.items, span)
        )

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            parent.entries[parent.key] = node
            parent.key = None

    def _key(self, parent: _Open, node: Node) -> None:
        if not isinstance(node, ScalarNode):
            parent.key = ""
            self._find(
                Code.SYNTAX,
                msg("a key is a single word"),
                node.span,
                msg('put text that begins with "{{", "[" or "{{{{" in quotes'),
            )
            return
        parent.key = node.text
        if node.text == "<<":
            self._find(
                Code.ALIAS,
                msg("merge keys (<<) are not used in sources"),
                node.span,
                msg("write the keys out"),
            )
        elif first := parent.keys_at.get(node.text):
            self.findings.append(
                Diagnostic(
                    code=Code.DUPLICATE_KEY,
                    message=msg('the key "{key}" stands twice', key=node.text),
                    span=node.span,
                    hint=msg("keep one of them"),
                    labels=(Label(first, msg("first here")),),
                )
            )
        parent.keys_at.setdefault(node.text, node.span)
