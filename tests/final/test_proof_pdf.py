"""What stands on the pages of a final PDF without standing in its source is told of."""

from dataclasses import replace
from pathlib import Path

from samples import DOCUMENT

from kdnet_docs.final.origin import NAMESPACE
from kdnet_docs.final.proof_pdf import proof_pdf
from kdnet_docs.render.pdf.final import write_final_pdf

TEMPLATES = Path(__file__).parents[2] / "templates"


def told(*, watermark: str | None = None, author: str = "", accepted: tuple[str, ...] = ()) -> set[str]:
    document = replace(DOCUMENT, watermark=watermark, author=author)
    pdf = write_final_pdf(document, TEMPLATES, {"commit": "0"}, NAMESPACE)
    assert isinstance(pdf, bytes)
    found = list(proof_pdf(pdf, TEMPLATES, accepted))
    assert {one.code.value for one in found} <= {"KD818"}
    return {str(one.message) for one in found}


def test_a_clean_file() -> None:
    assert told() == set()


def test_a_watermark_is_seen_on_each_page() -> None:
    assert 'page 1 of the PDF says "UDKAST"' in told(watermark="UDKAST")
    assert told(watermark="UDKAST", accepted=("UDKAST",)) == set()


def test_an_author() -> None:
    assert told(author="Carl Dam") == {'the PDF names a person: "Carl Dam"'}


def test_what_is_no_pdf() -> None:
    assert [str(one.message) for one in proof_pdf(b"x", TEMPLATES, ())] == ["the PDF cannot be read again"]
