"""What the YAML parser says, in words for people."""

import re
from typing import Any

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span

_COLON = msg('put the text in quotes if it holds ": " or begins with a sign, or check the indentation')
_INDENT = msg("lines that belong together begin in the same column; check the lines above too")

_EXPLAINED: tuple[tuple[str, Message, Message], ...] = (
    ("mapping values are not allowed", msg('a ":" stands where none can'), _COLON),
    (
        "found unexpected end of stream",
        msg("the quotation mark that opens here is never closed"),
        msg("add \" or ' at the end of the text"),
    ),
    (
        "unknown escape character",
        msg('a "\\" inside double quotes must be doubled'),
        msg("use single quotes, or write the text below a |"),
    ),
    (
        "found character that cannot start",
        msg("a text cannot begin with this character"),
        msg("put the text in quotes"),
    ),
    ("did not find expected '-' indicator", msg('every line of this list begins with "- "'), _INDENT),
    ("did not find expected key", msg("this line does not fit the lines above it"), _INDENT),
    ("could not find expected ':'", msg('a ":" is missing after this key'), _INDENT),
    (
        "did not find expected ',' or",
        msg("a bracket that opens here is never closed"),
        msg("add the missing ] or }}, or a comma between the values"),
    ),
    ("did not find expected node content", msg("a value is missing or a bracket is left over here"), _COLON),
    ("duplicate %YAML directive", msg("the line %YAML stands twice"), msg("take both away")),
)

# Messages about where something begins; the parser notices the mistake further on.
_ABOUT_ITS_BEGINNING = ("never closed", "missing after this key")


_LINES_BACK = 5


def syntax_error(error: Any, source: Source, quotation: Span | None = None) -> Diagnostic:
    """The finding for an exception of the parser, which knows one error only: the first.

    `quotation` is the last text in quotation marks that goes on over lines. If it ends where the error is,
    its first quotation mark was never closed: the one that closed it was meant to open another text.
    """
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index if mark else 0, len(source.text))
    if indentation := _wrong_indentation(source, at):
        return Diagnostic(
            code=Code.TAB,
            message=msg("a tab cannot indent a line")
            if "\t" in indentation.text
            else msg("hard spaces cannot indent a line"),
            span=indentation,
            hint=msg("use spaces: two for each step"),
        )
    if colon := _glued_colon(source, at):
        return Diagnostic(
            code=Code.SYNTAX,
            message=msg('a space is missing after the ":"'),
            span=colon,
            hint=msg('write "key: value"'),
        )
    if quotation and source.position(quotation.end)[0] == source.position(at)[0]:
        return Diagnostic(
            code=Code.SYNTAX,
            message=msg("the quotation mark that opens here is never closed"),
            span=Span(source, quotation.start, quotation.start + 1),
            hint=msg("add \" or ' at the end of the text"),
            labels=(Label(_at(source, quotation.end - 1), msg("the text was read on to here")),),
        )
    opened = getattr(error, "context_mark", None)
    for known, message, hint in _EXPLAINED:
        if known in problem:
            if opened and any(words in message.template for words in _ABOUT_ITS_BEGINNING):
                at = opened.index
            return Diagnostic(
                code=Code.SYNTAX,
                message=message,
                span=_at(source, at),
                hint=hint,
                labels=_opened(error, source, at),
            )
    return Diagnostic(
        code=Code.SYNTAX,
        message=msg("this is not readable as YAML: {problem}", problem=problem),
        span=_at(source, at),
        hint=_INDENT,
    )


def _at(source: Source, at: int) -> Span:
    """The character at `at`, or the end of the last line where the text has ended."""
    if at >= len(source.text) or source.text[at] == "\n":
        at = len(source.text[:at].rstrip()) - 1 if at else 0
    return Span(source, max(at, 0), min(max(at, 0) + 1, len(source.text)))


def _opened(error: Any, source: Source, at: int) -> tuple[Label, ...]:
    mark = getattr(error, "context_mark", None)
    if mark is None or mark.index >= at or "block" not in str(error.context):
        return ()
    return (Label(_at(source, mark.index), msg("this is what the line should fit")),)


def _wrong_indentation(source: Source, at: int) -> Span | None:
    """A tab or hard space that indents a line near the error: the parser may have stumbled lines later."""
    return _near(source, at, re.compile(r" *([\t\u00a0]+)"), _LINES_BACK)


def _glued_colon(source: Source, at: int) -> Span | None:
    """A colon without a space after a word that begins the line of the error or the one before it."""
    return _near(source, at, re.compile(r" *(?:- )?[a-z][a-z-]*(:)(?=[^\s:/])"), 1)


def _near(source: Source, at: int, pattern: re.Pattern[str], lines_back: int) -> Span | None:
    line = source.position(at)[0]
    for number in range(max(line - lines_back, 1), min(line + 1, len(source.line_starts)) + 1):
        if found := pattern.match(source.line_text(number)):
            start = source.line_starts[number - 1]
            return Span(source, start + found.start(1), start + found.end(1))
    return None
