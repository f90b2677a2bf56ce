"""The structure tree of the whole: one Document, in which each part is a Part (ISO 32000-1, 14.7).

What is in it is PDF 1.7: names of PDF 2.0 stay as custom types, mapped to what they come to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject

from kdnet_docs.tagged_pdf.merging.class_map import ClassMap, rename_classes
from kdnet_docs.tagged_pdf.merging.content_items import ContentItems
from kdnet_docs.tagged_pdf.merging.element_ids import ElementIds, attributes, rename_headers
from kdnet_docs.tagged_pdf.merging.headings import number_headings
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.parent_tree import ParentTree
from kdnet_docs.tagged_pdf.merging.role_map import RoleMap, resolve
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, pdf, text
from kdnet_docs.tagged_pdf.reading.access import (
    array_in,
    as_dictionary,
    dictionary_in,
    name_in,
    octets,
    resolved,
    stated_language,
)
from kdnet_docs.tagged_pdf.reading.structure import MAX_DEPTH
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import Reason

_NUMBERED = frozenset(f"/H{level}" for level in range(1, 7))


@dataclass(slots=True, kw_only=True)
class _Part:
    """What is known of a part while its elements are walked."""

    number: int
    role_map: DictionaryObject | None
    classes: dict[str, str]
    items: ContentItems
    seen: set[int] = field(default_factory=set)
    ids: dict[bytes, bytes] = field(default_factory=dict)
    attributes: list[DictionaryObject] = field(default_factory=list)


class StructureTree:
    """The elements of the parts that have been added."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.root = objects.reserve()
        self.document = objects.reserve()
        self.parents = ParentTree()
        self.counts: dict[str, int] = {}
        """How many elements there are of each standard type, or custom type that stands for none."""
        self.broken: set[int] = set()
        """The parts whose elements name content that is not there, or that another names too."""
        self._parts: list[IndirectObject] = []
        self._roles = RoleMap()
        self._classes = ClassMap()
        self._ids = ElementIds()
        self._strong: dict[int, list[DictionaryObject]] = {}
        self._numbered = False
        self._lexicons = ArrayObject()

    def add(
        self,
        number: int,
        tree: DictionaryObject,
        title: str,
        language: str,
        pages: Sequence[IndirectObject],
    ) -> IndirectObject:
        """Takes the structure tree of a part, whose objects are adopted; gives the part's own element."""
        top = self._top(tree)
        part = _Part(
            number=number,
            role_map=dictionary_in(tree, "/RoleMap"),
            classes=self._classes.add(dictionary_in(tree, "/ClassMap")),
            items=ContentItems(self.parents, pages),
        )
        self._walk(part, top)
        self._name(top, title, language)
        for attribute in {id(one): one for one in part.attributes}.values():
            rename_headers(attribute, part.ids)
        lexicons = resolved(tree.get("/PronunciationLexicon"))
        self._lexicons += lexicons if isinstance(lexicons, ArrayObject) else []
        return top

    def add_element(self, parent: IndirectObject, kind: str, entries: DictionaryObject) -> IndirectObject:
        """A new element, which says of itself what the entries say, the last under its parent."""
        element = dictionary({"/Type": "/StructElem", "/S": kind, "/P": parent, "/K": []})
        element.update(entries)
        reference = self._objects.add(element)
        kids = array_in(resolved(parent), "/K")
        if kids is not None:
            kids.append(reference)
        self._count(kind)
        return reference

    def add_part(self, title: str, language: str) -> IndirectObject:
        """An element for a part without tags."""
        part = dictionary({"/Type": "/StructElem", "/S": "/Part", "/P": self.document, "/K": []})
        reference = self._objects.add(part)
        self._count("/Part")
        self._name(reference, title, language)
        return reference

    def finish(self, title: str, language: str) -> IndirectObject:
        """The root of the tree, when all parts have been added."""
        if self._numbered:
            for headings in self._strong.values():
                for level in number_headings(headings):
                    self._count(level)
            self.counts.pop("/H", None)
        document: dict[str, Plain] = {"/Type": "/StructElem", "/S": "/Document", "/P": self.root}
        document |= {"/K": self._parts, "/T": text(title), "/Lang": text(language)}
        self._objects.put(self.document, dictionary(document))
        self._count("/Document")
        parent_tree, following = self.parents.build(self._objects)
        root = dictionary(
            {
                "/Type": "/StructTreeRoot",
                "/K": [self.document],
                "/ParentTree": parent_tree,
                "/ParentTreeNextKey": following,
            }
        )
        optional = {
            "/IDTree": self._ids.tree(self._objects),
            "/RoleMap": self._roles.entries(),
            "/ClassMap": self._classes.entries,
            "/PronunciationLexicon": self._lexicons,
        }
        root.update({NameObject(key): value for key, value in optional.items() if value})
        self._objects.put(self.root, root)
        return self.root

    def _top(self, tree: DictionaryObject) -> IndirectObject:
        """The one element of a part: its Document, or a new element around all that stands in its root."""
        found = resolved(tree.get("/K"))
        kids: list[PdfObject] = list(found) if isinstance(found, ArrayObject) else [tree.raw_get("/K")]
        elements = [kid for kid in kids if name_in(resolved(kid), "/S") is not None]
        if len(elements) == 1:
            [only] = elements
            document = as_dictionary(only)
            if resolve(document, dictionary_in(tree, "/RoleMap"))[1] == "/Document":
                return only if isinstance(only, IndirectObject) else self._objects.add(document)
        return self._objects.add(dictionary({"/S": "/Part", "/K": elements}))

    def _name(self, top: IndirectObject, title: str, language: str) -> None:
        element = as_dictionary(top)
        self._parts.append(top)
        element[NameObject("/S")] = NameObject("/Part")
        element[NameObject("/T")] = text(title)
        element[NameObject("/Lang")] = text(stated_language(element) or language)

    def _walk(self, part: _Part, top: IndirectObject) -> None:
        """Every element from the top, in reading order."""
        waiting: list[tuple[IndirectObject, IndirectObject, IndirectObject | None, int]] = [
            (top, self.document, None, 0)
        ]
        while waiting:
            element, parent, page, depth = waiting.pop()
            if element.idnum in part.seen or depth > MAX_DEPTH:
                raise Unmergeable(part.number, Reason.STRUCTURE)
            part.seen.add(element.idnum)
            value = as_dictionary(element)
            page = part.items.page(value) or page
            _state_language(value)
            value[NameObject("/Type")], value[NameObject("/P")] = NameObject("/StructElem"), parent
            self._dress(part, element, value, is_top=element is top)
            below = self._kids(part, element, value, page)
            waiting += [(kid, element, page, depth + 1) for kid in reversed(below)]

    def _dress(
        self, part: _Part, reference: IndirectObject, element: DictionaryObject, *, is_top: bool
    ) -> None:
        """Give an element the type, id, classes and attributes that it has in the whole."""
        own, standard = resolve(element, part.role_map)
        if is_top:
            own = standard = "/Part"
        name = self._roles.name(own, standard)
        element[NameObject("/S")] = NameObject(name)
        element.pop("/NS", None)
        self._count(standard or name)
        self._numbered = self._numbered or standard in _NUMBERED
        if standard == "/H":
            self._strong.setdefault(part.number, []).append(element)
        wanted = octets(resolved(element.get("/ID")))
        if wanted is None and standard == "/Note" and own != standard:
            wanted = b"note"  # of PDF 2.0, where a note needs no id
        if wanted is not None:
            given = self._ids.give(reference, wanted)
            part.ids.setdefault(wanted, given)
            element[NameObject("/ID")] = pdf(given)
        rename_classes(element, part.classes)
        part.attributes += attributes(element, "/A")

    def _count(self, kind: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def _kids(
        self, part: _Part, reference: IndirectObject, element: DictionaryObject, page: IndirectObject | None
    ) -> list[IndirectObject]:
        """The elements in an element, whose content items are taken on the way."""
        found = resolved(element.get("/K"))
        kids = list(found) if isinstance(found, ArrayObject) else [element.get("/K")]
        kept, below = ArrayObject(), list[IndirectObject]()
        for kid in kids:
            value = resolved(kid)
            if value is None or isinstance(value, NullObject):
                continue
            if isinstance(value, DictionaryObject) and name_in(value, "/S") is not None:
                below.append(kid if isinstance(kid, IndirectObject) else self._objects.add(value))
                kept.append(below[-1])
            elif (item := part.items.take(reference, value, page)) is not None:
                kept.append(item)
            else:
                self.broken.add(part.number)
        element[NameObject("/K")] = kept
        element.pop("/Pg", None)
        if page is not None and len(kept) > len(below):
            element[NameObject("/Pg")] = page
        return below


def _state_language(element: DictionaryObject) -> None:
    """A language as the standard writes it; one that can be none is no better than none."""
    known = stated_language(element)
    element.pop("/Lang", None)
    if known is not None:
        element[NameObject("/Lang")] = text(known)
