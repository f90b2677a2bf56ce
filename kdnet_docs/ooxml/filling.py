"""Fills in a template's tags (`{{ title }}`, `{%p for party in parties %}`) as docxtpl writes them.

docxtpl turns a part of a Word file into a jinja template. We render it ourselves, for three reasons:
its own rendering reads a broken result as well as it can and so may lose words, it changes `{_{` in a
value, and it does not say which paragraph an error is in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, partial
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.runtime import StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing
from lxml import etree
from markupsafe import Markup, escape

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.ooxml.package import W, parse

_PARAGRAPH = re.compile(r"<w:p(?=[ />])")
_TAG = re.compile(r"\{[{%].*?[%}]\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A part of a template file: `part` says which in the reader's language."""

    file: str
    part: Message


def fill(element: Any, context: Mapping[str, object], place: Place) -> Any | Diagnostic:
    """A copy of `element` (a header, a footer, a cover's body) with its tags filled in."""
    from docxtpl import DocxTemplate

    # One paragraph a line, so that jinja's line numbers count paragraphs.
    xml = _PARAGRAPH.sub("\n<w:p", etree.tostring(element, encoding="unicode").replace("\n", " "))
    docxtpl = DocxTemplate("")
    try:
        filled = _environment().from_string(docxtpl.patch_xml(xml)).render(context)
    except Exception as error:  # noqa: BLE001 - a template is a program, and may fail in any way
        return _finding(error, element, context, place)
    filled = re.sub(r"\n(?=<w:p[ />])", "", filled)
    try:
        return parse(docxtpl.resolve_listing(filled).encode())
    except etree.XMLSyntaxError as error:
        return Diagnostic(
            code=Code.TEMPLATE,
            message=msg(
                "the tags in the {part} of {file} do not fit into each other ({reason})",
                part=place.part,
                file=place.file,
                reason=error.msg,
            ),
            hint=msg("begin and end what covers whole paragraphs with {tag}", tag="{%p … %}"),
        )


# --- what a template may do --------------------------------------------------------------------


class _UnknownNameError(UndefinedError):
    """A name was asked for that is not there."""

    def __init__(self, name: str, known: Iterable[str], message: str) -> None:
        super().__init__(message)
        self.name = name
        self.known = tuple(known)


class _Missing(StrictUndefined):
    """Refuses every use of an unknown name, and says which it was."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None
    ) -> None:
        known = sorted(obj) if isinstance(obj, Mapping) else ()
        failure: Any = exc or partial(_UnknownNameError, name or "", known)
        super().__init__(hint, obj, name, failure)


class _Environment(SandboxedEnvironment):
    """Jinja in which `labels.of` is the field of that name, never something of Python's."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@cache
def _environment() -> SandboxedEnvironment:
    return _Environment(undefined=_Missing, autoescape=True, finalize=_as_text, keep_trailing_newline=True)


def _as_text(value: object) -> Markup | Undefined:
    """What a tag puts into the file: always text, whatever filters it went through."""
    if isinstance(value, Undefined):
        return value
    if not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} is not text")
    return escape(str(value))


# --- findings ----------------------------------------------------------------------------------


def _finding(error: Exception, element: Any, context: Mapping[str, object], place: Place) -> Diagnostic:
    where = {"part": place.part, "file": place.file}
    line = _line(error)
    if isinstance(error, _UnknownNameError):
        return Diagnostic(
            code=Code.TEMPLATE,
            message=msg(
                "the {part} of {file} asks for “{name}”, which is not known", name=error.name, **where
            ),
            span=_span(element, place.file, line, error.name),
            hint=_suggestion(error.name, error.known or sorted(context)),
        )
    if isinstance(error, TemplateSyntaxError):
        message = msg(
            "a tag in the {part} of {file} cannot be read: {reason}", reason=str(error.message), **where
        )
    else:
        message = msg(
            "a tag in the {part} of {file} cannot be filled in: {reason}", reason=str(error), **where
        )
    return Diagnostic(code=Code.TEMPLATE, message=message, span=_span(element, place.file, line, ""))


def _suggestion(name: str, known: Iterable[str]) -> Message:
    names = tuple(known)
    close = get_close_matches(name, names, n=1)
    if close:
        return msg("did you mean “{name}”?", name=close[0])
    return msg("known here: {names}", names=", ".join(names))


def _line(error: Exception) -> int:
    """The line of the jinja template at which it failed."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return next(
        (f.lineno or 1 for f in reversed(extract_tb(error.__traceback__)) if f.filename == "<template>"), 1
    )


def _span(element: Any, file: str, line: int, name: str) -> Span | None:
    """The tag in the template's words, one paragraph a line; the whole paragraph if no tag has `name`."""
    paragraphs = ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in element.iter(f"{W}p")]
    number = line - 2  # the first line is what stands before the first paragraph
    if not 0 <= number < len(paragraphs):
        return None
    source = Source(file, "\n".join(paragraphs))
    start = source.line_starts[number]
    tags = [tag for tag in _TAG.finditer(paragraphs[number]) if name in tag.group()]
    first, last = tags[0].span() if tags else (0, len(paragraphs[number]))
    return Span(source, start + first, start + last)
