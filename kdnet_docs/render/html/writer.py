"""Writes a document as one HTML file that needs nothing beside it."""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.document.tree import Document, Paragraph
from kdnet_docs.ooxml.house import Line, Picture, Words
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.html.body import Body
from kdnet_docs.render.html.elements import element, void_element
from kdnet_docs.render.html.stylesheet import house_css, style_class

_TITLES = ("Title", "Cover Title")


def write_html(document: Document, templates: Path) -> bytes | Refused:
    """The document as HTML 5, UTF-8; the page around it is `templates/html/page.html`."""
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    lines = template.dressing.cover
    cover = _cover(lines)
    title_above = bool(cover) or any(
        isinstance(block, Paragraph) and block.role == "title" for block in document.blocks
    )
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        page = environment.get_template("page.html").render(
            document=document,
            cover=cover,
            body=Body(document, title_above=title_above).write(),
            house_css=house_css(template.house, dict.fromkeys(line.style for line in lines)),
            source=b64encode(document.source_text.encode()).decode(),
        )
    except TemplateError as error:
        return Refused((_template_finding(error),))
    return page.encode()


def _cover(lines: Iterable[Line]) -> Markup:
    return Markup("").join(
        element("h1" if line.style in _TITLES else "p", _cover_words(line), class_=style_class(line.style))
        for line in lines
        if line.pieces  # an empty line only makes room on paper
    )


def _cover_words(line: Line) -> Markup:
    parts: list[str] = []
    for piece in line.pieces:
        if isinstance(piece, Words):  # there are no page numbers on a screen
            words: str = element("strong", piece.text) if piece.bold else piece.text
            parts.append(element("em", words) if piece.italic else words)
        elif isinstance(piece, Picture):
            parts.append(_picture(piece))
    return Markup("").join(parts)


def _picture(picture: Picture) -> Markup:
    source = f"data:image/{picture.format};base64,{b64encode(picture.content).decode()}"
    size = {"width": round(picture.width * 4 / 3), "height": round(picture.height * 4 / 3)}  # CSS pixels
    return void_element("img", src=source, alt=picture.description, **size)


def _template_finding(error: TemplateError) -> Diagnostic:
    where = "page.html"
    if isinstance(error, TemplateSyntaxError):
        where = f"{error.name or where}:{error.lineno}"
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the template templates/html/{template} cannot be filled in: {reason}",
            template=where,
            reason=str(error),
        ),
        hint=msg("The template is Jinja2; compare it with the one that came with the program."),
    )
