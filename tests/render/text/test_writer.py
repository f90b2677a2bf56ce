from dataclasses import replace
from difflib import ndiff
from pathlib import Path

from samples import DOCUMENT, paragraph

from kdnet_docs.document.tree import Document
from kdnet_docs.render.text.writer import write_text

TEMPLATES = Path(__file__).parents[3] / "templates"


def lines(document: Document) -> list[str]:
    written = write_text(document, TEMPLATES)
    assert isinstance(written, bytes)
    return written.decode().splitlines()


def test_the_watermark_and_the_cover_come_first() -> None:
    assert lines(DOCUMENT)[:7] == [
        "UDKAST",
        "",
        "Prøvekontrakt 2022",
        "mellem",
        "KKR Midtjylland",
        "og",
        "Erhvervshus Midtjylland",
    ]


def test_a_document_without_cover_and_watermark_begins_with_its_words() -> None:
    bare = replace(DOCUMENT, cover=None, watermark=None, blocks=(paragraph("p", "Ord."),))
    assert lines(bare) == ["Ord."]


def test_no_line_ends_in_blanks_and_the_file_ends_in_one_line_break() -> None:
    written = write_text(DOCUMENT, TEMPLATES)
    assert isinstance(written, bytes)
    assert written.endswith(b".\n")
    assert all(line == line.rstrip() for line in written.decode().split("\n"))


def test_a_changed_word_changes_one_line() -> None:
    long = "Erhvervshuset skal vejlede virksomheder i hele landet. " * 20
    before, after = (
        lines(replace(DOCUMENT, blocks=(paragraph("p", words), paragraph("q", "Slut."))))
        for words in (long, long.replace("skal", "kan", 1))
    )
    assert [line[0] for line in ndiff(before, after) if line[0] in "+-"] == ["-", "+"]
