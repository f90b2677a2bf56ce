"""What a Word file says of itself: document properties and language."""

from collections.abc import Mapping
from datetime import date

from docx.document import Document as Word
from lxml import etree

from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.parts import drop_parts, put_part
from kdnet_docs.ooxml.xml import (
    Element,
    descendants,
    element,
    find,
    get,
    insert_before,
    insert_setting,
    qualified,
    root_of,
    to_xml,
)

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_THUMBNAIL_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that Word shows under "Custom"

_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def write_properties(word: Word, document: Document, custom: Mapping[str, str]) -> None:
    """Set all of the file's properties from the document, and none from the template or the clock."""
    put_part(
        word,
        _CORE_KIND,
        "/docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        _core(document),
    )
    put_part(
        word,
        "extended-properties",
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        _application(),
    )
    put_part(
        word,
        "custom-properties",
        "/docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        _custom(custom),
    )
    drop_parts(word, _THUMBNAIL_KIND)


def read_custom(parts: Mapping[str, Element]) -> Mapping[str, str]:
    """The custom properties among the parts of a file, by their names."""
    root = parts.get("docProps/custom.xml")
    found = () if root is None else root.iter(f"{{{_CUSTOM}}}property")
    return {one.get("name", ""): "".join(map(str, one.itertext())) for one in found}


def set_language(word: Word, language: str) -> None:
    """Make the whole file one language ("da" is da-DK), whatever a template's runs say."""
    tag = _LANGUAGES.get(language, language)
    for root in (word.styles.element, word.element.body):
        for mark in list(descendants(root, "w:lang")):
            _drop(mark)
    defaults = find(word.styles.element, "w:docDefaults/w:rPrDefault/w:rPr")
    if defaults is not None:
        insert_before(defaults, element("lang", val=tag, eastAsia=tag, bidi="ar-SA"), ("w:eastAsianLayout",))
    settings = word.settings.element
    for old in list(descendants(settings, "w:themeFontLang")):
        _drop(old)
    insert_setting(settings, element("themeFontLang", val=tag))


def text_width(word: Word) -> int:
    """The room between the margins of the last section, in twips."""
    section = find(word.element.body, "w:sectPr")
    size = None if section is None else find(section, "w:pgSz")
    margins = None if section is None else find(section, "w:pgMar")
    if size is None or margins is None:
        return 9026  # A4 with margins of an inch
    sides = sum(int(get(margins, name) or 0) for name in ("w:left", "w:right", "w:gutter"))
    return int(get(size, "w:w") or 11906) - sides


def _drop(found: Element) -> None:
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)
        if parent.tag == qualified("w:rPr") and not len(parent):
            _drop(parent)


def _core(document: Document) -> bytes:
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    moment = _midnight(document.date)
    language = _LANGUAGES.get(document.language, document.language)
    for namespace, name, words in (
        (_DC, "title", document.title),
        (_DC, "subject", document.subject),
        (_DC, "creator", document.author),
        (_CORE, "keywords", ", ".join(document.keywords)),
        (_DC, "description", document.comments),
        (_CORE, "lastModifiedBy", document.author),
        (_CORE, "revision", "1"),
        (_TERMS, "created", moment),
        (_TERMS, "modified", moment),
        (_DC, "language", language),
        (_CORE, "version", document.version),
        (_CORE, "contentStatus", document.status),
    ):
        if words:
            child = etree.SubElement(root, f"{{{namespace}}}{name}")
            child.text = words
            if namespace == _TERMS:
                child.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return to_xml(root)


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _application() -> bytes:
    root = root_of(_EXTENDED, "Properties")
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "kdnet_docs"
    return to_xml(root)


def _custom(values: Mapping[str, str]) -> bytes:
    root = root_of(_CUSTOM, "Properties", vt=_TYPES)
    for number, (name, words) in enumerate(values.items(), start=2):  # 0 and 1 are taken by the format
        one = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_USER_PROPERTIES, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = words
    return to_xml(root)
