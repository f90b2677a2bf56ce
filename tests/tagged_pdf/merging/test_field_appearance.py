import subprocess
from pathlib import Path

import pytest
from pypdf.generic import NameObject
from small_pdfs import SmallPdf, catalog, merged
from tools import tool

from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, stream, text


def with_value(value: str, *, shown: bytes = b"/Tx BMC EMC", needed: bool = True, size: int = 0) -> SmallPdf:
    file = SmallPdf()
    look = file.add(stream(shown, {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 150, 20]}))
    entries = {"/FT": "/Tx", "/T": text("name"), "/V": text(value), "/DA": text(f"0 g /Helv {size} Tf")}
    widget = {
        "/Type": "/Annot",
        "/Subtype": "/Widget",
        "/Rect": [20, 20, 170, 40],
        "/F": 4,
        "/AP": {"/N": look},
    }
    field = file.add(entries | widget)
    file.put(file.pages[0], {"/Annots": [field]})
    font: dict[str, Plain] = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font |= {"/Encoding": "/WinAnsiEncoding"}
    form: dict[str, Plain] = {"/Fields": [field], "/DR": {"/Font": {"/Helv": file.add(font)}}}
    file.catalog[NameObject("/AcroForm")] = dictionary(form | {"/NeedAppearances": needed})
    return file


def text_of(file: SmallPdf, folder: Path) -> str:
    (folder / "whole.pdf").write_bytes(merged(file).pdf)
    command = [tool("pdftotext"), str(folder / "whole.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("value", ["Næstved (by)", "to\nlinjer", "5 kr."])
@pytest.mark.parametrize("size", [0, 9])
def test_what_was_filled_in_is_seen_where_the_part_left_it_to_the_reader(
    value: str, size: int, tmp_path: Path
) -> None:
    assert text_of(with_value(value, size=size), tmp_path) == value


def test_an_appearance_that_shows_something_stays() -> None:
    shown = b"/Tx BMC q BT (other) Tj ET Q EMC"
    form = catalog(merged(with_value("x", shown=shown)))["/AcroForm"]
    field = form["/Fields"][0].get_object()["/Kids"][0].get_object()
    assert field["/AP"]["/N"].get_data() == shown


def test_an_empty_appearance_that_was_meant_stays(tmp_path: Path) -> None:
    assert not text_of(with_value("hidden", needed=False), tmp_path)
