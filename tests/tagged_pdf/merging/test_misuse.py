"""What a caller asks for that cannot be is told before there is a file, and not blamed on a part."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from small_pdfs import PROPERTIES, SmallPdf, part

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.parts import Bookmark, Stamp

FILE = SmallPdf(pages=2).bytes()
PART = part(FILE, title="Kort")


def stamped(page: int, number: int) -> Merged:
    return merge([replace(PART, stamps={page: (Stamp(pdf=FILE, page=number),)})], PROPERTIES, outline=())


def with_bookmark(**wanted: int) -> Merged:
    inner = Bookmark(title="Inner", **{"part": 0} | wanted)  # type: ignore[arg-type]
    return merge([PART], PROPERTIES, outline=[Bookmark(title="x", part=0, children=(inner,))])


def with_link(number: int) -> Merged:
    return merge([PART], PROPERTIES, outline=(), links={"a.pdf": number})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: merge([], PROPERTIES, outline=()), "there are no parts to merge"),
        (lambda: with_bookmark(part=1), "the bookmark 'Inner' leads to part 1 of 1"),
        (lambda: with_bookmark(part=-1), "the bookmark 'Inner' leads to part -1 of 1"),
        (lambda: with_bookmark(page=2), "the bookmark 'Inner' leads to page 2 of 2"),
        (lambda: with_bookmark(page=-1), "the bookmark 'Inner' leads to page -1 of 2"),
        (lambda: with_link(1), "the link 'a.pdf' leads to part 1 of 1"),
        (lambda: with_link(-1), "the link 'a.pdf' leads to part -1 of 1"),
        (lambda: stamped(2, 0), "a stamp is laid on page 2 of Kort, which has 2"),
        (lambda: stamped(0, 2), "a stamp is page 2 of a PDF that has 2"),
        (lambda: stamped(0, -1), "a stamp is page -1 of a PDF that has 2"),
        (lambda: merge([replace(PART, language="")], PROPERTIES, outline=()), "the language of Kort is ''"),
        (
            lambda: merge([PART], replace(PROPERTIES, language="en US"), outline=()),
            "the language of the whole is 'en US'",
        ),
        (lambda: merge([PART], replace(PROPERTIES, title=" "), outline=()), "the whole has no title"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_a_mistake_of_the_callers(wrong: Callable[[], Merged], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        wrong()


def test_the_last_part_and_page_can_be_named() -> None:
    assert with_bookmark(part=0, page=1).first_pages == (0,)
    assert stamped(1, 1).first_pages == (0,)
