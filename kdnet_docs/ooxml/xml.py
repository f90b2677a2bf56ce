"""Building and finding Word's XML elements by their usual names ("w:p")."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from docx.oxml.parser import oxml_parser
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 lxml has no other name for the type

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


# The settings from those of footnotes on, in the order of the schema (CT_Settings).
_SETTINGS_FROM_FOOTNOTES = (
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)


@cache
def qualified(name: str) -> str:
    """The full name of "w:p" as lxml writes it."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def _path(names: str) -> str:
    return "/".join(map(qualified, names.split("/")))


def element(name: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the "w" namespace with attributes of that namespace: `element("ind", left=284)`.

    Words with characters that XML cannot hold are a bug of the reader: lxml raises ValueError.
    """
    return build(
        f"w:{name}", {f"w:{key}": str(value) for key, value in attributes.items()} or None, *children
    )


def build(name: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """An element of any namespace; attributes without a prefix belong to none."""
    made: Element = oxml_parser.makeelement(qualified(name))
    for key, value in (attributes or {}).items():
        made.set(qualified(key) if ":" in key else key, value)
    made.extend(children)
    return made


def root_of(namespace: str, name: str, **prefixes: str) -> Element:
    """The root of a part that is not Word's own XML, in a namespace without a prefix."""
    names: dict[Any, str] = {None: namespace, **prefixes}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=names)


def to_xml(root: Element) -> bytes:
    """A part as it stands in the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def value(name: str, what: str | int) -> Element:
    """An element that says one thing in `w:val`: `<w:pStyle w:val="Heading1"/>`."""
    return element(name, val=what)


def find(parent: Element, path: str) -> Element | None:
    """The first element at a path such as "w:pPr/w:numPr"."""
    return parent.find(_path(path))


def find_all(parent: Element, path: str) -> list[Element]:
    """All elements at a path such as "w:pPr/w:numPr"."""
    return parent.findall(_path(path))


def descendants(parent: Element, *names: str) -> Iterator[Element]:
    """All elements below `parent`, and itself, with one of the names, in reading order."""
    return parent.iter(*map(qualified, names))


def get(found: Element, name: str) -> str | None:
    """The value of an attribute such as "w:val"."""
    return found.get(qualified(name))


def insert_setting(settings: Element, setting: Element) -> None:
    """Put a setting of the file where the schema wants it among the others."""
    order = [qualified(f"w:{name}") for name in _SETTINGS_FROM_FOOTNOTES]
    successors = order[order.index(setting.tag) + 1 :] if setting.tag in order else []
    place = next((at for at, other in enumerate(settings) if other.tag in successors), len(settings))
    settings.insert(place, setting)


def insert_before(parent: Element, child: Element, successors: tuple[str, ...]) -> None:
    """Put `child` where the schema wants it: before the first of its `successors`, else last."""
    follows = frozenset(map(qualified, successors))
    for at, sibling in enumerate(parent):
        if sibling.tag in follows:
            parent.insert(at, child)
            return
    parent.append(child)
