"""Reads the filled-in covers, headers and footers of the Word templates as lines for every writer."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from lxml import etree

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.filling import Place
from kdnet_docs.ooxml.house import House, Line, PageCount, PageNumber, Piece, Tab, Words
from kdnet_docs.ooxml.package import W, style_name

_FIELDS: Mapping[str, Piece] = {"PAGE": PageNumber(), "NUMPAGES": PageCount()}
_SILENT = {
    f"{W}{tag}"
    for tag in ("pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sectPr")
}


class _UnsupportedError(Exception):
    """Something stands in the template that not every writer can show."""


def read_lines(
    element: Any, styles: Any, house: House, place: Place
) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """The paragraphs of a header, a footer or a cover's body, and what in them cannot be used.

    `styles` is the styles part of the file that `element` stands in.
    """
    names = {style.get(f"{W}styleId"): style_name(style) for style in styles.iter(f"{W}style")}
    ours = {name.lower(): name for name in house.paragraphs}
    lines: list[Line] = []
    findings: list[Diagnostic] = []
    for child in element:
        if child.tag in _SILENT:
            continue
        wanted = _wanted_style(child, names)
        style = ours.get(wanted.lower())
        if style is None:
            findings.append(_unknown_style(wanted, ours.values(), place))
            continue
        try:
            lines.append(Line(style=style, pieces=_pieces(child)))
        except _UnsupportedError as error:
            findings.append(_unsupported(str(error), place))
    return tuple(lines), tuple(dict.fromkeys(findings))


def _wanted_style(paragraph: Any, names: Mapping[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    identity = style.get(f"{W}val") if style is not None else None
    return names.get(identity, identity) if identity else "Normal"


def _pieces(paragraph: Any) -> tuple[Piece, ...]:
    if paragraph.tag != f"{W}p":
        raise _UnsupportedError(_local(paragraph))
    return tuple(_joined(_in_fields(_raw(paragraph))))


def _raw(parent: Any) -> Iterator[Piece | Any]:
    """The pieces of a paragraph; `fldChar` and `instrText` elements as they stand."""
    for child in parent:
        match _local(child):
            case _ if child.tag in _SILENT:
                pass
            case "hyperlink" | "smartTag":
                yield from _raw(child)
            case "r":
                yield from _run(child)
            case "fldSimple":
                yield _field(child.get(f"{W}instr", ""))
            case other:
                raise _UnsupportedError(other)


def _run(run: Any) -> Iterator[Piece | Any]:
    bold, italic = _on(run, "b", "Strong"), _on(run, "i", "Emphasis")
    for child in run:
        match _local(child):
            case _ if child.tag in _SILENT:
                pass
            case "t":
                yield Words(text=child.text or "", bold=bold, italic=italic)
            case "br" | "cr" if child.get(f"{W}type", "textWrapping") == "textWrapping":
                yield Words(text="\n", bold=bold, italic=italic)
            case "noBreakHyphen":
                yield Words(text="\u2011", bold=bold, italic=italic)
            case "softHyphen":
                yield Words(text="\u00ad", bold=bold, italic=italic)
            case "tab":
                yield Tab()
            case "fldChar" | "instrText":
                yield child
            case other:
                raise _UnsupportedError(other)


def _on(run: Any, toggle: str, style: str) -> bool:
    element = run.find(f"{W}rPr/{W}{toggle}")
    if element is not None:
        return element.get(f"{W}val", "1") not in {"0", "false", "off"}
    styled = run.find(f"{W}rPr/{W}rStyle")
    return styled is not None and styled.get(f"{W}val") in {style, "IntenseEmphasis"}


def _in_fields(raw: Iterable[Piece | Any]) -> Iterator[Piece]:
    """The pieces with Word's complex fields (begin, instruction, separate, result, end) made one piece."""
    instruction: str | None = None
    for piece in raw:
        if isinstance(piece, Words | PageNumber | PageCount | Tab):
            if instruction is None:
                yield piece
        elif _local(piece) == "instrText":
            instruction = (instruction or "") + (piece.text or "")
        elif piece.get(f"{W}fldCharType") == "begin":
            instruction = ""
        elif piece.get(f"{W}fldCharType") == "end":
            yield _field(instruction or "")
            instruction = None


def _field(instruction: str) -> Piece:
    name = instruction.strip().partition(" ")[0].upper()
    if name not in _FIELDS:
        raise _UnsupportedError(name or "fldChar")
    return _FIELDS[name]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with neighbouring words of one look joined: Word splits them as it likes."""

    def look(piece: Piece) -> tuple[bool, bool] | None:
        return (piece.bold, piece.italic) if isinstance(piece, Words) else None

    for key, group in groupby(pieces, look):
        if key is None:
            yield from group
            continue
        text = "".join(piece.text for piece in group if isinstance(piece, Words))
        if text:
            yield Words(text=text, bold=key[0], italic=key[1])


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


# --- findings ----------------------------------------------------------------------------------


def _unsupported(what: str, place: Place) -> Diagnostic:
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the {part} of {file} holds something that cannot go into every format: {what}",
            part=place.part,
            file=place.file,
            what=what,
        ),
        hint=msg("use paragraphs of words, tabs and the fields PAGE and NUMPAGES"),
    )


def _unknown_style(style: str, known: Iterable[str], place: Place) -> Diagnostic:
    close = get_close_matches(style, tuple(known), n=1)
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the {part} of {file} uses the style “{style}”, which the house style lacks",
            part=place.part,
            file=place.file,
            style=style,
        ),
        hint=msg("did you mean “{name}”?", name=close[0])
        if close
        else msg("use a style of the house, or make the style in house.docx too"),
    )
