from io import BytesIO
from zipfile import ZipFile

import docx
from word_files import house, part, part_names

from kdnet_docs.ooxml.paragraph import paragraph, words
from kdnet_docs.ooxml.save import to_bytes


def test_a_file_saved_twice_has_the_same_bytes() -> None:
    assert to_bytes(house()) == to_bytes(house())


def test_parts_are_sorted_after_the_types_and_have_the_oldest_date() -> None:
    with ZipFile(BytesIO(to_bytes(house()))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_no_part_is_lost() -> None:
    assert set(part_names(to_bytes(house()))) >= {
        str(found.partname)[1:] for found in house().part.package.iter_parts()
    }


def test_paragraph_ids_are_declared_as_what_an_older_word_may_pass_over() -> None:
    word = house()
    word.element.body.insert(0, paragraph("Normal", [words("x")], para_id="00000001"))
    root = part(to_bytes(word), "word/document.xml")
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    assert "w14" in root.nsmap


def test_what_is_saved_opens_again() -> None:
    assert docx.Document(BytesIO(to_bytes(house()))).paragraphs
