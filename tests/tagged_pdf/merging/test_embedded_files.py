import io

from pypdf import PdfReader
from pypdf.generic import NameObject
from small_pdfs import SmallPdf, catalog, merged, of_kind

from kdnet_docs.tagged_pdf.merging.values import dictionary, pdf, stream, text


def with_file(name: str, content: bytes, *, on_element: bool = False) -> SmallPdf:
    file = SmallPdf()
    data = file.add(stream(content, {"/Type": "/EmbeddedFile", "/Subtype": "/text#2Fplain"}))
    entries = {"/Type": "/Filespec", "/F": text(name), "/UF": text(name), "/EF": {"/F": data, "/UF": data}}
    specification = file.add(entries | {"/AFRelationship": "/Source"})
    names = file.add({"/Names": [text(name), specification]})
    file.catalog[NameObject("/Names")] = dictionary({"/EmbeddedFiles": names})
    if on_element:
        file.element("/P", AF=[specification])
    else:
        file.catalog[NameObject("/AF")] = pdf([specification])
    return file


def test_files_of_one_name_are_kept_apart_and_the_same_file_is_one() -> None:
    whole = merged(with_file("a.tar.gz", b"1"), with_file("a.tar.gz", b"2"), with_file("a.tar.gz", b"1"))
    found = PdfReader(io.BytesIO(whole.pdf)).attachments
    assert {name: list(contents) for name, contents in found.items()} == {
        "a.tar.gz": [b"1"],
        "a.tar-2.gz": [b"2"],
    }
    assert [one.get_object()["/UF"] for one in catalog(whole)["/AF"]] == ["a.tar.gz", "a.tar-2.gz"]


def test_a_file_that_belongs_to_an_element_stays_with_it() -> None:
    whole = merged(with_file("a.txt", b"1", on_element=True), with_file("a.txt", b"2", on_element=True))
    assert [one["/AF"][0]["/UF"] for one in of_kind(whole, "P")] == ["a.txt", "a-2.txt"]


def test_a_file_of_pdf_a_2_gets_what_pdf_a_3_asks_for() -> None:
    file = SmallPdf()
    data = file.add(stream(b"x", {"/Type": "/EmbeddedFile"}))
    specification = file.add({"/Type": "/Filespec", "/F": text("a.pdf"), "/EF": {"/F": data}})
    names = file.add({"/Names": [text("a.pdf"), specification]})
    file.catalog[NameObject("/Names")] = dictionary({"/EmbeddedFiles": names})
    [found] = catalog(merged(file))["/AF"]
    held = found.get_object()
    assert (held["/UF"], held["/AFRelationship"]) == ("a.pdf", "/Unspecified")
    assert held["/EF"]["/F"]["/Subtype"] == "/application/octet-stream"


def test_one_content_under_two_names_is_stored_once() -> None:
    whole = merged(with_file("a.txt", b"same"), with_file("b.txt", b"same"))
    first, second = (one.get_object()["/EF"].raw_get("/F") for one in catalog(whole)["/AF"])
    assert first == second
