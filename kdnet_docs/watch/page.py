"""The pages that one sees: a quiet frame around a document, and the start page that lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic, counted
from kdnet_docs.base.messages import Message, msg, reader_language

if TYPE_CHECKING:
    from kdnet_docs.watch.board import Files, Posted
    from kdnet_docs.watch.server import Visit

_PAGES = Path(__file__).parent / "pages"

Findings: TypeAlias = Callable[[Sequence[Diagnostic]], Markup]
"""Shows findings as HTML."""


def show_page(posted: Posted, key: str, findings: Findings, visit: Visit, *, alone: bool) -> bytes:
    """The page of a document or meeting with the sheet called `key`, or its first; no way back if `alone`."""
    name, preview = posted.name, posted.preview
    sheets = {sheet.key: sheet for sheet in preview.sheets}
    sheet = sheets.get(key) or next(iter(sheets.values()), None)
    return _filled(
        "show.html",
        visit,
        number=posted.number,
        events=visit.to("events", name),
        title=sheet.document.title if sheet else name,
        name=name,
        home=None if alone else visit.to(),
        tabs=[
            {
                "title": each.document.title,
                "key": other,
                "at": visit.to("show", name, other),
                "here": each is sheet,
            }
            for other, each in sheets.items()
        ],
        sheet=sheet and {"at": visit.to("sheet", name, sheet.key), "number": posted.sheets_number},
        current=preview.current,
        nothing_found=_text(msg("No mistakes found.")),
        groups=list(_groups(preview.findings, findings)),
        files=_text(_told(posted.files)) if posted.files and preview.current else "",
        complaint=posted.files.complaint if posted.files and preview.current else "",
    )


def _groups(found: Sequence[Diagnostic], findings: Findings) -> Iterator[Mapping[str, object]]:
    """The findings of each severity below how many there are, the gravest first."""
    for severity in Severity:
        own = tuple(one for one in found if one.severity is severity)
        if own:
            yield {"kind": severity.value, "heading": _text(counted(own)), "findings": findings(own)}


def overview_page(number: int, everything: Mapping[str, Posted], visit: Visit) -> bytes:
    """The start page: each document and meeting, and what was found in it."""
    return _filled(
        "overview.html",
        visit,
        number=number,
        events=visit.to("events"),
        title="kdnet watch",
        entries=[
            {
                "name": name,
                "at": visit.to("show", name),
                "title": posted.preview.sheets[0].document.title if posted.preview.sheets else "",
                "found": _text(counted(posted.preview.findings)) if posted.preview.findings else "",
                "current": posted.preview.current,
            }
            for name, posted in everything.items()
        ],
    )


def _told(files: Files) -> Message:
    match files.state:
        case "making":
            return msg("Making Word and PDF …")
        case "made":
            return msg("Word and PDF are made.")
        case "failed":
            return msg("Word and PDF were not made:")
        case _:
            assert_never(files.state)


def _filled(template: str, visit: Visit, **values: object) -> bytes:
    words = {
        "start": msg("All documents and meetings"),
        "stopped": msg("kdnet watch has stopped. Start it again, and use the new address."),
        "stale": msg("This is how it looked before the errors."),
        "nothing": msg("There is nothing to show until the errors are put right."),
        "change": msg("Show the change"),
        "documents": msg("Documents"),
        "wait": msg("Looking through the documents …"),
    }
    texts = {name: _text(message) for name, message in words.items()}
    language = reader_language()
    return _template(template).render(values, words=texts, language=language, visit=visit).encode()


def _text(message: Message) -> str:
    return message.to(reader_language())


@cache
def asset(name: str) -> bytes:
    """A file that goes along with the pages."""
    return (_PAGES / name).read_bytes()


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
