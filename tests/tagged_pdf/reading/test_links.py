"""A link that would run something is refused for it; one that leads somewhere is not."""

import pytest
from hand_made_pdf import Sheet, Tagged

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable


def with_link(action: str, *, catalogue: str = "") -> bytes:
    link = f"/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <<{action}>>>>]"
    return Tagged(sheets=(Sheet(entries=f"/MediaBox [0 0 9 9] {link}"),), catalogue=catalogue).pdf()


def address(written: str) -> str:
    return f"/S /URI /URI {written}"


@pytest.mark.parametrize(
    "written",
    [
        "(javascript:app.alert\\(1\\))",
        "(JavaScript:x)",
        "( \\tjava\\nscript\\000 :x)",
        "(\\001javascript:x)",
        "<FEFF006A006100760061007300630072006900700074003A0078>",
        "(vbscript:x)",
        "(data:text/html,x)",
    ],
)
def test_a_script_as_an_address_is_refused(written: str) -> None:
    result = inspect(with_link(address(written)))
    assert isinstance(result, Unusable)
    assert result.reason is Reason.SCRIPTS
    assert result.detail.lower().startswith(("javascript:", "vbscript:", "data:"))


@pytest.mark.parametrize(
    ("action", "met"),
    [
        (address("(file:///C:/Windows/x.exe)"), "file:///C:/Windows/x.exe"),
        (address("( FI\\tLE:x.e%78e?a)"), "FILE:x.e%78e?a"),
        (address("(\\\\\\\\server\\\\share\\\\x.bat)"), "\\\\server\\share\\x.bat"),
        (address("(//server/share/x.cmd)"), "//server/share/x.cmd"),
        (address("(C:\\\\Windows\\\\x.exe)"), "C:\\Windows\\x.exe"),
        ("/S /GoToR /F (x.exe)", "x.exe"),
        ("/S /GoToR /F <</F (notat.pdf) /UF (x.EXE. )>>", "x.EXE. "),
        ("/S /GoToR /F <</DOS (x.bat)>>", "x.bat"),
        ("/S /GoToR /F <</FS /URL /F (file:///x.exe)>>", "file:///x.exe"),
    ],
)
def test_a_link_to_what_this_machine_or_a_share_would_run_is_refused(action: str, met: str) -> None:
    assert inspect(with_link(action)) == Unusable(reason=Reason.LAUNCH, detail=met)


@pytest.mark.parametrize(
    "action",
    [
        *map(
            address, ("(http://a.dk)", "(https://a.dk/?u=file:///x)", "(mailto:a@b.dk)", "(tel:+4512345678)")
        ),
        *map(
            address,
            ("(ftp://a.dk/x)", "(www.example.com)", "(../a/javascript.html)", "(/x)", "(#data:)", "()"),
        ),
        *map(
            address,
            ("(file:///S:/Sager/notat.docx)", "(S:\\\\Sager\\\\notat.docx)", "(//server/Sager)"),
        ),
        "/S /GoToR /F (x.pdf)",
        "/S /GoToR /F <</UF (../exe/x.pdf)>>",
    ],
)
def test_an_ordinary_link_is_not_refused(action: str) -> None:
    assert isinstance(inspect(with_link(action)), Inspected)
