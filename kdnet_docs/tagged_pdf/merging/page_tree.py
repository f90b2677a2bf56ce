"""The pages of the whole: each with what it inherited, under a balanced tree (ISO 32000-1, 7.7.3)."""

from collections.abc import Sequence

from pypdf.generic import ArrayObject, IndirectObject, NameObject, NullObject, NumberObject

from kdnet_docs.tagged_pdf.merging.adopt import Adoption
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import dictionary
from kdnet_docs.tagged_pdf.reading.access import as_dictionary
from kdnet_docs.tagged_pdf.reading.geometry import view
from kdnet_docs.tagged_pdf.reading.pages import Page
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import Reason

_IN_A_NODE = 32
# What runs by itself, the threads of articles (which name a catalogue's list), and what is given anew.
_DROPPED = frozenset(
    {"/Parent", "/AA", "/B", "/StructParents", "/Resources", "/MediaBox", "/CropBox", "/Rotate"}
)


def adopt_pages(
    objects: Objects, adoption: Adoption, pages: Sequence[Page], part: int
) -> list[IndirectObject]:
    """Takes a part's pages, with what they inherit; each stands in the page tree once."""
    references = [objects.reserve() for _ in pages]
    if len({(page.reference.idnum, page.reference.generation) for page in pages}) < len(pages):
        raise Unmergeable(part, Reason.SHARED_PAGE)
    for page, reference in zip(pages, references, strict=True):
        adoption.substitute(page.reference, reference)
    for page, reference in zip(pages, references, strict=True):
        taken = dictionary({"/Type": "/Page"})
        own = {key: page.dictionary.raw_get(key) for key in page.dictionary if key not in _DROPPED}
        taken.update({NameObject(key): adoption.take(value) for key, value in own.items()})
        inherited = {NameObject(key): adoption.take_shared(value) for key, value in page.inherited.items()}
        taken.update(inherited)
        if "/Annots" in taken:
            # PDF/UA wants one to come to annotations in the order of the structure (ISO 14289-1, 7.18.3).
            taken[NameObject("/Tabs")] = NameObject("/S")
        objects.put(reference, taken)
    return references


def page_tree(objects: Objects, pages: Sequence[IndirectObject]) -> IndirectObject:
    """The root of a tree over the pages, with no more than `_IN_A_NODE` kids in each node."""
    level: list[tuple[IndirectObject, int]] = [(page, 1) for page in pages]
    while len(level) > _IN_A_NODE:
        level = [_node(objects, level[at : at + _IN_A_NODE]) for at in range(0, len(level), _IN_A_NODE)]
    return _node(objects, level)[0]


def top_of(page: IndirectObject) -> ArrayObject:
    """A destination: the top of a page as it is seen, as large as the reader has it."""
    left, top = view(as_dictionary(page)).corner()
    return ArrayObject(
        [page, NameObject("/XYZ"), NumberObject(round(left)), NumberObject(round(top)), NullObject()]
    )


def _node(objects: Objects, kids: Sequence[tuple[IndirectObject, int]]) -> tuple[IndirectObject, int]:
    count = sum(pages for _, pages in kids)
    node = objects.add(dictionary({"/Type": "/Pages", "/Kids": [kid for kid, _ in kids], "/Count": count}))
    for kid, _ in kids:
        as_dictionary(kid)[NameObject("/Parent")] = node
    return node, count
