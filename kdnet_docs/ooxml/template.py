"""Opens the house template for a document: cover, headers and footers filled in, ready for the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.dressing import height_of, read_lines
from kdnet_docs.ooxml.filling import Place, fill
from kdnet_docs.ooxml.house import Dressing, House, Line, PageCount, PageNumber, Picture, Piece, Tab, Words
from kdnet_docs.ooxml.house_reader import house_file, read_house
from kdnet_docs.ooxml.package import R, W, read_parts, template_name
from kdnet_docs.ooxml.pictures import cover_pictures, pictures_in

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_EDGES = {
    ("header", "default"): "header",
    ("footer", "default"): "footer",
    ("header", "first"): "first_header",
    ("footer", "first"): "first_footer",
}


_COVER_PICTURES = 1_000_000  # their numbers begin far from those in the headers
_MILLIMETRE = 25.4 / 72  # in a point
_STYLES = {  # of words that are bold or not, italic or not
    (False, False): None,
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Intense Emphasis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A Word document that has its cover and waits for its body, and the same look as values.

    What is added to `word` goes before its last section's properties, as python-docx does; on the
    first page after the cover, if there is one.
    """

    word: "WordDocument"
    house: House
    dressing: Dressing


def open_template(document: Document, templates: Path) -> Template | Refused:
    """The house template with the cover, headers and footers of `document` filled in.

    `templates` is the project's folder of that name; it is read, never written.
    """
    house = read_house(templates)
    if isinstance(house, Refused):
        return house
    context = fields(document)
    cover = _cover(document.cover, context, house, templates)
    word = _empty(house_file(templates))
    edges = _fill_edges(word, context, house, template_name(house_file(templates)))
    if isinstance(cover, Refused) or isinstance(edges, Refused):
        return Refused(
            tuple(d for part in (cover, edges) if isinstance(part, Refused) for d in part.diagnostics)
        )
    _dress(word, cover)
    return Template(word=word, house=house, dressing=Dressing(cover=cover, **edges))


def fields(document: Document) -> Mapping[str, object]:
    """What a template may say of the document: its title, author and version, and its own fields."""
    return {
        "title": document.title,
        "author": document.author,
        "version": document.version,
        "status": document.status,
        **document.fields,
    }


# --- the cover ---------------------------------------------------------------------------------


def _cover(
    name: str | None, context: Mapping[str, object], house: House, templates: Path
) -> tuple[Line, ...] | Refused:
    if name is None:
        return ()
    covers = {
        file.stem.removeprefix("cover-"): file for file in sorted((templates / "word").glob("cover-*.docx"))
    }
    if name not in covers:
        return Refused((_unknown_cover(name, tuple(covers), templates),))
    parts = read_parts(covers[name])
    if isinstance(parts, Refused):
        return parts
    place = Place(file=template_name(covers[name]), part=msg("cover"))
    body = fill(parts["document.xml"].find(f"{W}body"), context, place)
    if isinstance(body, Diagnostic):
        return Refused((body,))
    pictures = cover_pictures(covers[name], parts)
    lines, findings = read_lines(body, parts["styles.xml"], house, place, pictures)
    if findings:
        return Refused(findings)
    while lines and not lines[-1].pieces:
        lines = lines[:-1]
    return lines


def _unknown_cover(name: str, known: tuple[str, ...], templates: Path) -> Diagnostic:
    file = template_name(templates / "word" / f"cover-{name}.docx")
    close = get_close_matches(name, known, n=1)
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg("the template {file} does not exist", file=file),
        hint=msg("did you mean “{name}”?", name=close[0])
        if close
        else msg("known here: {names}", names=", ".join(known)),
    )


def _dress(word: "WordDocument", cover: tuple[Line, ...]) -> None:
    """Write the cover, and end its page; its first page has the headers of a first page."""
    word.sections[-1].different_first_page_header_footer = bool(cover)
    paragraph = None
    for line in cover:
        paragraph = word.add_paragraph(style=line.style)
        for piece in line.pieces:
            _write(paragraph, piece)
    if paragraph is not None:
        from docx.enum.text import WD_BREAK

        paragraph.add_run().add_break(WD_BREAK.PAGE)


def _write(paragraph: Any, piece: Piece) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    match piece:
        case Words(text=text, bold=bold, italic=italic):
            paragraph.add_run(text, _STYLES[bold, italic])
        case Tab():
            paragraph.add_run("\t")
        case PageNumber() | PageCount():
            field = OxmlElement("w:fldSimple")
            field.set(f"{W}instr", "PAGE" if isinstance(piece, PageNumber) else "NUMPAGES")
            paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
        case Picture():
            width, height = Pt(piece.width), Pt(piece.height)
            shape = paragraph.add_run().add_picture(BytesIO(piece.content), width, height)
            inline = shape._inline  # noqa: SLF001 - nor descriptions
            inline.docPr.set("descr", piece.description)
            inline.docPr.id += _COVER_PICTURES
            inline.attrib.update({f"dist{side}": "0" for side in "TBLR"})  # no room around it
        case _:
            assert_never(piece)


# --- the house template ------------------------------------------------------------------------


def _empty(file: Path) -> "WordDocument":
    """The house template without the specimen on its pages, with all headers and footers there."""
    import docx

    word = docx.Document(str(file))
    body = word.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for identity, relation in list(word.part.rels.items()):
        if relation.reltype.endswith(("/image", "/hyperlink")):
            word.part.drop_rel(identity)
    section = word.sections[-1]
    for edge in (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
        section.even_page_header,
        section.even_page_footer,
    ):
        if edge.is_linked_to_previous:  # the template has none: make it, for the watermark
            edge.is_linked_to_previous = False
    return word


def _fill_edges(
    word: "WordDocument", context: Mapping[str, object], house: House, file: str
) -> dict[str, tuple[Line, ...]] | Refused:
    """Fill in every header and footer in `word`; the lines of those that `Dressing` has."""
    findings: list[Diagnostic] = []
    edges: dict[str, tuple[Line, ...]] = {}
    for reference in word.sections[-1]._sectPr.iter(f"{W}headerReference", f"{W}footerReference"):  # noqa: SLF001
        kind = "header" if reference.tag == f"{W}headerReference" else "footer"
        place = Place(file=file, part=msg("header") if kind == "header" else msg("footer"))
        part: Any = word.part.related_parts[reference.get(f"{R}id")]
        filled = fill(part.element, context, place)
        if isinstance(filled, Diagnostic):
            findings.append(filled)
            continue
        lines, found = read_lines(filled, word.styles.element, house, place, pictures_in(part))
        findings.extend(found)
        room = (
            house.page.top - house.page.header if kind == "header" else house.page.bottom - house.page.footer
        )
        if (height := height_of(lines, house)) > room:
            findings.append(_too_high(place, height, room))
        _replace_content(part.element, filled)
        if name := _EDGES.get((kind, reference.get(f"{W}type", ""))):
            edges[name] = lines
    return Refused(tuple(dict.fromkeys(findings))) if findings else edges


def _too_high(place: Place, height: float, room: float) -> Diagnostic:
    """Word would push the text down, and the PDF would print the two over each other."""
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the {part} of {file} is {height} mm high, and the page's margin has room for {room} mm",
            part=place.part,
            file=place.file,
            height=ceil(height * _MILLIMETRE),
            room=floor(room * _MILLIMETRE),
        ),
        hint=msg("make the picture smaller, or the margin larger (Layout > Margins)"),
    )


def _replace_content(element: Any, filled: Any) -> None:
    """Put the filled-in paragraphs in place, as python-docx's own kind of elements."""
    from docx.oxml import parse_xml
    from lxml import etree

    element[:] = list(parse_xml(etree.tostring(filled)))
