"""The house style as CSS: what the Word template says, for `templates/html/style.css` to build on."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from kdnet_docs.ooxml.house import House, ParagraphStyle

_BODY = "Body Text"

# Where each style of the house is at home on the page; the cover's have classes of their own names.
_SELECTORS = {
    **{f"Heading {level}": f".level-{level}" for level in range(1, 7)},
    "Title": ".title",
    "Subtitle": ".subtitle",
    "Document Status": ".status",
    "Lead": ".lead",
    "Quote": "blockquote p",
    "Caption": "caption",
    "TOC Heading": ".contents-title",
}


def house_css(house: House, cover_styles: Iterable[str]) -> Markup:
    """Custom properties, and a rule for each paragraph style in use, safe inside a `<style>` element.

    A length is in rem, which is the size of the body text: on paper its points, on a screen what
    the reader prefers.
    """
    body = house.paragraphs[_BODY]
    selectors = _SELECTORS | {name: f".{style_class(name)}" for name in cover_styles}
    rules = [
        _rule(selector, house.paragraphs[name], body)
        for name, selector in selectors.items()
        if name in house.paragraphs
    ]
    return Markup("\n".join([_root(house, body), _page(house), *rules]))  # noqa: S704 - only numbers and escaped names


def style_class(name: str) -> str:
    """The class of a paragraph style: "Cover Party" is `cover-party`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _root(house: House, body: ParagraphStyle) -> str:
    table = house.table
    points = body.size
    width = house.page.width - house.page.left - house.page.right
    values = {
        "font": _font(body.font),
        "text": _color(body.color),
        "link": _color(house.link_color),
        "points": f"{points:g}pt",
        "leading": f"{body.line_height / points:.4g}",
        "paragraph-gap": _rem(body.space_after, points),
        "measure": _rem(width, points),
        "rule": f"{table.rule_width:g}pt solid {_color(table.rule_color)}",
        "total-rule": f"{table.total_rule_width:g}pt solid {_color(table.rule_color)}",
        "head-fill": _color(table.head_fill),
        "head-text": _color(table.head_color),
        "row-head-fill": _color(table.row_head_fill),
        "cell-padding": f"{_rem(table.padding_y, points)} {_rem(table.padding_x, points)}",
    }
    return _declare(":root", {f"--{name}": value for name, value in values.items()})


def _page(house: House) -> str:
    page = house.page
    sides = " ".join(f"{side:g}pt" for side in (page.top, page.right, page.bottom, page.left))
    return _declare("@page", {"size": f"{page.width:g}pt {page.height:g}pt", "margin": sides})


def _rule(selector: str, style: ParagraphStyle, body: ParagraphStyle) -> str:
    own = {
        "font-size": _rem(style.size, body.size),
        "font-weight": "700" if style.bold else "400",
        "font-style": "italic" if style.italic else "normal",
        "line-height": f"{style.line_height / style.size:.4g}",
        "color": _color(style.color),
        "text-align": style.align,
        "margin": f"{_rem(style.space_before, body.size)} 0 {_rem(style.space_after, body.size)}",
    }
    if style.font != body.font:
        own["font-family"] = _font(style.font)
    if style.rule_below:
        width, color = style.rule_below
        own["border-bottom"] = f"{width:g}pt solid {_color(color)}"
    return _declare(selector, own)


def _declare(selector: str, declarations: dict[str, str]) -> str:
    return f"{selector} {{ " + "; ".join(f"{name}: {value}" for name, value in declarations.items()) + " }"


def _rem(points: float, body: float) -> str:
    return f"{points / body:.4g}rem"


def _color(color: str | None) -> str:
    return color if color and re.fullmatch(r"#[0-9a-fA-F]{6}", color) else "transparent"


def _font(name: str) -> str:
    quoted = "".join(c if c.isalnum() or c in " -" else f"\\{ord(c):x} " for c in name)
    return f'"{quoted}", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif'
