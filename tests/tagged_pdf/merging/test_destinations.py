import io
from pathlib import Path
from typing import Any

import pytest
from pdf_damage import SAMPLES
from pypdf import PdfWriter
from pypdf.generic import NameObject
from small_pdfs import PROPERTIES, SmallPdf, catalog, merged, part
from verapdf import failures

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, text


def with_link(action: dict[str, Plain]) -> SmallPdf:
    file = SmallPdf()
    link = file.add({"/Type": "/Annot", "/Subtype": "/Link", "/Rect": [0, 0, 9, 9]} | action)
    file.put(file.pages[0], {"/Annots": [link]})
    file.element("/Link", K=[{"/Type": "/OBJR", "/Obj": link, "/Pg": file.pages[0]}])
    return file


def links(file: Merged) -> list[Any]:
    pages = catalog(file)["/Pages"]["/Kids"]
    return [page.get_object()["/Annots"][0].get_object() for page in pages if "/Annots" in page.get_object()]


def names(file: Merged) -> dict[str, Any]:
    entries = catalog(file)["/Names"]["/Dests"]["/Names"]
    return dict(zip(entries[::2], entries[1::2], strict=True))


def page_of(destination: Any) -> Any:
    return destination.get_object()[0].get_object()


def test_links_by_a_name_lead_to_the_page_of_their_own_part() -> None:
    files = []
    for _ in range(3):
        file = with_link({"/Dest": text("here")})
        file.put(file.add({}), {})
        tree = file.add({"/Names": [text("here"), [file.pages[0], "/Fit"]]})
        file.catalog[NameObject("/Names")] = file.at(file.add({"/Dests": tree}))
        files.append(file)
    whole = merged(*files)
    for page, link in zip(catalog(whole)["/Pages"]["/Kids"], links(whole), strict=True):
        assert page_of(names(whole)[link["/Dest"]]) == page.get_object()


def test_a_name_of_pdf_1_1_and_a_string_of_the_same_bytes_are_two() -> None:
    file = with_link({"/A": {"/S": "/GoTo", "/D": "/here"}})
    file.catalog[NameObject("/Dests")] = file.at(file.add({"/here": [file.pages[0], "/Fit"]}))
    other = SmallPdf(pages=2)
    tree = other.add({"/Names": [text("here"), {"/D": [other.pages[1], "/Fit"]}]})
    other.catalog[NameObject("/Names")] = other.at(other.add({"/Dests": tree}))
    whole = merged(other, file)
    [link] = links(whole)
    assert link["/A"]["/D"] == "here-2"
    assert page_of(names(whole)["here-2"]) == catalog(whole)["/Pages"]["/Kids"][2].get_object()


def test_a_link_to_a_file_beside_leads_to_the_top_of_the_part_that_it_is_now() -> None:
    front = with_link({"/A": {"/S": "/URI", "/URI": text("01-1%20Udkast.pdf")}})
    turned = SmallPdf()
    turned.put(turned.pages[0], {"/Rotate": 90, "/CropBox": [10, 20, 150, 250]})
    whole = merge([part(front), part(turned)], PROPERTIES, outline=(), links={"01-1 Udkast.pdf": 1})
    [link] = links(whole)
    page, kind, left, top, zoom = link["/A"]["/D"]
    assert link["/A"]["/S"] == "/GoTo"
    assert page.get_object() == catalog(whole)["/Pages"]["/Kids"][1].get_object()
    assert (kind, left, top, str(zoom)) == ("/XYZ", 10, 20, "NullObject")


def test_a_link_to_the_network_stays() -> None:
    whole = merged(with_link({"/A": {"/S": "/URI", "/URI": text("https://example.org/")}}))
    assert [link["/A"]["/URI"] for link in links(whole)] == ["https://example.org/"]


@pytest.mark.parametrize(
    "where", ["file:///S:/Sager/notat.docx", "S:\\\\Sager\\\\notat.docx", "//server/Sager"]
)
def test_a_link_to_the_senders_own_drive_leads_nowhere_and_its_words_stay(where: str) -> None:
    whole = merged(with_link({"/A": {"/S": "/URI", "/URI": text(where)}}))
    assert ["/A" in link for link in links(whole)] == [False]


def to_file(name: Plain) -> SmallPdf:
    return with_link({"/A": {"/S": "/GoToR", "/F": name, "/D": [2, "/Fit"], "/NewWindow": True}})


@pytest.mark.parametrize("name", [text("other.pdf"), {"/Type": "/Filespec", "/UF": text("other.pdf")}])
def test_a_link_into_a_file_beside_stays_unless_that_is_a_part_now(name: Plain) -> None:
    [link] = links(merged(to_file(name)))
    assert (link["/A"]["/S"], link["/A"]["/D"]) == ("/GoToR", [2, "/Fit"])
    whole = merge([part(to_file(name)), part(SmallPdf())], PROPERTIES, outline=(), links={"other.pdf": 1})
    [link] = links(whole)
    assert link["/A"]["/S"] == "/GoTo"
    assert page_of(link["/A"]["/D"]) == catalog(whole)["/Pages"]["/Kids"][1].get_object()


@pytest.mark.parametrize("key", ["/UF", "/F", "/Unix"])
def test_a_file_beside_is_told_by_its_name_for_pdf_a_asks_more_of_a_specification(key: str) -> None:
    whole = merged(to_file({"/Type": "/Filespec", key: text("other.pdf")}))
    assert [link["/A"]["/F"] for link in links(whole)] == ["other.pdf"]


def test_a_judge_finds_a_file_beside_to_be_told_as_pdf_a_3_wants(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(SAMPLES["typst-a3a-ua1"]))
    beside: dict[str, Plain] = {
        "/S": "/GoToR",
        "/D": [0, "/Fit"],
        "/F": {"/Type": "/Filespec", "/F": text("other.pdf")},
    }
    for link in (one.get_object() for page in writer.pages for one in page.get("/Annots", ())):
        link.pop("/Dest", None)
        link[NameObject("/A")] = dictionary(beside)
    before, after = tmp_path / "part.pdf", tmp_path / "whole.pdf"
    writer.write(before)
    after.write_bytes(merged(before.read_bytes()).pdf)
    assert [line.startswith(f"{before}: 3a 6.8-") for line in failures([before, after])] == [True, True]


def test_a_link_into_a_pdf_of_the_network_leads_to_its_address() -> None:
    [link] = links(merged(to_file({"/FS": "/URL", "/F": text("https://example.org/x.pdf")})))
    assert (link["/A"]["/S"], link["/A"]["/URI"]) == ("/URI", "https://example.org/x.pdf")


@pytest.mark.parametrize(
    ("base", "address", "leads_to"),
    [
        ("https://example.org/a/", "b.html", "https://example.org/a/b.html"),
        ("https://example.org/a/", "https://other.org/", "https://other.org/"),
        ("https://example.org/a/", "../c", "https://example.org/c"),
        ("http://[", "b.html", "b.html"),
        ("", "b.html", "b.html"),
    ],
)
def test_an_address_that_is_relative_to_a_base_leads_there_without_the_base(
    base: str, address: str, leads_to: str
) -> None:
    file = with_link({"/A": {"/S": "/URI", "/URI": text(address)}})
    file.catalog[NameObject("/URI")] = dictionary({"/Base": text(base)})
    [_, link] = links(merged(with_link({"/A": {"/S": "/URI", "/URI": text("x")}}), file))
    assert link["/A"]["/URI"] == leads_to


def test_what_runs_or_sends_is_gone_and_its_link_stays() -> None:
    for action in ("/JavaScript", "/Launch", "/SubmitForm", "/Rendition", "/Hide"):
        [link] = links(merged(with_link({"/A": {"/S": action}, "/AA": {"/E": {"/S": action}}})))
        assert "/A" not in link
        assert "/AA" not in link


def test_what_would_run_when_the_file_is_opened_is_gone() -> None:
    file = SmallPdf()
    file.put(file.pages[0], {"/AA": {"/O": {"/S": "/JavaScript"}}})
    for key in ("/OpenAction", "/AA"):
        file.catalog[NameObject(key)] = file.at(file.add({"/S": "/JavaScript", "/JS": text("app.alert(1)")}))
    whole = merged(file)
    assert b"JavaScript" not in b"".join(
        repr(one).encode() for one in (catalog(whole), catalog(whole)["/Pages"])
    )
    assert not {"/OpenAction", "/AA"} & set(catalog(whole))
    assert "/AA" not in catalog(whole)["/Pages"]["/Kids"][0].get_object()
