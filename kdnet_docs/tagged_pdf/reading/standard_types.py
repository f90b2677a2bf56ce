"""The standard structure types of PDF 1.7, and what those of PDF 2.0 and MathML come to there.

ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4 and Annex M; ISO 14289-1 knows only those of PDF 1.7.
"""

import re

PDF_1_7 = "http://iso.org/pdf/ssn"
PDF_2_0 = "http://iso.org/pdf2/ssn"
MATHML = "http://www.w3.org/1998/Math/MathML"

_OF_PDF_1_7 = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""
STANDARD = frozenset(f"/{name}" for name in _OF_PDF_1_7.split())

_OF_PDF_2_0 = {
    "/DocumentFragment": "/Part",
    "/Aside": "/Sect",
    "/Title": "/P",
    "/FENote": "/Note",
    "/Sub": "/Span",
    "/Em": "/Span",
    "/Strong": "/Span",
    "/Artifact": "/Private",
}
_DEEP_HEADING = re.compile(r"/H[1-9]\d*")


def standard_type(name: str) -> str | None:
    """The type of PDF 1.7 that a name of PDF 1.7 or 2.0 stands for; None if it is neither's."""
    if name in STANDARD:
        return name
    # There are six levels of headings in PDF 1.7; what is below them is set as a paragraph.
    return "/P" if _DEEP_HEADING.fullmatch(name) else _OF_PDF_2_0.get(name)


def mathml_type(name: str) -> str:
    """What an element of MathML comes to: the formula as a whole, or a stretch of it."""
    return "/Formula" if name == "/math" else "/Span"
