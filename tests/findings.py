"""Findings to show, and the page to show them on."""

from python_files import ROOT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import Language, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.cli.findings.page import Page


def page(*, width: int = 80, language: Language = "en", colour: bool = False) -> Page:
    return Page(language=language, root=None, here=ROOT, width=width, colour=colour)


def finding(
    text: str, marked: str, *, first: str | None = None, hint: bool = True, name: str = "aftale.yaml"
) -> Diagnostic:
    """A finding about the last place of `marked` in `text`; `first` is a second place before it."""
    source = Source(name, text)
    labels = (Label(span(source, first, text.index(first)), msg("first here")),) if first else ()
    return Diagnostic(
        code=Code.UNKNOWN_KEY,
        message=msg('the key "{key}" is not known here', key=marked),
        span=span(source, marked, text.rindex(marked)),
        hint=msg("keep one of them") if hint else None,
        labels=labels,
    )


def span(source: Source, words: str, at: int) -> Span:
    return Span(source, at, at + len(words))


WARNING = Diagnostic(code=Code.EMPTY_ITEM, message=msg("goal {number} is empty", number=9))
