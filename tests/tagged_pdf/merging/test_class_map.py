from pypdf.generic import NameObject
from small_pdfs import SmallPdf, catalog, merged, of_kind

from kdnet_docs.tagged_pdf.merging.values import dictionary


def with_class(placement: str) -> SmallPdf:
    file = SmallPdf()
    file.element("/P", C="/Wide")
    file.tree[NameObject("/ClassMap")] = dictionary({"/Wide": {"/O": "/Layout", "/Placement": placement}})
    return file


def test_a_class_of_one_name_is_one_where_it_means_the_same_and_two_where_not() -> None:
    both = merged(with_class("/Block"), with_class("/Inline"), with_class("/Block"))
    classes = catalog(both)["/StructTreeRoot"]["/ClassMap"]
    assert {name: one["/Placement"] for name, one in classes.items()} == {
        "/Wide": "/Block",
        "/Wide_2": "/Inline",
    }
    assert [list(one["/C"]) for one in of_kind(both, "P")] == [["/Wide"], ["/Wide_2"], ["/Wide"]]
