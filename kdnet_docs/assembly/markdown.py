"""Markdown to tokens that know where they stand.

markdown-it-py tells the lines of blocks but not the places of inlines. Its inline state is taught
to note them: each inline token's `map` is (offset, offset) in the text of its paragraph.
"""

import re
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

MAX_NESTING = 12
"""Deepest nesting of lists, quotes and emphasis that is read; markdown-it drops words at its own limit."""

_PARAMETER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


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


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.inline = _PlacedInline()
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.configure("commonmark", {"maxNesting": 100})
    parser.inline.ruler.after("text", "parameter", _parameter)
    parser.enable(["footnote_def", "footnote_ref", "parameter"])
    # Joining neighbouring texts would lose where the second one began.
    parser.disable(["fragments_join", "text_join"], ignoreInvalid=True)
    return parser


def parse(text: str) -> list[Token]:
    """The tokens of Markdown blocks, footnote definitions among them where they stand."""
    environment: dict[str, Any] = {}
    return _parser().parse(text, environment)
