"""What a PDF lacks for PDF/UA-1 and PDF/A-3a, as far as it is cheaply seen: what it claims can be false."""

from collections.abc import Callable, Iterator, Sequence

from pypdf.generic import DictionaryObject, NumberObject

from kdnet_docs.tagged_pdf.reading.access import (
    items,
    name_in,
    stated_language,
    text_in,
    true_in,
    under,
    value_in,
)
from kdnet_docs.tagged_pdf.reading.archivable import forbidden
from kdnet_docs.tagged_pdf.reading.content import Drawn
from kdnet_docs.tagged_pdf.reading.fonts import not_embedded
from kdnet_docs.tagged_pdf.reading.pages import Page
from kdnet_docs.tagged_pdf.reading.resources import annotations, resources
from kdnet_docs.tagged_pdf.reading.structure import named_marks, parent_tree, structure
from kdnet_docs.tagged_pdf.reading.xmp import claims, title
from kdnet_docs.tagged_pdf.verdicts import Lack, Lacking

GOOD_LEVELS = frozenset({"2a", "3a"})
HIDDEN = 2
"""The flag of an annotation that no reader shows."""
NO_TAG_NEEDED = frozenset({"/Popup", "/PrinterMark", "/TrapNet"})


def lacks(root: DictionaryObject, pages: Sequence[Page], drawn: Sequence[Drawn]) -> Iterator[Lacking]:
    """What the file lacks. Raises `structure.TangledError`."""
    tree = under(root, "/StructTreeRoot")
    tagged = is_tagged(root)
    numbers = {page.reference.idnum: number for number, page in enumerate(pages, start=1)}
    table, elements = parent_tree(tree), structure(tree, numbers)
    if not tagged:
        yield Lacking(lack=Lack.UNTAGGED)
    # A tagged picture is asked for its alternative text instead.
    scans = [one.picture and not one.text and (one.loose or not tagged) for one in drawn]
    yield from _on_pages(Lack.SCAN, scans)
    yield from _in_catalogue(root)
    yield from _drawn_with(Lack.FONT_NOT_EMBEDDED, not_embedded, pages)
    yield from _drawn_with(Lack.ARCHIVABLE, forbidden, pages)
    if not tagged:
        return
    for lack, role, number in dict.fromkeys(elements.lacks):
        yield Lacking(lack=lack, pages=(number,) if number else (), what=role)
    links = [any(_bare_link(one) for one in annotations(page)) for page in pages]
    yield from _on_pages(Lack.LINK_CONTENTS, links)
    loose = [
        one.loose or not one.marks <= named_marks(table, page.dictionary)
        for page, one in zip(pages, drawn, strict=True)
    ]
    yield from _on_pages(Lack.CONTENT_TAGS, loose)
    yield from _on_pages(
        Lack.ANNOTATION_TAGS, [any(_no_tag(a, table) for a in annotations(p)) for p in pages]
    )


def is_tagged(root: DictionaryObject) -> bool:
    """Whether the file has tags and vouches for them."""
    return true_in(under(root, "/MarkInfo"), "/Marked") and "/K" in under(root, "/StructTreeRoot")


def _in_catalogue(root: DictionaryObject) -> Iterator[Lacking]:
    said = claims(root)
    if stated_language(root) is None:
        yield Lacking(lack=Lack.LANGUAGE)
    if title(root) is None:
        yield Lacking(lack=Lack.TITLE)
    if not said.pdf_ua:
        yield Lacking(lack=Lack.UA_CLAIM)
    if said.pdf_a not in GOOD_LEVELS:
        yield Lacking(lack=Lack.A_CLAIM, what=said.pdf_a or "")
    if not items(root, "/OutputIntents"):
        yield Lacking(lack=Lack.OUTPUT_INTENT)


def _drawn_with(
    lack: Lack, found_in: Callable[[DictionaryObject], Iterator[str]], pages: Sequence[Page]
) -> Iterator[Lacking]:
    """The lack, once for each thing that is found in what the pages are drawn with."""
    where: dict[str, list[int]] = {}
    for number, page in enumerate(pages, start=1):
        for what in sorted({what for one in resources(page) for what in found_in(one)}):
            where.setdefault(what, []).append(number)
    for what, numbers in where.items():
        yield Lacking(lack=lack, pages=tuple(numbers), what=what)


def _on_pages(lack: Lack, missing: Sequence[bool]) -> Iterator[Lacking]:
    """The lack with its pages, where there are any."""
    if any(missing):
        yield Lacking(lack=lack, pages=tuple(n for n, lacking in enumerate(missing, start=1) if lacking))


def _bare_link(annotation: DictionaryObject) -> bool:
    return name_in(annotation, "/Subtype") == "/Link" and text_in(annotation, "/Contents") is None


def _no_tag(annotation: DictionaryObject, table: dict[int, object]) -> bool:
    flags, key = value_in(annotation, "/F"), value_in(annotation, "/StructParent")
    hidden = isinstance(flags, NumberObject) and int(flags) & HIDDEN
    if hidden or name_in(annotation, "/Subtype") in NO_TAG_NEEDED:
        return False
    return not isinstance(key, NumberObject) or not isinstance(table.get(int(key)), DictionaryObject)
