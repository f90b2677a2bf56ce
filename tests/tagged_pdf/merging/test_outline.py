from collections.abc import Iterator
from typing import Any

from pypdf.generic import NameObject
from small_pdfs import PROPERTIES, SmallPdf, catalog, part

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.merging.values import text
from kdnet_docs.tagged_pdf.parts import Bookmark


def with_outline() -> SmallPdf:
    """Chapter 1 with two sections below it, then Chapter 2."""
    file = SmallPdf()
    root, one, below, last, two = (file.objects.reserve() for _ in range(5))
    links: dict[str, Any]
    for reference, title, links in (
        (one, "Chapter 1", {"/Next": two, "/First": below, "/Last": last, "/Count": 2}),
        (below, "Section 1", {"/Next": last}),
        (last, "Section 2", {"/Prev": below}),
        (two, "Chapter 2", {"/Prev": one}),
    ):
        entry = file.add({"/Title": text(title), "/Parent": root, "/Dest": [file.pages[0], "/Fit"]} | links)
        file.objects.put(reference, file.at(entry))
    file.objects.put(
        root, file.at(file.add({"/Type": "/Outlines", "/First": one, "/Last": two, "/Count": 4}))
    )
    file.catalog[NameObject("/Outlines")] = root
    return file


def entries(file: Merged) -> list[tuple[int, str, int]]:
    """Level, title, count of each entry, when all is well linked."""
    return list(_below(catalog(file)["/Outlines"], 0))


def _below(parent: Any, level: int) -> Iterator[tuple[int, str, int]]:
    entry, before = parent.get("/First"), None
    while entry is not None:
        value = entry.get_object()
        assert value["/Parent"] == parent
        assert value.get("/Prev") == before
        yield level, value["/Title"], value.get("/Count", 0)
        yield from _below(value, level + 1)
        before, entry = entry, value.get("/Next")
    assert parent.get("/Last") == before


def test_the_own_outline_of_a_part_comes_below_its_bookmark_after_the_children() -> None:
    wanted = [
        Bookmark(title="Point 1", part=0, children=(Bookmark(title="Bilag 1", part=1, own=True),)),
        Bookmark(title="Point 2", part=1, own=True, children=(Bookmark(title="Table", part=1),)),
        Bookmark(title="Point 3", part=0),
    ]
    whole = merge([part(SmallPdf()), part(with_outline())], PROPERTIES, outline=wanted[:1])
    assert entries(whole) == [
        (0, "Point 1", 1),
        (1, "Bilag 1", -2),
        (2, "Chapter 1", -2),
        (3, "Section 1", 0),
        (3, "Section 2", 0),
        (2, "Chapter 2", 0),
    ]
    assert catalog(whole)["/Outlines"]["/Count"] == 2
    whole = merge([part(SmallPdf()), part(with_outline())], PROPERTIES, outline=wanted[1:])
    titles = [(level, title) for level, title, _ in entries(whole)]
    assert titles[:4] == [(0, "Point 2"), (1, "Table"), (1, "Chapter 1"), (2, "Section 1")]
    assert titles[-1] == (0, "Point 3")


def test_a_bookmark_leads_to_its_page() -> None:
    wanted = [Bookmark(title="Second", part=1, page=1)]
    whole = merge([part(SmallPdf()), part(SmallPdf(pages=2))], PROPERTIES, outline=wanted)
    destination = catalog(whole)["/Outlines"]["/First"]["/Dest"]
    assert destination[0].get_object() == catalog(whole)["/Pages"]["/Kids"][2].get_object()
    assert destination[1:4] == ["/XYZ", 0, 300]


def test_an_outline_in_a_circle_is_listed_once() -> None:
    file = with_outline()
    first = file.at(file.catalog.raw_get("/Outlines"))["/First"]
    first[NameObject("/Next")] = file.at(file.catalog.raw_get("/Outlines")).raw_get("/First")
    whole = merge([part(file)], PROPERTIES, outline=[Bookmark(title="All", part=0, own=True)])
    assert [title for _, title, _ in entries(whole)] == ["All", "Chapter 1", "Section 1", "Section 2"]


def test_without_bookmarks_there_is_no_outline() -> None:
    assert "/Outlines" not in catalog(merge([part(with_outline())], PROPERTIES, outline=()))
