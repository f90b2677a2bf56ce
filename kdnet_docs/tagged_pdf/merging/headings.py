"""Headings that say their level and such that leave it to their place are not mixed (ISO 14289-1, 7.4.4)."""

from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject, NameObject

from kdnet_docs.tagged_pdf.reading.access import dictionary_in

_LEVELS = 6


def number_headings(headings: Sequence[DictionaryObject]) -> Iterator[str]:
    """Have all H elements of a part become H1 to H6, by how many sections with a heading they stand in."""
    sections = {id(parent) for one in headings if (parent := dictionary_in(one, "/P")) is not None}
    for heading in headings:
        level, above = 0, dictionary_in(heading, "/P")
        while above is not None:  # the tree has been walked: it ends, and is not deep
            level += id(above) in sections
            above = dictionary_in(above, "/P")
        heading[NameObject("/S")] = NameObject(f"/H{min(level, _LEVELS)}")
        yield str(heading["/S"])
