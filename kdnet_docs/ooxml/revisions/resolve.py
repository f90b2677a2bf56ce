"""Accepts or rejects every tracked change in a part of a Word file, as Word does.

Knows nothing of how our own redlines are written, so that it can judge them.
"""

from kdnet_docs.ooxml.xml import Element, descendants, find, find_all, qualified

_COMES = frozenset(map(qualified, ("w:ins", "w:moveTo")))
_GOES = frozenset(map(qualified, ("w:del", "w:moveFrom")))
_CONTENT_MARKS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_NO_CONTENT = frozenset(map(qualified, ("w:rPr", "w:trPr", "w:numPr")))  # there, a mark is about its parent
_RANGES = tuple(
    f"w:{kind}Range{end}"
    for kind in (
        "moveFrom",
        "moveTo",
        "customXmlIns",
        "customXmlDel",
        "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
)
# What was, is inside; what stands beside it and is not part of what was, stays.
_CHANGES: dict[str, tuple[str, ...]] = {
    "w:rPrChange": _CONTENT_MARKS,
    "w:pPrChange": ("w:rPr", "w:sectPr"),
    "w:tblPrChange": (),
    "w:tblPrExChange": (),
    "w:trPrChange": ("w:ins", "w:del"),
    "w:tcPrChange": ("w:cellIns", "w:cellDel", "w:cellMerge"),
    "w:sectPrChange": ("w:headerReference", "w:footerReference"),
    "w:tblGridChange": (),
}
_STAY_IN_FRONT = frozenset(("w:rPrChange", "w:sectPrChange"))  # in the order of the schema
_BETWEEN = frozenset(
    map(
        qualified,
        ("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:commentRangeStart", "w:commentRangeEnd"),
    )
)
_NOTHING_TO_READ = _BETWEEN | {qualified("w:pPr"), qualified("w:lastRenderedPageBreak")}


def accept(root: Element) -> None:
    """Make every change in the part final; the tree is changed in place."""
    _resolve(root, accepting=True)


def reject(root: Element) -> None:
    """Take every change in the part back; the tree is changed in place."""
    _resolve(root, accepting=False)


def _resolve(root: Element, *, accepting: bool) -> None:
    goes, stays = (_GOES, _COMES) if accepting else (_COMES, _GOES)
    _resolve_properties(root, accepting=accepting)
    _resolve_rows_and_cells(root, goes, "w:cellDel" if accepting else "w:cellIns")
    ended = _paragraphs_without_end(root, goes)
    _resolve_content(root, goes, stays)
    for paragraph in reversed(ended):  # from the last, so that what is joined is joined onwards
        _join_with_next(paragraph)
    _remove_empty(root, "w:sdt", "w:sdtContent/*")


# --- properties --------------------------------------------------------------------------------


def _resolve_properties(root: Element, *, accepting: bool) -> None:
    for change in list(descendants(root, *_CHANGES, "w:numberingChange")):
        parent = change.getparent()
        if parent is None:
            continue
        parent.remove(change)
        name = "w:" + str(change.tag).rpartition("}")[2]
        if not accepting and name in _CHANGES:
            _restore(parent, change, name)


def _restore(properties: Element, change: Element, name: str) -> None:
    stay = frozenset(map(qualified, _CHANGES[name]))
    kept = [child for child in properties if child.tag in stay]
    was = [child for held in change for child in held]
    properties[:] = [*kept, *was] if name in _STAY_IN_FRONT else [*was, *kept]


# --- tables ------------------------------------------------------------------------------------


def _resolve_rows_and_cells(root: Element, goes: frozenset[str], cell_goes: str) -> None:
    for properties in list(descendants(root, "w:trPr")):
        if any(mark.tag in goes for mark in properties):
            _remove(properties.getparent())
        for mark in [child for child in properties if child.tag in _COMES | _GOES]:
            properties.remove(mark)
    for properties in list(descendants(root, "w:tcPr")):
        if find(properties, cell_goes) is not None:
            _remove(properties.getparent())
        for mark in (*find_all(properties, "w:cellIns"), *find_all(properties, "w:cellDel")):
            properties.remove(mark)
    _remove_empty(root, "w:tr", "w:tc", "w:sdt")
    _remove_empty(root, "w:tbl", "w:tr", "w:sdt")


def _remove_empty(root: Element, name: str, *content: str) -> None:
    for found in list(descendants(root, name)):
        if all(_nothing_at(found, path) for path in content):
            _remove(found)


def _nothing_at(found: Element, path: str) -> bool:
    if path.endswith("/*"):
        holder = find(found, path.removesuffix("/*"))
        return holder is None or not len(holder)
    return find(found, path) is None


# --- words -------------------------------------------------------------------------------------


def _paragraphs_without_end(root: Element, goes: frozenset[str]) -> list[Element]:
    """The paragraphs whose marks go; every mark of a change on a paragraph's mark is taken off."""
    ended: list[Element] = []
    for paragraph in descendants(root, "w:p"):
        properties = find(paragraph, "w:pPr/w:rPr")
        if properties is None:
            continue
        marks = [child for child in properties if child.tag in _COMES | _GOES]
        if any(mark.tag in goes for mark in marks):
            ended.append(paragraph)
        for mark in marks:
            properties.remove(mark)
    return ended


def _resolve_content(root: Element, goes: frozenset[str], stays: frozenset[str]) -> None:
    for mark in list(descendants(root, *_CONTENT_MARKS)):
        parent = mark.getparent()
        if parent is None or parent.tag in _NO_CONTENT:
            _remove(mark)
        elif mark.tag in goes:
            parent.remove(mark)
        elif mark.tag in stays:
            _unwrap(mark, parent)
    for found in list(descendants(root, *_RANGES)):
        _remove(found)
    _remove_empty(root, "w:hyperlink", "w:r", "w:sdt")  # a link goes with its last words
    for found in descendants(root, "w:delText"):
        found.tag = qualified("w:t")
    for found in descendants(root, "w:delInstrText"):
        found.tag = qualified("w:instrText")


def _unwrap(mark: Element, parent: Element) -> None:
    at = parent.index(mark)
    parent[at : at + 1] = list(mark)


def _join_with_next(paragraph: Element) -> None:
    """Put what is left of a paragraph without its mark at the start of the next, which keeps its own.

    One that stands before a table or at an end cannot be joined: it goes if nothing is left of it, but
    the last paragraph of a part or a cell stays.
    """
    following = _next_block(paragraph)
    if following is not None and following.tag == qualified("w:p"):
        content = [child for child in paragraph if child.tag != qualified("w:pPr")]
        at = 1 if find(following, "w:pPr") is not None else 0
        following[at:at] = content
        _remove(paragraph)
    elif all(child.tag in _NOTHING_TO_READ for child in paragraph) and not _is_last(paragraph, following):
        _remove(paragraph)


def _next_block(paragraph: Element) -> Element | None:
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following


def _is_last(paragraph: Element, following: Element | None) -> bool:
    parent = paragraph.getparent()
    if parent is None or parent.tag == qualified("w:sdtContent"):
        return False
    return following is None or following.tag == qualified("w:sectPr")


def _remove(found: Element | None) -> None:
    parent = found.getparent() if found is not None else None
    if found is not None and parent is not None:
        parent.remove(found)
