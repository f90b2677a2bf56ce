"""Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): read with care, written balanced."""

from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import dictionary, pdf
from kdnet_docs.tagged_pdf.reading.access import array_in, octets, resolved

_IN_A_NODE = 64


def names(root: DictionaryObject | None) -> Iterator[tuple[bytes, PdfObject]]:
    """The keys and values of a name tree, in its order."""
    for key, value in _entries(root, "/Names"):
        name = octets(resolved(key))
        if name is not None:
            yield name, value


def numbers(root: DictionaryObject | None) -> Iterator[tuple[int, PdfObject]]:
    """The keys and values of a number tree, in its order."""
    for key, value in _entries(root, "/Nums"):
        number = resolved(key)
        if isinstance(number, NumberObject):
            yield int(number), value


def _entries(root: DictionaryObject | None, listed: str) -> Iterator[tuple[PdfObject, PdfObject]]:
    """What a tree lists in its leaves; a node that is met again is passed over."""
    waiting: list[object] = [root]
    seen: set[int] = set()
    while waiting:
        node = resolved(waiting.pop())
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        entries = array_in(node, listed) or ()
        yield from zip(entries[::2], entries[1::2], strict=False)
        waiting += reversed(array_in(node, "/Kids") or ())


def name_tree(objects: Objects, entries: Sequence[tuple[bytes, PdfObject]]) -> IndirectObject:
    """A name tree of entries in any order."""
    ordered = sorted(entries, key=lambda entry: entry[0])
    return _tree(objects, "/Names", [(pdf(name), value) for name, value in ordered])


def number_tree(objects: Objects, entries: Sequence[tuple[int, PdfObject]]) -> IndirectObject:
    """A number tree of entries in any order."""
    ordered = sorted(entries, key=lambda entry: entry[0])
    return _tree(objects, "/Nums", [(pdf(number), value) for number, value in ordered])


def _tree(objects: Objects, key: str, entries: Sequence[tuple[PdfObject, PdfObject]]) -> IndirectObject:
    """The root of a tree over sorted entries, with no more than `_IN_A_NODE` in each node."""
    if len(entries) <= _IN_A_NODE:
        return objects.add(dictionary({key: _flat(entries)}))
    nodes = []
    for start in range(0, len(entries), _IN_A_NODE):
        some = entries[start : start + _IN_A_NODE]
        nodes.append(dictionary({"/Limits": [some[0][0], some[-1][0]], key: _flat(some)}))
    while len(nodes) > _IN_A_NODE:
        nodes = [_above(objects, nodes[at : at + _IN_A_NODE]) for at in range(0, len(nodes), _IN_A_NODE)]
    return objects.add(dictionary({"/Kids": [objects.add(node) for node in nodes]}))


def _above(objects: Objects, nodes: Sequence[DictionaryObject]) -> DictionaryObject:
    limits = [*(array_in(nodes[0], "/Limits") or ())[:1], *(array_in(nodes[-1], "/Limits") or ())[1:]]
    return dictionary({"/Limits": limits, "/Kids": [objects.add(node) for node in nodes]})


def _flat(entries: Sequence[tuple[PdfObject, PdfObject]]) -> PdfObject:
    return pdf([value for entry in entries for value in entry])
