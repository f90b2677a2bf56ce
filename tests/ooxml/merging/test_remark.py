from datetime import UTC, datetime
from io import BytesIO

import docx
from word_schema import faults

from kdnet_docs.ooxml.merging.remark import add_remark
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.xml import element, qualified

MOMENT = datetime(2021, 9, 1, tzinfo=UTC)


def test_a_paragraph_in_a_table_bears_it_where_no_other_stays() -> None:
    word = docx.Document()
    word.add_table(rows=2, cols=1)
    for row in word.element.body.findall(f".//{qualified('w:tr')}")[:1]:
        row.get_or_add_trPr().append(element("ins"))
    assert add_remark(word, ("Et.",), author="P", moment=MOMENT)
    assert word.tables[0].cell(1, 0)._tc.xpath(".//w:commentReference")  # noqa: SLF001


def test_it_says_so_where_no_paragraph_stays() -> None:
    word = docx.Document()
    word.add_paragraph("gået")._p.get_or_add_pPr().append(element("rPr", element("del")))  # noqa: SLF001
    assert not add_remark(word, ("Et.",), author="P", moment=MOMENT)


def test_another_program_reads_the_comment_and_where_it_hangs() -> None:
    word = docx.Document()
    gone = word.add_paragraph("gået")
    gone._p.get_or_add_pPr().append(element("rPr", element("del")))  # noqa: SLF001
    word.add_paragraph("blev")
    add_remark(word, ("1. Et & andet.", "2. Et tredje."), author="Prøve Prøvesen", moment=MOMENT)
    again = docx.Document(BytesIO(to_bytes(word)))
    (comment,) = again.comments
    assert (comment.author, comment.initials, comment.timestamp) == ("Prøve Prøvesen", "PP", MOMENT)
    assert [one.text for one in comment.paragraphs] == ["1. Et & andet.", "2. Et tredje."]
    assert [one.text for one in again.paragraphs if one._p.xpath(".//w:commentReference")] == ["blev"]  # noqa: SLF001
    assert list(faults(again.element)) == []
