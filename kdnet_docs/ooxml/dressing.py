"""Reads the filled-in covers, headers and footers of the Word templates as lines for every writer."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from lxml import etree

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.ooxml.filling import Place
from kdnet_docs.ooxml.house import House, Line, PageCount, PageNumber, Picture, Piece, Tab, Words
from kdnet_docs.ooxml.package import W, style_name
from kdnet_docs.ooxml.pictures import Pictures

_FIELDS: Mapping[str, Piece] = {"PAGE": PageNumber(), "NUMPAGES": PageCount()}
_HYPHENS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PICTURE_STYLE = "Logo"  # whose lines are as high as what stands in them
_SILENT = {
    f"{W}{tag}"
    for tag in ("pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sectPr")
}


class _UnsupportedError(Exception):
    """Something stands in the template that not every writer can show."""

    def __init__(self, what: str, hint: Message | None = None) -> None:
        super().__init__(what)
        self.hint = hint or msg("use paragraphs of words, tabs, pictures and the fields PAGE and NUMPAGES")


def read_lines(
    element: Any, styles: Any, house: House, place: Place, pictures: Pictures
) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """The paragraphs of a header, a footer or a cover's body, and what in them cannot be used.

    `styles` is the styles part of the file that `element` stands in, `pictures` those of its own part.
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
            line = Line(style=style, pieces=_pieces(child, pictures))
            _check_pictures(line)
            lines.append(line)
        except _UnsupportedError as error:
            findings.append(_unsupported(error, place))
    return tuple(lines), tuple(dict.fromkeys(findings))


def height_of(lines: Iterable[Line], house: House) -> float:
    """How high lines without breaks stand on the page, in points."""
    height = after = 0.0
    for line in lines:
        style = house.paragraphs[line.style]
        pictures = (piece.height + style.size / 4 for piece in line.pieces if isinstance(piece, Picture))
        height += max(after, style.space_before) + max(style.line_height, *pictures, 0.0)
        after = style.space_after
    return height + after


def _wanted_style(paragraph: Any, names: Mapping[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    identity = style.get(f"{W}val") if style is not None else None
    return names.get(identity, identity) if identity else "Normal"


def _check_pictures(line: Line) -> None:
    if line.style != _PICTURE_STYLE and any(isinstance(piece, Picture) for piece in line.pieces):
        hint = msg(
            "give the picture's paragraph the style “{style}”: others cut it off", style=_PICTURE_STYLE
        )
        raise _UnsupportedError("drawing", hint)


def _pieces(paragraph: Any, pictures: Pictures) -> tuple[Piece, ...]:
    if paragraph.tag != f"{W}p":
        raise _UnsupportedError(_local(paragraph))
    return tuple(_joined(_in_fields(_raw(paragraph, pictures))))


def _raw(parent: Any, pictures: Pictures) -> Iterator[Piece | Any]:
    """The pieces of a paragraph; `fldChar` and `instrText` elements as they stand."""
    for child in parent:
        match _local(child):
            case _ if child.tag in _SILENT:
                pass
            case "hyperlink" | "smartTag":
                yield from _raw(child, pictures)
            case "r":
                yield from _run(child, pictures)
            case "fldSimple":
                yield _field(child.get(f"{W}instr", ""))
            case other:
                raise _UnsupportedError(other)


def _run(run: Any, pictures: Pictures) -> Iterator[Piece | Any]:
    bold, italic = _on(run, "b", "Strong"), _on(run, "i", "Emphasis")
    for child in run:
        match _local(child):
            case _ if child.tag in _SILENT:
                pass
            case "t":
                yield Words(text=child.text or "", bold=bold, italic=italic)
            case "br" | "cr" if child.get(f"{W}type", "textWrapping") == "textWrapping":
                yield Words(text="\n", bold=bold, italic=italic)
            case "noBreakHyphen" | "softHyphen" as hyphen:
                yield Words(text=_HYPHENS[hyphen], bold=bold, italic=italic)
            case "tab":
                yield Tab()
            case "fldChar" | "instrText":
                yield child
            case "drawing":
                yield _picture(child, pictures)
            case other:
                raise _UnsupportedError(other)


def _picture(drawing: Any, pictures: Pictures) -> Picture:
    picture = pictures.read(drawing)
    if not isinstance(picture, Picture):
        raise _UnsupportedError("drawing", picture)
    return picture


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
        if isinstance(piece, Words | PageNumber | PageCount | Tab | Picture):
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


def _unsupported(error: _UnsupportedError, place: Place) -> Diagnostic:
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the {part} of {file} holds something that cannot go into every format: {what}",
            part=place.part,
            file=place.file,
            what=str(error),
        ),
        hint=error.hint,
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
