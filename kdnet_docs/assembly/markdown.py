"""Markdown to tokens that know where they stand.

markdown-it-py tells the lines of blocks but not the places of inlines. Its inline state is taught
to note them: each inline token's `map` is (offset, offset) in the text of its paragraph, from where
the rule that made it began to read to where it ended.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

MAX_NESTING = 12
"""Deepest nesting of lists, quotes and emphasis that is read; markdown-it drops words at its own limit."""

MAX_TOKEN_NESTING = 100
"""Deepest nesting of tokens of any kind that is looked into at all."""

_PARAMETER = re.compile(r"\{\{([^{}]{0,200})\}\}")
_TABLE = re.compile(r"^\|.*\|[ \t]*\n\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$", re.MULTILINE)


class _Placed(StateInline):
    """An inline state which notes where each token begins."""

    _pending_at = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.map = [self._pending_at, self._pending_at + len(token.content)]
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token


class _PlacedInline(ParserInline):
    """The library's inline parser on our state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _Placed(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parameter(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    match = _PARAMETER.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("parameter", "", 0)
        token.content = match[1].strip()
        token.map = [match.start(), match.end()]
    state.pos = match.end()
    return True


def _noting_places(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The rule, noting how far each token reaches that it made where it began."""

    def read(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        made = [token for token in state.tokens[before:] if token.map == [start, start]]
        is_run = len(made) == state.pos - start  # of delimiters, which are made sign by sign
        for at, token in enumerate(made, start=start):
            token.map = [at, at + 1] if is_run else [start, state.pos]
        return True

    return read


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_TOKEN_NESTING})
    parser.inline = _PlacedInline()
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.configure("commonmark", {"maxNesting": MAX_TOKEN_NESTING})
    parser.inline.ruler.after("text", "parameter", _parameter)
    parser.enable(["footnote_def", "footnote_ref", "parameter"])
    for rule in parser.inline.ruler.__rules__:
        parser.inline.ruler.at(rule.name, _noting_places(rule.fn), {"alt": rule.alt})
    # Otherwise a link to a file of one's own would be shown as it is typed; the check of links judges all.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - its name there
    # Joining neighbouring texts would lose where the second one began.
    parser.disable(["fragments_join", "text_join"], ignoreInvalid=True)
    return parser


class _References(dict[str, Any]):
    """The definitions of links (`[kl]: https://...`), which notes those that a link asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for: set[str] = set()

    def get(self, label: str, default: Any = None) -> Any:
        self.asked_for.add(label)
        return super().get(label, default)


def parse(text: str) -> tuple[list[Token], tuple[list[int], ...]]:
    """The tokens of Markdown blocks, and the lines of link definitions that show nowhere.

    Footnote definitions are among the tokens where they stand.
    """
    references = _References()
    environment: dict[str, Any] = {"references": references}
    tokens = _parser().parse(text, environment)
    unused = [
        definition["map"] for label, definition in references.items() if label not in references.asked_for
    ]
    twice = [definition["map"] for definition in environment.get("duplicate_refs", ())]
    return tokens, tuple(sorted(unused + twice))


def nesting(tokens: Iterable[Token]) -> int:
    """How deep the tokens are nested in one another, counted before anything walks down into them."""
    depth = deepest = 0
    for token in tokens:
        depth += token.nesting
        deepest = max(deepest, depth + (nesting(token.children) if token.children else 0))
    return deepest


def line_of_table(paragraph: str) -> int | None:
    """The line, from 0, at which a table as other Markdown has it begins in a paragraph, if one does."""
    table = _TABLE.search(paragraph)
    return paragraph.count("\n", 0, table.start()) if table else None
