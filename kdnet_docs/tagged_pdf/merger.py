"""Merges tagged PDFs into one that is tagged: all that the parts have, and no claim that is not true.

See docs/tagged-pdf.md for what is kept and what is not.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from kdnet_docs.tagged_pdf.merging.claims import lacks_of_stamp, of_all, of_part, of_stamp
from kdnet_docs.tagged_pdf.merging.metadata import information, metadata
from kdnet_docs.tagged_pdf.merging.misuse import check_pages, check_parts
from kdnet_docs.tagged_pdf.merging.source import Source
from kdnet_docs.tagged_pdf.merging.whole import Whole
from kdnet_docs.tagged_pdf.merging.write import write
from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties
from kdnet_docs.tagged_pdf.reading import xmp
from kdnet_docs.tagged_pdf.reading.reader import limits
from kdnet_docs.tagged_pdf.verdicts import Claims, Lack, Lacking

_NO_LINKS: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLacks:
    """What one part lacks."""

    part: int
    """The part, counted from 0."""
    lacking: Lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The parts as one file."""

    pdf: bytes
    first_pages: tuple[int, ...]
    """The page of the whole on which each part begins, counted from 0."""
    claims: Claims
    """What the file says of itself."""
    lacks: tuple[PartLacks, ...]
    """Why it does not say more."""


def merge(
    parts: Sequence[Part],
    properties: Properties,
    *,
    outline: Sequence[Bookmark],
    links: Mapping[str, int] = _NO_LINKS,
    page_labels: Literal["through", "own"] = "through",
) -> Merged:
    """The parts in their order as one file. The same parts give the same bytes.

    `links` are addresses that a part links to, and the part that the link leads to in the whole.
    Readers call the pages 1, 2, 3 through the whole, or what they are called in their own part.
    Raises `Unmergeable` for a part that `inspect` has something against, `ValueError` for what the caller
    asks for that cannot be, and `DamagedError` for a mistake of this library, before there is a file.
    """
    check_parts(parts, properties, outline, links)
    with _no_garbage_collection(), limits():
        whole, found, true = Whole(own_labels=page_labels == "own"), list[PartLacks](), list[Claims]()
        for number, part in enumerate(parts):
            source = Source(part.pdf, number)
            lacks = _all_lacks(source.lacks(), whole.add(part, source))
            found += [PartLacks(part=number, lacking=one) for one in lacks]
            true.append(of_part(source.claims(), (one.lack for one in lacks)))
        check_pages(parts, whole.page_counts(), outline)
        for number, catalog in whole.stamps.catalogs():
            said, agree = xmp.claims(catalog), whole.intents.agree(catalog)
            missing = lacks_of_stamp(said, colours_agree=agree)
            found += [PartLacks(part=number, lacking=Lacking(lack=lack)) for lack in missing]
            true.append(of_stamp(said, colours_agree=agree))
        claims = of_all(true)
        root = whole.finish(properties, outline, links, metadata(properties, claims))
        return Merged(
            pdf=write(root, whole.objects.add(information(properties))),
            first_pages=whole.first_pages(),
            claims=claims,
            lacks=tuple(found),
        )


def _all_lacks(seen: Sequence[Lacking], met: frozenset[Lack]) -> list[Lacking]:
    """What was seen to lack, and what else was met when the part was taken."""
    known = {one.lack for one in seen}
    return [*seen, *(Lacking(lack=lack) for lack in Lack if lack in met - known)]


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Hundreds of thousands of objects live to the end: looking for garbage takes half as long again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
