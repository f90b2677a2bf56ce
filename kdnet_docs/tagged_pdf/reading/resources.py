"""What a page is drawn with: its own resources, and those of its forms, patterns and annotations."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import items, under
from kdnet_docs.tagged_pdf.reading.pages import Page


def resources(page: Page) -> Iterator[DictionaryObject]:
    """Each resource dictionary that the page is drawn with, once."""
    to_visit, seen = [page.resources], set[int]()
    for annotation in annotations(page):
        to_visit += [under(look, "/Resources") for look in _looks(annotation)]
    while to_visit:
        one = to_visit.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        for kind in ("/XObject", "/Pattern"):
            drawings = under(one, kind)
            to_visit += [under(under(drawings, key), "/Resources") for key in drawings]


def annotations(page: Page) -> Iterator[DictionaryObject]:
    """The annotations of a page: its links, notes and form fields."""
    for one in items(page.dictionary, "/Annots"):
        annotation = one.get_object() if isinstance(one, IndirectObject) else one
        if isinstance(annotation, DictionaryObject):
            yield annotation


def _looks(annotation: DictionaryObject) -> Iterator[DictionaryObject]:
    """The drawings of an annotation as it usually looks, in each of its states."""
    normal = under(under(annotation, "/AP"), "/N")
    if isinstance(normal, StreamObject):
        yield normal
    else:
        yield from (under(normal, state) for state in normal)
