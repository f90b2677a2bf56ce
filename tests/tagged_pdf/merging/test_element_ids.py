from typing import Any

from small_pdfs import SmallPdf, catalog, merged, of_kind

from kdnet_docs.tagged_pdf.merging.values import text


def table() -> SmallPdf:
    file = SmallPdf()
    row = file.element("/TR", file.element("/Table", K=[]), K=[])
    file.element("/TH", row, ID=text("head"))
    file.element("/TD", row, A=[{"/O": "/Table", "/Headers": [text("head"), text("gone")]}, 0])
    return file


def test_cells_name_the_header_of_their_own_table() -> None:
    both = merged(table(), table(), table())
    assert [element["/ID"] for element in of_kind(both, "TH")] == ["head", "head-2", "head-3"]
    cells = of_kind(both, "TD")
    assert [cell["/A"][0]["/Headers"] for cell in cells] == [
        ["head", "gone"],
        ["head-2", "gone"],
        ["head-3", "gone"],
    ]


def test_every_id_is_found_in_the_tree_of_ids() -> None:
    both = merged(*[table()] * 150)
    found: dict[Any, Any] = {}
    for node in catalog(both)["/StructTreeRoot"]["/IDTree"]["/Kids"]:
        names = node.get_object()["/Names"]
        assert node.get_object()["/Limits"] == [names[0], names[-2]]
        found |= dict(zip(names[::2], names[1::2], strict=True))
    assert list(found) == sorted(found)
    assert {name: element["/ID"] for name, element in found.items()} == {name: name for name in found}


def test_an_element_refers_to_the_element_that_it_referred_to() -> None:
    file = SmallPdf()
    note = file.element("/Note", ID=text("1"))
    file.element("/Reference", Ref=[note])
    both = merged(file, file)
    assert [one["/Ref"][0]["/ID"] for one in of_kind(both, "Reference")] == ["1", "1-2"]
