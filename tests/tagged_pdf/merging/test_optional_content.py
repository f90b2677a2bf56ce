from pypdf.generic import NameObject
from small_pdfs import PROPERTIES, SmallPdf, catalog, merged, part

from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.values import dictionary, text


def with_layers(*, BaseState: str = "/ON", **lists: list[int]) -> SmallPdf:  # noqa: N803 - as in the PDF
    """Two layers, On and Off; what the second is in the default configuration is the test's."""
    file = SmallPdf()
    groups = [file.add({"/Type": "/OCG", "/Name": text(name)}) for name in ("On", "Off")]
    file.put(file.pages[0], {"/Resources": {"/Properties": {"/A": groups[0], "/B": groups[1]}}})
    listed = {f"/{key}": [groups[at] for at in value] for key, value in lists.items()}
    config = dictionary({"/BaseState": BaseState, **listed})
    file.catalog[NameObject("/OCProperties")] = dictionary({"/OCGs": groups, "/D": config})
    return file


def test_layers_are_on_and_off_as_they_were() -> None:
    whole = merged(with_layers(OFF=[1]), with_layers(BaseState="/OFF", ON=[0]), SmallPdf())
    properties = catalog(whole)["/OCProperties"]
    assert [one.get_object()["/Name"] for one in properties["/OCGs"]] == ["On", "Off", "On", "Off"]
    config = properties["/D"]
    assert [one.get_object()["/Name"] for one in config["/OFF"]] == ["Off", "Off"]
    first = catalog(whole)["/Pages"]["/Kids"][0].get_object()
    assert first["/Resources"]["/Properties"]["/B"] == config["/OFF"][0].get_object()


def test_layers_are_listed_below_the_title_of_their_part() -> None:
    # ISO 32000-1, table 101: an array within Order may have a label as its first element.
    parts = [part(with_layers(), title="First"), part(with_layers(Order=[1]), title="Second")]
    order = catalog(merge(parts, PROPERTIES, outline=()))["/OCProperties"]["/D"]["/Order"]
    assert [[label, *(one.get_object()["/Name"] for one in groups)] for label, *groups in order] == [
        ["First", "On", "Off"],
        ["Second", "Off"],
    ]


def test_without_layers_nothing_is_said_of_them() -> None:
    assert "/OCProperties" not in catalog(merged(SmallPdf()))
