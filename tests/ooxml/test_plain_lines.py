"""A Word file as lines: what a reader sees, with what tracked changes put in and took out."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from samples import DOCUMENT
from word_files import written

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.plain_lines import plain_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def file(body: str, notes: str = "") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if notes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
    return out.getvalue()


def run(text: str, name: str = "t") -> str:
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(f'<w:p>{run(one)}</w:p>' for one in paragraphs)}</w:tc>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<w:p>{run('Huset ')}{run('skal')}</w:p>", ("Huset skal",)),
        (
            f"<w:p>{run('Huset ')}<w:del>{run('kan', 'delText')}</w:del><w:ins>{run('skal')}</w:ins></w:p>",
            ("Huset [-kan-]{+skal+}",),
        ),
        (
            f"<w:p><w:moveFrom>{run('væk')}</w:moveFrom></w:p><w:p><w:moveTo>{run('her')}</w:moveTo></w:p>",
            ("[-væk-]", "{+her+}"),
        ),
        (
            f"<w:tbl><w:tr>{cell('a', 'b')}{cell('c')}</w:tr></w:tbl>",
            ("| a b | c |",),
        ),
        (f"<w:sdt><w:sdtContent><w:p>{run('i et felt')}</w:p></w:sdtContent></w:sdt>", ("i et felt",)),
        ("<w:p/>", ("",)),
    ],
)
def test_what_a_reader_sees(body: str, lines: tuple[str, ...]) -> None:
    assert plain_lines(file(body)) == lines


def test_footnotes_come_last() -> None:
    line, note = "<w:p/>", f"<w:p>{run('Kilden.')}</w:p>"
    notes = f'<w:footnote w:id="0">{line}</w:footnote><w:footnote w:id="2">{note}</w:footnote>'
    body = f'<w:p>{run("Tal")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert plain_lines(file(body, notes)) == ("Tal[^]", "[^] Kilden.")


def test_a_file_of_ours() -> None:
    lines = plain_lines(written(DOCUMENT))
    assert not isinstance(lines, Refused)
    assert [line for line in lines if "\n" in line] == []
    assert any(line.startswith("| ") for line in lines)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"ikke en zip", file("<w:p")])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert isinstance(plain_lines(data), Refused)
