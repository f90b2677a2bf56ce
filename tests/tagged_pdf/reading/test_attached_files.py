"""Files that lie in a PDF are named, and those that would be run are refused."""

import pytest
from hand_made_pdf import Sheet, Tagged, stream

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable

CONTENT = {90: stream(b"content")}


def attached(*names: str) -> bytes:
    """A PDF with files in it that are called so."""
    entries = " ".join(f"({name}) <</UF ({name}) /EF <</F 90 0 R>>>>" for name in names)
    catalogue = f"/Names <</EmbeddedFiles <</Names [{entries}]>>>>"
    return Tagged(catalogue=catalogue, objects=CONTENT).pdf()


def pinned_to_a_page(specification: str) -> bytes:
    pin = f"/Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS <<{specification} /EF <</F 90 0 R>>>>"
    page = f"/MediaBox [0 0 9 9] /Annots [<<{pin}>>]"
    return Tagged(sheets=(Sheet(entries=page),), objects=CONTENT).pdf()


@pytest.mark.parametrize(
    "name",
    ["sag.exe", "Beregning.XLSM", "a.b.js", "a.bat. ", "notat.docm", "a.lnk", "a.sh", "\\201\\237.exe"],
)
def test_a_program_is_refused_by_its_name(name: str) -> None:
    result = inspect(attached("faktura.xml", name))
    assert isinstance(result, Unusable)
    assert result.reason is Reason.PROGRAM
    assert name.startswith("\\") or result.detail == name


@pytest.mark.parametrize("names", ["/F (a.bat)", "/UF (notat.pdf) /F (a.bat)", "/DOS (a.bat)"])
def test_a_program_pinned_to_a_page_is_refused_by_any_of_its_names(names: str) -> None:
    assert inspect(pinned_to_a_page(names)) == Unusable(reason=Reason.PROGRAM, detail="a.bat")


def test_other_files_are_named_once_each() -> None:
    result = inspect(attached("faktura.xml", "bilag.xlsx", "exe", "bilag.xlsx", "Selskabet X.com.pdf"))
    assert isinstance(result, Inspected)
    assert result.files == ("Selskabet X.com.pdf", "bilag.xlsx", "exe", "faktura.xml")


def test_a_link_to_a_file_elsewhere_names_none() -> None:
    link = "/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /GoToR /F <</F (x.pdf)>>>>>>]"
    result = inspect(Tagged(sheets=(Sheet(entries=f"/MediaBox [0 0 9 9] {link}"),)).pdf())
    assert isinstance(result, Inspected)
    assert result.files == ()
