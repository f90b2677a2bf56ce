"""The whole that is made of parts: adds one after the other, and makes the catalogue of them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pypdf.generic import ArrayObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.merging.destinations import Destinations, Key, Links, base_of, lead_annotations
from kdnet_docs.tagged_pdf.merging.embedded_files import EmbeddedFiles
from kdnet_docs.tagged_pdf.merging.forms import Forms
from kdnet_docs.tagged_pdf.merging.gate import check
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.optional_content import OptionalContent
from kdnet_docs.tagged_pdf.merging.outline import Entry, bookmarks, entries, outline
from kdnet_docs.tagged_pdf.merging.output_intents import OutputIntents
from kdnet_docs.tagged_pdf.merging.page_content import bracket, data_of, without_marks
from kdnet_docs.tagged_pdf.merging.page_labels import PageLabels
from kdnet_docs.tagged_pdf.merging.page_tree import page_tree, top_of
from kdnet_docs.tagged_pdf.merging.scans import MARK, tag_pages
from kdnet_docs.tagged_pdf.merging.source import Source
from kdnet_docs.tagged_pdf.merging.stamps import Stamps
from kdnet_docs.tagged_pdf.merging.structure_tree import StructureTree
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, text
from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties
from kdnet_docs.tagged_pdf.reading.access import as_dictionary, dictionary_in, resolved, stated_language
from kdnet_docs.tagged_pdf.unmergeable import reading
from kdnet_docs.tagged_pdf.verdicts import Lack


@dataclass(frozen=True, slots=True, kw_only=True)
class _Added:
    """What is to be done for a part when all the others are there too."""

    pages: Sequence[IndirectObject]
    outline: list[Entry]
    destinations: Mapping[Key, bytes]
    base: bytes


class Whole:
    """The parts that have been added."""

    def __init__(self, *, own_labels: bool) -> None:
        self.objects = Objects()
        self.stamps = Stamps(self.objects)
        self.intents = OutputIntents()
        self.structure = StructureTree(self.objects)
        self._forms = Forms(self.objects)
        self._files = EmbeddedFiles(self.objects)
        self._destinations = Destinations()
        self._layers = OptionalContent()
        self._labels = PageLabels(own=own_labels)
        self._added: list[_Added] = []

    def add(self, part: Part, source: Source) -> frozenset[Lack]:
        """Takes a part; gives what is found to be wrong with it on the way. Raises `Unmergeable`."""
        number = len(self._added)
        pages, catalog = source.adopt(self.objects)
        tree, names = dictionary_in(catalog, "/StructTreeRoot"), dictionary_in(catalog, "/Names")
        tagged = tree is not None and any(resolved(one) for one in _listed(tree.get("/K")))
        if tree is not None and tagged:
            self.structure.add(number, tree, part.title, stated_language(catalog) or part.language, pages)
        else:
            tag_pages(self.structure, part, pages)
        self._forms.add(number, dictionary_in(catalog, "/AcroForm"))
        self._layers.add(part.title, dictionary_in(catalog, "/OCProperties"))
        self._labels.add(dictionary_in(catalog, "/PageLabels"), len(pages))
        agrees = self.intents.add(catalog)
        self._files.add(catalog, tree)
        self._draw(part, number, pages, tagged=tagged)
        self._added.append(
            _Added(
                pages=pages,
                outline=entries(dictionary_in(catalog, "/Outlines")),
                destinations=self._destinations.add(
                    dictionary_in(catalog, "/Dests"), dictionary_in(names, "/Dests")
                ),
                base=base_of(catalog),
            )
        )
        wrong = {Lack.TAG_CONTENT: number in self.structure.broken, Lack.COLOURS: not agrees}
        return frozenset(lack for lack, found in wrong.items() if found)

    def page_counts(self) -> tuple[int, ...]:
        """How many pages each part has."""
        return tuple(len(one.pages) for one in self._added)

    def first_pages(self) -> tuple[int, ...]:
        """The page of the whole on which each part begins."""
        return tuple(accumulate(self.page_counts(), initial=0))[:-1]

    def finish(
        self,
        properties: Properties,
        wanted: Sequence[Bookmark],
        files: Mapping[str, int],
        metadata: StreamObject,
    ) -> IndirectObject:
        """The catalogue of the whole. Raises `DamagedError`."""
        self._lead({address: top_of(self._added[part].pages[0]) for address, part in files.items()})
        pages = [page for one in self._added for page in one.pages]
        top = bookmarks(
            self.objects,
            wanted,
            lambda part, page: self._added[part].pages[page],
            [one.outline for one in self._added],
        )
        catalog: dict[str, Plain] = {
            "/Type": "/Catalog",
            "/Pages": page_tree(self.objects, pages),
            "/Lang": text(properties.language),
            "/Metadata": self.objects.add(metadata),
            "/MarkInfo": {"/Marked": True},
            "/StructTreeRoot": self.structure.finish(properties.title, properties.language),
            "/ViewerPreferences": {"/DisplayDocTitle": True},
            "/PageLabels": self._labels.tree(self.objects),
        }
        optional = {key: one for key, one in self._optional(top).items() if one is not None}
        found = dictionary(catalog | optional)
        check(found, pages=len(pages), elements=self.structure.counts)
        return self.objects.add(found)

    def _optional(self, top: Sequence[Entry]) -> dict[str, Plain | None]:
        """What the catalogue has if a part has it."""
        intent = self.intents.reference(self.objects)
        trees = {"/Dests": self._destinations.tree(self.objects), "/EmbeddedFiles": self._files.tree()}
        names: dict[str, Plain] = {key: tree for key, tree in trees.items() if tree is not None}
        return {
            "/Outlines": outline(self.objects, top),
            "/PageMode": "/UseOutlines" if top else None,
            "/Names": names or None,
            "/AF": self._files.associated() or None,
            "/AcroForm": self._forms.form(),
            "/OCProperties": self._layers.properties(),
            "/OutputIntents": None if intent is None else [intent],
        }

    def _lead(self, files: Mapping[str, ArrayObject]) -> None:
        """Have the links and outlines of all parts lead where they led."""
        for one in self._added:
            links = Links(one.destinations, files, one.base)
            for page in one.pages:
                lead_annotations(page, links)
            waiting = list(one.outline)
            while waiting:
                entry = waiting.pop()
                links.lead(as_dictionary(entry.reference))
                waiting += entry.below

    def _draw(self, part: Part, number: int, pages: Sequence[IndirectObject], *, tagged: bool) -> None:
        """Stamp the pages of a part, and mark the content of those without tags."""
        for at, reference in enumerate(pages):
            stamps = part.stamps.get(at, ())
            if tagged and not stamps:
                continue
            page = as_dictionary(reference)
            under = self.stamps.draw(page, [one for one in stamps if one.place == "under"], number)
            over = self.stamps.draw(page, [one for one in stamps if one.place == "over"], number)
            with reading(number, f"content of page {at + 1}"):
                content = data_of(page)
            if tagged:
                bracket(self.objects, page, under, over, content)
            else:
                bracket(self.objects, page, under + MARK, b"EMC\n" + over, without_marks(content))


def _listed(value: object) -> Sequence[object]:
    found = resolved(value)
    return found if isinstance(found, ArrayObject) else [found]
