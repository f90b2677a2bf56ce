from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from attached import with_files
from hand_made_pdf import Sheet, Tagged
from samples import DOCUMENT
from word_files import document_of, with_part, written

from kdnet_docs.meeting.check import check

PLAIN = written(document_of(*DOCUMENT.blocks))
CPR = "010180-1234"


def in_word(*edits: tuple[str, str], part: str = "word/document.xml") -> bytes:
    with ZipFile(BytesIO(PLAIN)) as archive:
        content = archive.read(part).decode()
    for old, new in edits:
        assert old in content
        content = content.replace(old, new, 1)
    return with_part(PLAIN, part, content.encode())


def in_pdf(*lines: str) -> bytes:
    return Tagged(
        sheets=(Sheet(lines=(("P", "Aftale"),)), Sheet(lines=tuple(("P", line) for line in lines)))
    ).pdf()


def found(folder: Path, files: Mapping[str, bytes], more: str = "") -> list[tuple[str, str]]:
    project, _ = with_files(folder, files, more)
    findings = check(project, ["2022-03"])
    return [(one.code.value, str(one.message)) for one in findings if one.code.value in ("KD592", "KD593")]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (in_word(("<w:r>", '<w:ins w:id="9" w:author="B"/><w:r>')), "tracked changes"),
        (in_word(("<w:r>", '<w:commentRangeStart w:id="9"/><w:r>')), "comments"),
    ],
)
def test_a_word_file_with_changes_or_comments_is_a_draft(content: bytes, what: str, tmp_path: Path) -> None:
    told = [("KD592", f'there are {what} in the file of "Bilag 0"')]
    assert found(tmp_path, {"filer/aftale.docx": content}) == told


def test_a_word_file_with_the_mark_of_a_draft_is_one(tmp_path: Path) -> None:
    told = [("KD592", 'the file of "Bilag 0" bears the mark of a draft')]
    assert found(tmp_path, {"filer/aftale.docx": written(DOCUMENT)}) == told


def test_a_word_file_without_them_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, {"filer/aftale.docx": PLAIN}) == []


def test_a_pdf_whose_first_page_bears_the_mark_of_a_draft_is_one(tmp_path: Path) -> None:
    marked = Tagged(sheets=(Sheet(lines=(("P", "UDKAST"), ("P", "Aftale om drift"))),)).pdf()
    quiet = in_pdf("Der er et udkast til budget, og UDKAST er et ord.")
    told = [("KD592", 'the file of "Bilag 0" bears the mark of a draft')]
    assert found(tmp_path, {"filer/a.pdf": marked, "filer/b.pdf": quiet}) == told


def test_a_cpr_number_is_found_in_the_words_of_a_file_and_its_page_is_named(tmp_path: Path) -> None:
    files = {"a.pdf": in_pdf(f"Kontakt: {CPR}"), "b.docx": in_word(("</w:t>", f" {CPR}</w:t>"))}
    assert found(tmp_path, files) == [
        ("KD593", 'a CPR number stands in the file of "Bilag 0", page 2'),
        ("KD593", 'a CPR number stands in the file of "Bilag 1"'),
    ]


def test_nothing_is_told_of_the_people_in_a_closed_file(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.pdf": in_pdf(f"Kontakt: {CPR}")}, "        closed: true\n") == []


def test_a_damaged_file_is_told_of_as_such_and_read_no_further(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.docx": PLAIN[:2000], "b.pdf": b"%PDF-1.7\nnothing"}) == []
