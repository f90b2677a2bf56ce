"""The call to Typst: trusted templates, prose as JSON, and nothing else within its reach."""

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.fonts import font_files
from kdnet_docs.render.pdf.glyphs import missing
from kdnet_docs.render.pdf.structure import mark_tables

_DOCUMENT = "document.typ"
_NO_GLYPH = re.compile('the text `"(.+?)"` could not be displayed')
# A query lists all notes astray in one message.
_ASTRAY = re.compile(r"panicked with: note astray, (.*?)(?=, panicked with: |\Z)", re.DOTALL)
_FOLDERS = Lock()  # two documents may be set at once, and these are made once for both
_COMPILED_FILES_KEPT = 8  # the pages of a document and its PDF are asked for one after the other


@dataclass(frozen=True, slots=True)
class NotesAstray:
    """Typst set notes on other pages than their marks; asked for otherwise, it will not.

    `owners` names the tables and paragraphs that the marks stand in.
    """

    owners: frozenset[str]


def compile_pdf(data: Mapping[str, Any], day: date, templates: Path) -> bytes | NotesAstray | Refused:
    """The PDF of documents that `templates/typst` makes of `data`, dated `day`.

    The same data gives the same bytes.
    """
    sources = _sources(_DOCUMENT, templates)
    if isinstance(sources, Refused):
        return sources
    return _compile(_json(data), day, tuple(sources.items()))


def find_headings(data: Mapping[str, Any], templates: Path) -> tuple[int, ...] | NotesAstray | Refused:
    """The page of each heading of a document, counted from 1, without a PDF being written."""
    sources = _sources(_DOCUMENT, templates)
    if isinstance(sources, Refused):
        return sources
    pages = _compile(_json(data), None, tuple(sources.items()))
    return tuple(json.loads(pages)) if isinstance(pages, bytes) else pages


def compile_pages(
    template: str,
    data: Mapping[str, Any],
    day: date,
    templates: Path,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes | Refused:
    """The PDF that one template of `templates/typst` makes of `data`, for pages that are no document.

    `pictures` are files that the template reads by name.
    """
    import typst

    sources = _sources(template, templates)
    if isinstance(sources, Refused):
        return sources
    with _FOLDERS:
        fonts = _fonts(tuple(data["fonts"]))
    if isinstance(fonts, Refused):
        return fonts
    try:
        with tempfile.TemporaryDirectory(prefix="kdnet-typst-") as root:
            for name, content in pictures.items():
                (Path(root) / name).write_bytes(content)
            return _typst(sources, _json(data), day, fonts, root)
    except typst.TypstError as error:
        return Refused((_failed(error.message, error.hints),))


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _sources(main: str, templates: Path) -> Mapping[str, bytes] | Refused:
    """The template's files by name, all read before Typst starts so that it needs no folder."""
    folder = templates / "typst"
    if not (folder / main).is_file():
        return Refused(
            (
                Diagnostic(
                    code=Code.TEMPLATE,
                    message=msg("the template {file} is missing", file=f"templates/typst/{main}"),
                    hint=msg("put the folder templates/typst back as it came with the program"),
                ),
            )
        )
    return {
        file.name if file.name != main else "main.typ": file.read_bytes()
        for file in sorted(folder.glob("*.typ"))
    }


@lru_cache(maxsize=_COMPILED_FILES_KEPT)
def _compile(
    text: str, day: date | None, sources: tuple[tuple[str, bytes], ...]
) -> bytes | NotesAstray | Refused:
    """The PDF of that day, or with no day the pages of the headings as JSON."""
    import typst

    data = json.loads(text)
    with _FOLDERS:
        fonts, root = _fonts(tuple(data["fonts"])), _empty_folder()
    if isinstance(fonts, Refused):
        return fonts
    try:
        if day is None:
            return _query(dict(sources), text, fonts, root)
        output = _typst(dict(sources), text, day, fonts, root)
    except typst.TypstError as error:
        if found := _astray(error.message):
            # This names the first one only; a query names all, and has all that was set at hand.
            asked = _compile(text, None, sources)
            return asked if isinstance(asked, NotesAstray) else found
        return Refused((_failed(error.message, error.hints),))
    except RuntimeError as error:  # from a query
        return _astray(str(error)) or Refused((_failed(str(error), []),))
    return mark_tables(output, data)


def _astray(message: str) -> NotesAstray | None:
    found = frozenset(_ASTRAY.findall(message))
    return NotesAstray(found) if found else None


def _typst(files: Mapping[str, bytes], text: str, day: date, fonts: Path, root: str) -> bytes:
    import typst

    named: Any = dict(files)
    return typst.compile(
        named,
        root=root,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": text},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


def _query(files: Mapping[str, bytes], text: str, fonts: Path, root: str) -> bytes:
    import typst

    named: Any = dict(files)
    found = typst.query(
        named,
        "<heading-pages>",
        field="value",
        one=True,
        root=root,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"data": text, "heading-pages": "asked"},
    )
    return str(found).encode()


def _failed(message: str, hints: list[str]) -> Diagnostic:
    if unseen := _NO_GLYPH.search(message):  # in a code block; the rest is found beforehand, with its place
        return missing(unseen[1])
    return Diagnostic(
        code=Code.ENGINE_FAILED,
        message=msg("Typst could not make the PDF: {reason}", reason="; ".join([message, *hints])),
        hint=msg("if templates/typst has not been changed, this is a fault in the program: please report it"),
    )


@cache
def _fonts(families: tuple[str, ...]) -> Path | Refused:
    """A folder with the four faces of each family and no others: Typst would mix in what else it finds."""
    import typst

    folder = Path(_scratch().name) / "fonts"
    folder.mkdir(exist_ok=True)
    carried = typst.Fonts(include_system_fonts=False).families()
    for family in families:
        files = font_files(family)
        if not files and family not in carried:
            return Refused((_no_font(family),))
        for file in files:
            shutil.copyfile(file, folder / file.name)
    return folder


def _no_font(family: str) -> Diagnostic:
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg("the house style uses the font “{font}”, which is not at hand for the PDF", font=family),
        hint=msg("choose Source Sans Pro for the styles in templates/word/house.docx"),
    )


@cache
def _empty_folder() -> str:
    folder = Path(_scratch().name) / "root"
    folder.mkdir()
    return str(folder)


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder that lives as long as the process."""
    folder = tempfile.TemporaryDirectory(prefix="kdnet-typst-")
    # Else Python warns that it has to clear it away of itself.
    atexit.register(folder.cleanup)
    return folder
