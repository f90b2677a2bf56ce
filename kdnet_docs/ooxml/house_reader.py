"""Reads the house style out of the Word template in which it stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.house import Align, House, Page, ParagraphStyle, TableStyle
from kdnet_docs.ooxml.package import DRAWING, Parts, W, read_parts, style_name, template_name, unreadable

PARAGRAPH_STYLES = (
    "Normal",
    "Body Text",
    *(f"Heading {level}" for level in range(1, 7)),
    "Title",
    "Subtitle",
    "Document Status",
    "Lead",
    *(f"List {kind}{level}" for kind in ("Bullet", "Number", "Continue") for level in ("", " 2", " 3")),
    "Quote",
    "Code Block",
    "Rule",
    "Caption",
    "footnote text",
    "TOC Heading",
    *(f"toc {level}" for level in (1, 2, 3)),
    "header",
    "footer",
    "Table Text",
    "Table Head",
    "Table Head Figure",
    "Table Figure",
    "Table List Bullet",
    "Table List Number",
    "Table List Continue",
    "Table Gap",
    "Signature",
    "Signature Party",
    "Signature Party 2",
    "Signature Line",
    "Logo",
    "Cover Title",
    "Cover Party",
    "Cover Text",
    "Cover Status",
)
CHARACTER_STYLES = (
    "footnote reference",
    "Emphasis",
    "Strong",
    "Intense Emphasis",
    "Hyperlink",
    "Code Char",
    "Parameter",
)
TABLE_STYLES = ("House Table", "House Signatures")

# What a line takes of its font's size where the template does not say it exactly.
_NATURAL_LINE = 1.25

_ALIGN: dict[str, Align] = {
    "right": "end",
    "end": "end",
    "center": "center",
    "both": "justify",
    "distribute": "justify",
}


def house_file(templates: Path) -> Path:
    """Where the house style stands."""
    return templates / "word" / "house.docx"


def read_house(templates: Path) -> House | Refused:
    """The house style of `templates/word/house.docx`, or what is wrong with that file."""
    file = house_file(templates)
    parts = read_parts(file)
    if isinstance(parts, Refused):
        return parts
    sheet = _Sheet(parts)
    section = parts["document.xml"].find(f"{W}body/{W}sectPr")
    findings = [*_missing_styles(sheet, template_name(file))]
    if section is None or section.find(f"{W}pgSz") is None or section.find(f"{W}pgMar") is None:
        findings.append(
            Diagnostic(
                code=Code.TEMPLATE,
                message=msg("the template {file} has no page set-up", file=template_name(file)),
                hint=msg("set the paper size and the margins in Word and save the file again"),
            )
        )
    if findings:
        return Refused(tuple(findings))
    try:
        return _house(sheet, section)
    except ValueError as error:  # a length that is no number: Word writes none, other programs might
        return Refused((unreadable(template_name(file), str(error)),))


def _house(sheet: "_Sheet", section: Any) -> House:
    return House(
        page=_page(section),
        paragraphs={name: _paragraph_style(sheet, name) for name in sheet.paragraph_names()},
        table=_table_style(sheet),
        link_color=_color(_value(sheet.chain("character", "Hyperlink"), "rPr/color")) or "#000000",
    )


class _Sheet:
    """The styles of a template, found by what Word calls them."""

    def __init__(self, parts: Parts) -> None:
        root = parts["styles.xml"]
        self.defaults = root.find(f"{W}docDefaults")
        self.by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
        self.by_name = {
            (style.get(f"{W}type"), style_name(style).lower()): style for style in self.by_id.values()
        }
        self.theme_fonts = _theme_fonts(parts)

    def has(self, kind: str, name: str) -> bool:
        return (kind, name.lower()) in self.by_name

    def paragraph_names(self) -> tuple[str, ...]:
        """Our names of the styles that we ask for, then the template's own others."""
        ours = {name.lower() for name in PARAGRAPH_STYLES}
        others = (
            style_name(style)
            for (kind, name), style in self.by_name.items()
            if kind == "paragraph" and name not in ours
        )
        return (*PARAGRAPH_STYLES, *others)

    def chain(self, kind: str, name: str) -> tuple[Any, ...]:
        """The style, then its ancestors, nearest first."""
        style = self.by_name[kind, name.lower()]
        chain: list[Any] = []
        while style is not None and style not in chain:
            chain.append(style)
            base = style.find(f"{W}basedOn")
            style = self.by_id.get(base.get(f"{W}val")) if base is not None else None
        return tuple(chain)


def _missing_styles(sheet: _Sheet, file: str) -> Iterator[Diagnostic]:
    wanted = (
        ("paragraph", PARAGRAPH_STYLES),
        ("character", CHARACTER_STYLES),
        ("table", TABLE_STYLES),
    )
    for kind, names in wanted:
        for name in names:
            if not sheet.has(kind, name):
                yield Diagnostic(
                    code=Code.TEMPLATE,
                    message=msg("the template {file} lacks the style “{style}”", file=file, style=name),
                    hint=msg("make a style of that name in Word, or put back an earlier version of the file"),
                )


# --- the page ----------------------------------------------------------------------------------


def _page(section: Any) -> Page:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return Page(
        width=_points(size.get(f"{W}w")),
        height=_points(size.get(f"{W}h")),
        **{
            side: abs(_points(margin.get(f"{W}{side}", "0")))
            for side in ("top", "bottom", "left", "right", "header", "footer")
        },
    )


# --- paragraphs --------------------------------------------------------------------------------


def _paragraph_style(sheet: _Sheet, name: str) -> ParagraphStyle:
    chain = (*sheet.chain("paragraph", name), *_default_properties(sheet.defaults))
    size = float(_value(chain, "rPr/sz") or "20") / 2
    hanging = _attribute(chain, "pPr/ind", "hanging")
    return ParagraphStyle(
        name=name,
        font=_font(sheet, chain),
        size=size,
        bold=_on(chain, "rPr/b"),
        italic=_on(chain, "rPr/i"),
        color=_color(_value(chain, "rPr/color")) or "#000000",
        space_before=_points(_attribute(chain, "pPr/spacing", "before")),
        space_after=_points(_attribute(chain, "pPr/spacing", "after")),
        line_height=_line_height(chain, size),
        align=_ALIGN.get(_value(chain, "pPr/jc") or "", "start"),
        indent=_points(_attribute(chain, "pPr/ind", "left", "start")),
        first_line=-_points(hanging) if hanging else _points(_attribute(chain, "pPr/ind", "firstLine")),
        keep_with_next=_on(chain, "pPr/keepNext"),
        page_break_before=_on(chain, "pPr/pageBreakBefore"),
        rule_below=_rule(_nearest(chain, "pPr/pBdr/bottom")),
    )


def _default_properties(defaults: Any) -> Iterator[Any]:
    """The document's defaults, each holding its `rPr` or `pPr` as a style does."""
    if defaults is not None:
        yield from defaults


def _line_height(chain: tuple[Any, ...], size: float) -> float:
    line = _attribute(chain, "pPr/spacing", "line") or "240"
    rule = _attribute(chain, "pPr/spacing", "lineRule")
    match rule:
        case "exact":
            return _points(line)
        case "atLeast":
            return max(_points(line), size * _NATURAL_LINE)
        case _:
            return size * _NATURAL_LINE * float(line) / 240


def _font(sheet: _Sheet, chain: tuple[Any, ...]) -> str:
    for style in chain:
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if fonts is None:
            continue
        if theme := fonts.get(f"{W}asciiTheme"):
            return sheet.theme_fonts.get(theme[:5], "")
        if name := fonts.get(f"{W}ascii"):
            return str(name)
    return "Times New Roman"  # what Word takes where nothing is said


def _theme_fonts(parts: Parts) -> dict[str, str]:
    """The theme's fonts for headings and text, by the first five letters that the styles call them."""
    theme = parts.get("theme/theme1.xml")
    if theme is None:
        return {}
    return {
        font[:5]: latin.get("typeface", "")
        for font in ("major", "minor")
        for latin in theme.iter(f"{DRAWING}latin")
        if latin.getparent().tag == f"{DRAWING}{font}Font"
    }


# --- tables ------------------------------------------------------------------------------------


def _table_style(sheet: _Sheet) -> TableStyle:
    chain = sheet.chain("table", "House Table")
    parts = {
        part.get(f"{W}type"): part for style in reversed(chain) for part in style.findall(f"{W}tblStylePr")
    }
    head, total, row_head = (
        (parts[kind],) if kind in parts else () for kind in ("firstRow", "lastRow", "firstCol")
    )
    inner = _rule(_nearest(chain, "tblPr/tblBorders/insideH")) or (0.0, "#000000")
    above_total = _rule(_nearest(total, "tcPr/tcBorders/top")) or inner
    return TableStyle(
        rule_width=inner[0],
        rule_color=inner[1],
        head_fill=_color(_attribute(head, "tcPr/shd", "fill")),
        head_color=_color(_value(head, "rPr/color")) or "#000000",
        row_head_fill=_color(_attribute(row_head, "tcPr/shd", "fill")),
        total_rule_width=above_total[0],
        padding_x=_points(_attribute(chain, "tblPr/tblCellMar/left", "w")),
        padding_y=_points(_attribute(chain, "tblPr/tblCellMar/top", "w")),
    )


# --- single properties -------------------------------------------------------------------------


def _nearest(chain: tuple[Any, ...], path: str) -> Any:
    """The element at `path` in the nearest style that has it, else None."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    return next((found for style in chain if (found := style.find(steps)) is not None), None)


def _attribute(chain: tuple[Any, ...], path: str, *names: str) -> str | None:
    """The attribute in the nearest style that has it: Word inherits attributes one by one."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    for style in chain:
        element = style.find(steps)
        for name in names if element is not None else ():
            if (value := element.get(f"{W}{name}")) is not None:
                return str(value)
    return None


def _value(chain: tuple[Any, ...], path: str) -> str | None:
    return _attribute(chain, path, "val")


def _on(chain: tuple[Any, ...], path: str) -> bool:
    element = _nearest(chain, path)
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}


def _points(twips: str | None) -> float:
    return float(twips or "0") / 20


def _color(value: str | None) -> str | None:
    return f"#{value.lower()}" if value and value != "auto" else None


def _rule(border: Any) -> tuple[float, str] | None:
    """A border's width (Word counts in eighths of a point) and colour."""
    if border is None or border.get(f"{W}val") in {"nil", "none"}:
        return None
    return float(border.get(f"{W}sz", "4")) / 8, _color(border.get(f"{W}color")) or "#000000"
