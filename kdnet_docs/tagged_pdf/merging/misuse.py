"""What a caller of `merge` asks for that cannot be: told in a plain sentence, as `ValueError`."""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties
from kdnet_docs.tagged_pdf.reading.access import LANGUAGE


def check_parts(
    parts: Sequence[Part], properties: Properties, outline: Sequence[Bookmark], links: Mapping[str, int]
) -> None:
    """Raises `ValueError` for what can be seen before a part has been read."""
    if not parts:
        raise ValueError("there are no parts to merge")
    if not properties.title.strip():
        raise ValueError("the whole has no title")
    for whose, language in (("the whole", properties.language), *((one.name, one.language) for one in parts)):
        if not LANGUAGE.fullmatch(language):
            raise ValueError(f"the language of {whose} is {language!r}, and not one like 'da' or 'en-GB'")
    for bookmark in _all(outline):
        if not 0 <= bookmark.part < len(parts):
            raise ValueError(
                f"the bookmark {bookmark.title!r} leads to part {bookmark.part} of {len(parts)}, from 0"
            )
    for address, part in links.items():
        if not 0 <= part < len(parts):
            raise ValueError(f"the link {address!r} leads to part {part} of {len(parts)}, from 0")


def check_pages(parts: Sequence[Part], counts: Sequence[int], outline: Sequence[Bookmark]) -> None:
    """Raises `ValueError` for stamps and bookmarks on pages that the parts, now read, do not have."""
    for part, count in zip(parts, counts, strict=True):
        for page in part.stamps:
            if not 0 <= page < count:
                raise ValueError(f"a stamp is laid on page {page} of {part.name}, which has {count}, from 0")
    for bookmark in _all(outline):
        count = counts[bookmark.part]
        if not 0 <= bookmark.page < count:
            raise ValueError(
                f"the bookmark {bookmark.title!r} leads to page {bookmark.page} of {count}, from 0"
            )


def _all(outline: Sequence[Bookmark]) -> Iterator[Bookmark]:
    waiting = list(outline)
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.children
