import pytest
from pypdf.generic import ArrayObject, NameObject
from small_pdfs import PROPERTIES, SmallPdf, catalog, elements, kinds, merged, of_kind, part

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.values import Plain, text
from kdnet_docs.tagged_pdf.reading.structure import MAX_DEPTH
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable
from kdnet_docs.tagged_pdf.verdicts import Inspected, Lack, Reason, Unusable


def test_a_document_becomes_a_part_of_the_one_document_with_title_and_language() -> None:
    first, second = SmallPdf(), SmallPdf()
    first.element("/P")
    second.element("/H1")
    second.put(second.document, {"/Lang": text("da")})
    both = merge(
        [part(first, title="Første", language="da"), part(second, title="Anden", language="en")],
        PROPERTIES,
        outline=(),
    )
    assert kinds(both) == ["Document", "Part", "P", "Part", "H1"]
    document, one, _, two, _ = elements(both)
    assert [(x["/T"], x["/Lang"]) for x in (document, one, two)] == [
        ("The whole", "en"),
        ("Første", "da"),
        ("Anden", "da"),
    ]


def test_the_language_of_a_parts_catalogue_stands_on_its_part() -> None:
    file = SmallPdf()
    file.element("/P")
    file.catalog[NameObject("/Lang")] = text("de-AT")
    assert [x["/Lang"] for x in of_kind(merged(file), "Part")] == ["de-AT"]


def test_elements_beside_one_another_in_the_root_come_into_one_part() -> None:
    file = SmallPdf()
    first, second = file.element("/P"), file.element("/P")
    file.tree[NameObject("/K")] = ArrayObject([first, second])
    assert kinds(merged(file)) == ["Document", "Part", "P", "P"]


def test_content_is_found_from_its_element_and_its_element_from_it() -> None:
    one, other = SmallPdf(pages=2), SmallPdf()
    for page in (0, 1, 1):
        one.element("/P", page=page)
    other.element("/H1")
    both = merged(one, other)
    tree = catalog(both)["/StructTreeRoot"]
    table = dict(zip(tree["/ParentTree"]["/Nums"][::2], tree["/ParentTree"]["/Nums"][1::2], strict=True))
    for element in elements(both):
        for mark in element["/K"]:
            if isinstance(mark, int):
                parents = table[element["/Pg"]["/StructParents"]].get_object()
                assert parents[mark].get_object() == element


def test_two_pages_that_share_a_key_of_the_parent_tree_get_two() -> None:
    file = SmallPdf(pages=2)
    file.element("/P", page=0)
    file.element("/P", page=1)
    file.put(file.pages[1], {"/StructParents": 0})
    assert kinds(merged(file)) == ["Document", "Part", "P", "P"]
    pages = [element["/Pg"] for element in elements(merged(file)) if "/Pg" in element]
    assert len({page["/StructParents"] for page in pages}) == 2


def test_content_in_a_form_and_an_annotation_are_found_by_their_element() -> None:
    file = SmallPdf()
    form = file.add({"/Type": "/XObject", "/Subtype": "/Link", "/Rect": [0, 0, 1, 1], "/StructParent": 7})
    file.put(file.pages[0], {"/Annots": [form]})
    file.element("/Link", K=[{"/Type": "/OBJR", "/Obj": form}])
    both = merged(file, file)
    links = of_kind(both, "Link")
    assert [link["/K"][0]["/Obj"]["/StructParent"] for link in links] == [0, 1]


@pytest.mark.parametrize("kids", [[0], 0, {"/Type": "/MCR", "/MCID": 0}])
def test_of_two_elements_that_name_the_same_content_the_first_has_it(kids: Plain) -> None:
    file = SmallPdf()
    file.element("/P", K=[0], Pg=file.pages[0])
    file.element("/P", K=kids, Pg=file.pages[0])
    assert [list(element["/K"]) for element in elements(merged(file))][2:] == [[0], []]
    assert Lack.TAG_CONTENT in {one.lack for one in inspected(file).lacks}


def inspected(file: SmallPdf) -> Inspected:
    found = inspect(file.bytes())
    assert isinstance(found, Inspected)
    return found


@pytest.mark.parametrize("levels", [1, 3_000])
def test_tags_in_a_circle_or_without_end_are_refused(levels: int) -> None:
    file = SmallPdf()
    above = file.element("/Div", K=[])
    for _ in range(levels if levels > 1 else 0):
        below = file.add({"/S": "/Div", "/K": []})
        file.put(above, {"/K": [below]})
        above = below
    file.put(above, {"/K": [file.document]})
    with pytest.raises(Unmergeable) as raised:
        merged(SmallPdf(), file)
    assert (raised.value.part, raised.value.reason) == (1, Reason.STRUCTURE)


@pytest.mark.parametrize("kids", [[0, 0], [0, {"/MCID": 0}], [0, [1]], [{"/Stm": "/x", "/MCID": "/y"}]])
def test_an_element_that_names_content_twice_or_badly_keeps_what_it_can(kids: list[Plain]) -> None:
    file = SmallPdf()
    file.element("/P", K=kids, Pg=file.pages[0])
    whole = merged(file)
    assert [element["/K"] for element in of_kind(whole, "P")] == [[kid for kid in kids[:1] if kid == 0]]
    assert Lack.TAG_CONTENT in {one.lacking.lack for one in whole.lacks}
    assert Lack.TAG_CONTENT in {one.lack for one in inspected(file).lacks}


@pytest.mark.parametrize("mark", [100_000, 10**9, -1])
def test_a_mark_beyond_all_use_is_refused(mark: int) -> None:
    file = SmallPdf()
    file.element("/P", K=[mark], Pg=file.pages[0])
    with pytest.raises(Unmergeable) as raised:
        merged(file)
    assert raised.value.reason is Reason.STRUCTURE
    assert inspect(file.bytes()) == Unusable(reason=Reason.STRUCTURE, detail=f"MCID {mark}")


def test_as_many_levels_as_are_let_in_are_merged() -> None:
    file = SmallPdf()
    above = top = file.element("/Div", K=[])
    for _ in range(MAX_DEPTH - 1):
        above = file.element("/Div", above, K=[])
    file.tree[NameObject("/K")] = top
    assert isinstance(inspect(file.bytes()), Inspected)
    assert len(kinds(merged(file))) == MAX_DEPTH + 2


def test_pronunciation_replacement_text_expansion_and_language_stay() -> None:
    file = SmallPdf()
    said = {"/Phoneme": "tomɑto", "/ActualText": "a", "/Alt": "b", "/E": "c", "/Lang": "da"}
    file.put(file.element("/Span"), {key: text(words) for key, words in said.items()})
    [span] = of_kind(merged(file), "Span")
    assert {key: span[key] for key in said} == said
