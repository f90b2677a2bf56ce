"""Pages without tags: each becomes one figure, whose alternative text says what page it is of what.

That is no more than a way to find the page; nothing is claimed for a file with such pages.
"""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject, IndirectObject

from kdnet_docs.tagged_pdf.merging.structure_tree import StructureTree
from kdnet_docs.tagged_pdf.merging.values import dictionary, text
from kdnet_docs.tagged_pdf.parts import Part

MARK = b"/Figure <</MCID 0>> BDC\n"
"""What comes before the page's content; EMC comes after it."""

# A word for each language that is likely; in others the number stands alone.
_PAGE = {"da": "side", "en": "page", "de": "Seite", "sv": "sida", "nb": "side", "nn": "side", "no": "side"}


def tag_pages(tree: StructureTree, part: Part, pages: Sequence[IndirectObject]) -> IndirectObject:
    """A Part with a figure for each page, whose marked content has the identifier 0."""
    top = tree.add_part(part.title, part.language)
    for number, page in enumerate(pages, start=1):
        figure = tree.add_element(top, "/Figure", _figure(part, number, page))
        tree.parents.claim_mark(page, 0, figure)
    return top


def _figure(part: Part, number: int, page: IndirectObject) -> DictionaryObject:
    word = _PAGE.get(part.language.split("-")[0].lower(), "")
    words = f"{part.title}, {word} {number}".replace("  ", " ")
    return dictionary({"/Alt": text(words), "/Pg": page, "/K": [0]})
