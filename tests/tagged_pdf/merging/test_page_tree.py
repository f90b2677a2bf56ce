import io
import subprocess
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import NullObject
from small_pdfs import SmallPdf, catalog, merged
from tools import tool

from kdnet_docs.tagged_pdf.merging.values import dictionary


def test_pages_keep_what_they_inherited_and_share_it() -> None:
    file = SmallPdf(pages=2)
    above = file.at(file.pages[0])["/Parent"]
    above.update(dictionary({"/Rotate": 90, "/CropBox": [1, 2, 3, 4], "/Resources": {"/Font": {}}}))
    for page in file.pages:
        del file.at(page)["/Resources"]
    pages = [page.get_object() for page in catalog(merged(file))["/Pages"]["/Kids"]]
    assert [(page["/Rotate"], page["/CropBox"]) for page in pages] == [(90, [1, 2, 3, 4])] * 2
    assert pages[0].raw_get("/Resources") == pages[1].raw_get("/Resources")


def test_many_pages_stand_in_their_order() -> None:
    files = [SmallPdf(pages=40) for _ in range(30)]
    for number, file in enumerate(files):
        for page in file.pages:
            file.put(page, {"/MediaBox": [0, 0, 100 + number, 100]})
    whole = merged(*files)
    assert whole.first_pages == tuple(range(0, 1200, 40))
    widths = [page.mediabox.width for page in PdfReader(io.BytesIO(whole.pdf)).pages]
    assert widths == [100 + number // 40 for number in range(1200)]
    assert len(catalog(whole)["/Pages"]["/Kids"]) <= 32


def test_what_leads_to_a_page_that_is_not_among_the_pages_brings_nothing_along() -> None:
    file = SmallPdf()
    lost = file.add({"/Type": "/Page", "/Parent": file.at(file.pages[0]).raw_get("/Parent")})
    file.put(file.pages[0], {"/Annots": [file.add({"/Subtype": "/Link", "/Dest": [lost, "/Fit"]})]})
    [page] = catalog(merged(file))["/Pages"]["/Kids"]
    assert page.get_object()["/Annots"][0]["/Dest"][0].get_object() in {None, NullObject()}


def test_one_comes_to_annotations_in_the_order_of_the_structure() -> None:
    file = SmallPdf(pages=2)
    file.put(file.pages[1], {"/Annots": [], "/Tabs": "/R"})
    pages = [page.get_object() for page in catalog(merged(file))["/Pages"]["/Kids"]]
    assert [page.get("/Tabs") for page in pages] == [None, "/S"]


def test_qpdf_has_nothing_against_the_file(tmp_path: Path) -> None:
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(merged(SmallPdf(pages=70), SmallPdf()).pdf)
    run = subprocess.run([tool("qpdf"), "--check", whole], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
