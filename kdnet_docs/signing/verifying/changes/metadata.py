"""Whether what a file says of itself is the same but for when and with what it was last written.

Programs that sign write the time and their name into the metadata, and set all of it in a spelling of their
own; both spellings of a property (ISO 16684-1, 7.9) are the same here.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree
from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.signing.verifying.pdf.equality import changed_keys
from kdnet_docs.tagged_pdf.reading.access import value_in
from kdnet_docs.tagged_pdf.reading.xmp import MAX_XMP

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_DESCRIPTION = f"{_RDF}Description"
_OF_THE_WRITING = frozenset(
    {f"{_XMP}ModifyDate", f"{_XMP}MetadataDate", f"{_MM}InstanceID", f"{_MM}History", f"{_PDF}Producer"}
)
_SYNTAX = frozenset({f"{_RDF}about", f"{_RDF}parseType"})
_DEEPEST = 50

_KEYS_OF_THE_WRITING = frozenset({"/ModDate", "/Producer"})


def same_metadata(old: object, new: object) -> bool:
    """Whether two XMP streams, or two information dictionaries, say the same of the document."""
    if isinstance(old, StreamObject) and isinstance(new, StreamObject):
        return _stated(old) == _stated(new) is not None
    if isinstance(old, DictionaryObject) and isinstance(new, DictionaryObject):
        return all(
            key in _KEYS_OF_THE_WRITING or str(value_in(old, key)) == str(value_in(new, key))
            for key in changed_keys(old, new)
        )
    return False


def _stated(stream: StreamObject) -> Counter[tuple[str, str]] | None:
    """The properties in XMP, each by its path; None where it is not XMP."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    data = stream.get_data()[:MAX_XMP]
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if b"<!DOCTYPE" in data:
        return None
    return Counter(
        (path, value) for path, value in _flat(tree, "", 0) if not _OF_THE_WRITING & set(path.split(" "))
    )


def _flat(element: etree._Element, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST or not isinstance(element.tag, str):
        return
    # A description is but a bracket around properties, whether it is written or not.
    inside = path if element.tag == _DESCRIPTION else f"{path} {element.tag}".strip()
    for key, value in element.attrib.items():
        name = str(key)
        if name == f"{_RDF}resource":
            yield inside, str(value).strip()
        elif name not in _SYNTAX and depth > 0:
            yield f"{inside} {name}", str(value).strip()
    words = (element.text or "").strip()
    if words and len(element) == 0:
        yield inside, words
    for number, kid in enumerate(element):
        item = f"{inside} [{number}]" if kid.tag == f"{_RDF}li" else inside
        yield from _flat(kid, item, depth + 1)
