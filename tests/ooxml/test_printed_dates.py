"""A Word file that was sent says the date that it said when it was saved, whenever it is made a PDF."""

import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from tools import tool
from word_files import with_part

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.printed_dates import with_printed_dates
from kdnet_docs.render.pdf.libreoffice import convert

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELD_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def simple(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'


def of_runs(instruction: str, result: str) -> str:
    begin, separate, end = map(FIELD_CHAR.format, ("begin", "separate", "end"))
    half = len(instruction) // 2
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        for piece in (f" {instruction[:half]}", f"{instruction[half:]} ")
    )
    return f"{begin}{pieces}{separate}<w:r><w:t>{result}</w:t></w:r>{end}"


def letter(*fields: str) -> bytes:
    """A letter with the fields in its text and in its header."""
    word, output = docx.Document(), BytesIO()
    for holder in (word, word.sections[0].header):
        for field in fields:
            paragraph = holder.add_paragraph()._p  # noqa: SLF001 - python-docx has no other way in
            paragraph.extend(parse_xml(f"<w:p {NAMESPACE}>{field}</w:p>"))
    word.save(output)
    return output.getvalue()


def printed(word: bytes) -> list[str]:
    pdf = convert(word, ".docx", "writer", "da")
    assert not isinstance(pdf, Refused)
    command = [tool("pdftotext"), "-", "-"]
    said = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [line for line in said.replace("\f", "").splitlines() if line]


def test_dates_and_times_stay_as_they_were_saved_and_other_fields_as_fields() -> None:
    tool("soffice")
    sent = letter(
        simple("DATE \\@ &quot;d. MMMM yyyy&quot;", "3. marts 2021"),
        of_runs("date \\@ &quot;dd-MM-yyyy&quot;", "03-03-2021"),
        of_runs("TIME", "12:34"),
        of_runs("PAGE", "99"),
        of_runs("DOCPROPERTY Date", "uden dato"),
    )
    lines = printed(with_printed_dates(sent))
    for said in ("3. marts 2021", "03-03-2021", "12:34"):
        assert lines.count(said) == 2
    assert "99" not in lines


def test_a_file_without_them_and_one_that_is_no_file_are_given_back_as_they_are() -> None:
    plain = letter(of_runs("PAGE", "1"), of_runs("UPDATED", "x"))
    for content in (plain, b"", b"PK\x03\x04", plain[:300], letter(of_runs("DATE", ""), simple("DATE", ""))):
        assert with_printed_dates(content) == content


@pytest.mark.parametrize("xml", ["<w:p", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", f"<w:p {NAMESPACE}/>"])
def test_a_part_that_is_odd_is_left_alone(xml: str) -> None:
    odd = with_part(letter(), "word/document.xml", xml.encode())
    assert with_printed_dates(odd) == odd


def test_the_same_file_gives_the_same_bytes_and_all_its_parts() -> None:
    sent = letter(of_runs("DATE", "i dag"))
    made = with_printed_dates(sent)
    assert made == with_printed_dates(sent)
    assert made != sent
    with ZipFile(BytesIO(sent)) as before, ZipFile(BytesIO(made)) as after:
        assert before.namelist() == after.namelist()
