"""Small texts with tracked changes, in a form that one reads and writes at a glance.

A paragraph is its words, with `*strong*` ones, `<a link>` and `^1` for a footnote's reference. Merged,
it has `{-what went}`, `{+what came}`, `{<what moved from here}`, `{>what moved to here}` and
`{~what looks otherwise}`; its mark is `¶`, with the same signs before it, and `~` after it if its
properties are others. A row stands between bars, and its cells too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import count, groupby

from lxml import etree
from word_schema import faults

from kdnet_docs.alignment.steps import Step
from kdnet_docs.ooxml.anchors import anchor_name
from kdnet_docs.ooxml.paragraph import Numbered, Setting, link_to_bookmark, mark, paragraph, words
from kdnet_docs.ooxml.redline.files import Body
from kdnet_docs.ooxml.redline.merge import merge
from kdnet_docs.ooxml.redline.review import Notes, Review
from kdnet_docs.ooxml.revisions.resolve import accept, reject
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element, build, descendants, element, find, find_all, get, qualified

_INLINE = re.compile(r"(\*[^*]+\*|<[^>]+>|\^\d+|\n)")
_SIGNS = {"del": "-", "ins": "+", "moveFrom": "<", "moveTo": ">"}
_ids = count(1)


# --- texts to merge ----------------------------------------------------------------------------


def para(text: str, name: str = "", style: str = "BodyText", number: int = 0) -> Element:
    """A paragraph, with the anchor of a leaf if it has a name."""
    content = [found for piece in _INLINE.split(text) if piece for found in _inline(piece)]
    if name:
        identity = next(_ids)
        start = build("w:bookmarkStart", {"w:id": str(identity), "w:name": anchor_name(name)})
        content = [start, *content, element("bookmarkEnd", id=identity)]
    return paragraph(style, content, Setting(numbered=Numbered(number) if number else None))


def _inline(piece: str) -> Iterator[Element]:
    if piece.startswith("*"):
        yield words(piece.strip("*"), "Strong")
    elif piece.startswith("<"):
        yield link_to_bookmark("there", [words(piece.strip("<>"), "Hyperlink")])
    elif piece.startswith("^"):
        yield mark(element("footnoteReference", id=piece.removeprefix("^")), "FootnoteReference")
    elif piece == "\n":
        yield element("r", element("br"))
    else:
        yield words(piece)


def grid(*rows: Sequence[str | Sequence[Element]], widths: Sequence[int] = ()) -> Element:
    """A table; a cell of words has an anchor by its words, "" and what it holds go without."""
    columns = max(len(found) for found in rows)
    made = [row([_cell(cell) for cell in found]) for found in rows]
    return table(TableProperties(style="HouseTable", widths=widths or [1000] * columns), made)


def _cell(content: str | Sequence[Element]) -> TableCell:
    held = (para(content, content, "TableText"),) if isinstance(content, str) else tuple(content)
    return TableCell(width=1000, content=held)


# --- merging -----------------------------------------------------------------------------------


def merged(
    old: Sequence[Element],
    new: Sequence[Element],
    steps: Sequence[Step] = (),
    *,
    tables: tuple[Mapping[str, Element], Mapping[str, Element]] = ({}, {}),
    notes: Notes | None = None,
) -> list[Element]:
    """Both texts as one, once it is proved to hold both and to be as the schema wants it."""
    before, after = _body(deepcopy(list(old))), _body(deepcopy(list(new)))
    review = Review(
        author="Prøve", moment=datetime(2021, 9, 1, tzinfo=UTC), ids=count(1_000_000), notes=notes or Notes()
    )
    made = merge(Body(elements=old, tables=tables[0]), Body(elements=new, tables=tables[1]), steps, review)
    body = _body(made)
    assert list(faults(body)) == []
    identities = [get(found, "w:id") for found in body.iter() if _has_number(found)]
    assert len(identities) == len(set(identities))
    for resolve, expected in ((accept, after), (reject, before)):
        resolved = deepcopy(body)
        resolve(resolved)
        assert _plain(resolved) == _plain(expected), shown(list(body))
    return list(body)


def _has_number(found: Element) -> bool:
    name = etree.QName(found).localname
    return name in {*_SIGNS, "bookmarkStart"} or name.endswith(("Change", "RangeStart"))


def _body(content: Sequence[Element]) -> Element:
    return element("body", *content)


def _plain(body: Element) -> list[str]:
    """The text with its styles and lists, without what only tracked changes and anchors need."""
    return [f"{_style(found)}{line}" for found in body for line in _lines(found)]


def _style(found: Element) -> str:
    properties = find(found, "w:pPr")
    children = [] if properties is None else [one for one in properties if one.tag != qualified("w:rPr")]
    return "".join(etree.tostring(one, method="c14n", exclusive=True).decode() for one in children)


# --- what it looks like ------------------------------------------------------------------------


def shown(content: Sequence[Element]) -> list[str]:
    """The paragraphs and rows with their changes."""
    return [line for found in content for line in _lines(found)]


def _lines(found: Element) -> Iterator[str]:
    if found.tag == qualified("w:p"):
        yield _words(found)
    elif found.tag == qualified("w:tbl"):
        for each in find_all(found, "w:tr"):
            cells = [
                _sign(find(cell, "w:tcPr")) + " ".join(shown(list(cell))) for cell in find_all(each, "w:tc")
            ]
            yield f"{_sign(find(each, 'w:trPr'))}| {' | '.join(cells)} |"
    elif found.tag == qualified("w:sdt"):
        for inside in find_all(found, "w:sdtContent/w:p"):
            yield _words(inside)


def _sign(properties: Element | None) -> str:
    """What is marked of a row, a cell, or a paragraph's mark."""
    if properties is None:
        return ""
    names = [etree.QName(found).localname for found in properties]
    cells = {"cellDel": "-", "cellIns": "+"}
    return "".join({**_SIGNS, **cells}[name] for name in names if name in _SIGNS or name in cells)


def _words(found: Element) -> str:
    pieces = [
        (_state(run), _run(run))
        for run in descendants(found, "w:r")
        if find(run, "w:t") is not None or _run(run)
    ]
    text = ""
    for state, group in groupby(pieces, key=lambda piece: piece[0]):
        joined = "".join(part for _, part in group).replace("><", "").replace("**", "")
        text += f"{{{state}{joined}}}" if state else joined
    changed = "~" if find(found, "w:pPr/w:pPrChange") is not None else ""
    return f"{text}{_sign(find(found, 'w:pPr/w:rPr'))}¶{changed}"


def _state(run: Element) -> str:
    """The sign of the change that a run is in."""
    for around in run.iterancestors():
        name = etree.QName(around).localname
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "p":
            break
    return "~" if find(run, "w:rPr/w:rPrChange") is not None else ""


def _run(run: Element) -> str:
    made = ""
    for found in run:
        name = etree.QName(found).localname
        made += {"br": "/", "tab": "→", "footnoteReference": "^"}.get(name, "")
        if name in ("t", "delText"):
            made += found.text or ""
    style = find(run, "w:rPr/w:rStyle")
    if style is not None and get(style, "w:val") == "Strong":
        return f"*{made}*"
    around = run.iterancestors(qualified("w:hyperlink"))
    return f"<{made}>" if next(around, None) is not None else made
