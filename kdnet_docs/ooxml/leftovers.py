"""What a Word file carries along besides its words: comments, changes, hidden text, names and paths."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto, unique
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from kdnet_docs.ooxml.base import NAMESPACE
from kdnet_docs.ooxml.package import W, parse
from kdnet_docs.ooxml.xml import Element

_OFF = frozenset({"0", "false", "off", "none"})
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_WATERMARK = ("PowerPlusWaterMarkObject", "WordPictureWatermark")
_CHANGES = re.compile(r"ins|del|moveFrom|moveTo|(?:\w+)Change|cell(?:Ins|Del|Merge)|delText|delInstrText")
_COMMENTS = re.compile(r"comment(?:RangeStart|RangeEnd|Reference|)")
_WRITTEN = re.compile(r"word/(?:document|(?:foot|end)notes|(?:header|footer)\d*)\.xml")
_DATA = re.compile(r"customXml/item\d*\.xml")
_SAFE_LINK = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)


@unique
class Kind(Enum):
    """What is left in a file."""

    WATERMARK = auto()
    COMMENT = auto()
    CHANGE = auto()
    """A tracked change, or that changes are to be tracked."""
    HIDDEN = auto()
    """Text that is not shown, or white."""
    NAME = auto()
    """Of somebody who wrote or changed the file."""
    PATH = auto()
    """Of a file on the machine where it was written, such as that of a template."""
    TRACE = auto()
    """Of when and where parts were written (rsid), or of another program's data."""
    ELSEWHERE = auto()
    """Something outside the file that belongs to it, other than links to click on."""
    EMBEDDED = auto()
    """A program, or a file of another kind."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """One kind of thing in one part of a file, such as "word/header1.xml", and what it is."""

    kind: Kind
    part: str
    what: str


def words_of(file: Path | bytes) -> Mapping[str, str]:
    """The words of each part that people read, by its name, with a line for each paragraph."""
    return {
        name: "\n".join(map(_words_in, root.iter(f"{W}p")))
        for name, root in _roots(file)[1].items()
        if _WRITTEN.fullmatch(name)
    }


def _words_in(paragraph: Element) -> str:
    """The words of a paragraph, with a space for whatever else keeps two of them apart."""
    apart = (f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab")
    return "".join(" " if one.tag in apart else one.text or "" for one in paragraph.iter(f"{W}t", *apart))


def leftovers(file: Path | bytes, path: re.Pattern[str]) -> tuple[Leftover, ...]:
    """All that is left in a Word file that can be opened, in the order of its parts.

    `path` is how the path of a file looks.
    """
    names, roots = _roots(file)
    used = frozenset(
        chain.from_iterable(_styles_used(root) for name, root in roots.items() if _WRITTEN.fullmatch(name))
    )
    found = chain(
        chain.from_iterable(_of_name(name) for name in names),
        chain.from_iterable(_of_part(name, root, used, path) for name, root in roots.items()),
    )
    return tuple(dict.fromkeys(found))


def _roots(file: Path | bytes) -> tuple[tuple[str, ...], Mapping[str, Element]]:
    """The names of all parts in order, and the roots of those that are XML."""
    with ZipFile(file if isinstance(file, Path) else BytesIO(file)) as archive:
        names = tuple(sorted(archive.namelist()))
        xml = (name for name in names if name.endswith((".xml", ".rels")))
        return names, {name: parse(archive.read(name)) for name in xml}


def _of_name(name: str) -> Iterator[Leftover]:
    base = name.rpartition("/")[2]
    if base.startswith("comments"):
        yield Leftover(Kind.COMMENT, name, base)
    elif base == "people.xml":
        yield Leftover(Kind.NAME, name, base)
    elif base.startswith("vbaProject") or "/embeddings/" in name or "/activeX/" in name:
        yield Leftover(Kind.EMBEDDED, name, base)


def _of_part(name: str, root: Element, used: frozenset[str], path: re.Pattern[str]) -> Iterator[Leftover]:
    if name.endswith(".rels"):
        yield from _relationships(name, root, path)
        return
    if name.startswith("docProps/"):
        yield from _properties(name, root, path)
    if _DATA.fullmatch(name) and root.tag != f"{{{NAMESPACE}}}base":
        yield Leftover(Kind.TRACE, name, root.tag)
    for element in root.iter("*"):
        yield from _of_element(name, element, used)


def _of_element(name: str, element: Element, used: frozenset[str]) -> Iterator[Leftover]:
    tag = element.tag
    local = tag.rpartition("}")[2]
    if tag.startswith(W):
        yield from _of_words(name, local, element, used)
    if any(word in value for word in _WATERMARK for value in element.attrib.values()):
        yield Leftover(Kind.WATERMARK, name, local)
    if local == "textpath":
        yield Leftover(Kind.WATERMARK, name, element.get("string") or local)
    if local == "docPartGallery" and element.get(f"{W}val") == "Watermarks":
        yield Leftover(Kind.WATERMARK, name, local)


def _of_words(name: str, local: str, element: Element, used: frozenset[str]) -> Iterator[Leftover]:
    if _CHANGES.fullmatch(local):
        yield Leftover(Kind.CHANGE, name, element.get(f"{W}author") or local)
    elif local == "trackRevisions" and _is_on(element):
        yield Leftover(Kind.CHANGE, name, local)
    elif _COMMENTS.fullmatch(local):
        yield Leftover(Kind.COMMENT, name, element.get(f"{W}author") or local)
    elif local in {"vanish", "specVanish"} and _is_on(element) and _is_used(element, used):
        yield Leftover(Kind.HIDDEN, name, _words_beside(element) or local)
    elif local == "color" and _is_white(element) and _is_used(element, used):
        yield Leftover(Kind.HIDDEN, name, _words_beside(element) or "FFFFFF")
    elif local in {"rsids", "docVars"} or any(str(key).startswith(f"{W}rsid") for key in element.attrib):
        yield Leftover(Kind.TRACE, name, "rsid" if local != "docVars" else local)
    elif local in {"object", "control"}:
        yield Leftover(Kind.EMBEDDED, name, local)


def _is_on(toggle: Element) -> bool:
    return toggle.get(f"{W}val", "1") not in _OFF


def _styles_used(root: Element) -> Iterator[str]:
    for kind in ("pStyle", "rStyle", "tblStyle"):
        yield from (element.get(f"{W}val", "") for element in root.iter(f"{W}{kind}"))


def _is_used(property_: Element, used: frozenset[str]) -> bool:
    """Whether a run or paragraph has this property, itself or by a style that something is written in."""
    style = next(property_.iterancestors(f"{W}style"), None)
    return style is None or style.get(f"{W}styleId") in used


def _is_white(color: Element) -> bool:
    """Whether words are white, and not on a colour as those of a table's head may be."""
    around = next(color.iterancestors(f"{W}tblStylePr", f"{W}tc", f"{W}p", f"{W}style"), color)
    fills = {shade.get(f"{W}fill", "auto").upper() for shade in around.iter(f"{W}shd")}
    return color.get(f"{W}val", "").upper() == "FFFFFF" and fills <= {"AUTO", "FFFFFF"}


def _words_beside(property_: Element) -> str:
    run = next(property_.iterancestors(f"{W}r"), None)
    return "".join(text.text or "" for text in run.iter(f"{W}t")) if run is not None else ""


def _relationships(name: str, root: Element, path: re.Pattern[str]) -> Iterator[Leftover]:
    for one in root.iter(_RELATIONSHIP):
        target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        if one.get("TargetMode") != "External":
            continue
        if kind == "attachedTemplate" or path.search(target):
            yield Leftover(Kind.PATH, name, target)
        elif kind != "hyperlink" or (":" in target and not _SAFE_LINK.match(target)):
            yield Leftover(Kind.ELSEWHERE, name, target)


def _properties(name: str, root: Element, path: re.Pattern[str]) -> Iterator[Leftover]:
    names = {"creator", "lastModifiedBy", "Manager", "Company"}
    for element in root.iter("*"):
        local, words = element.tag.rpartition("}")[2], (element.text or "").strip()
        if local in names and words:
            yield Leftover(Kind.NAME, name, words)
        elif (local == "Template" and words) or path.search(words):
            yield Leftover(Kind.PATH, name, words)
