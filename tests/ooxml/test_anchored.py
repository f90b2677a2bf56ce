from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from samples import DOCUMENT
from word_files import converted, part, with_part, written

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Footnote, Heading, Paragraph
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.ooxml.anchored import AnchoredText, find_base, read_anchors
from kdnet_docs.ooxml.received import read_received
from kdnet_docs.ooxml.xml import descendants, element

SAVED_AGAIN = "docx:MS Word 2007 XML"


@cache
def original() -> bytes:
    return written(DOCUMENT)


def anchors(file: bytes) -> dict[str, AnchoredText]:
    found = read_anchors(file)
    assert not isinstance(found, Refused)
    return {anchor.id: anchor for anchor in found}


def edited(file: bytes, old: str, new: str) -> bytes:
    root = part(file, "word/document.xml")
    (found,) = [run for run in descendants(root, "w:t") if run.text == old]
    found.text = new
    return with_part(file, "word/document.xml", etree.tostring(root))


def test_every_heading_paragraph_cell_item_and_note_of_the_tree_is_anchored() -> None:
    blocks = list(blocks_within(DOCUMENT.blocks))
    in_notes = {
        inner.id
        for block in blocks
        for note in own_inlines(block)
        if isinstance(note, Footnote)
        for inner in blocks_within(note.blocks)
    }
    wanted = {block.id for block in blocks if isinstance(block, Heading | Paragraph)} - in_notes
    wanted |= {"indledning/note/a", "note/celle", "indledning/liste2/2", "initiativer", "indledning/kode1"}
    assert wanted <= anchors(original()).keys()


def test_an_anchor_has_the_words_of_its_block() -> None:
    found = anchors(original())
    assert found["indledning/liste1/1/p1"].text == "Første punkt"
    assert found["indledning/kode1"].text == "linje 1\n  linje 2 <æøå>"
    assert found["note/celle"].text == "En note i en celle."
    assert found["indledning/p1/@1"].text == "2022"
    assert found["indledning/p1/@1"].paragraph == found["indledning/p1"].text


def test_every_id_is_found_after_libreoffice_saved_an_edited_file_twice(tmp_path: Path) -> None:
    changed = edited(original(), "Kort tekst.", "En længere tekst end før.")
    once = converted(changed, SAVED_AGAIN, tmp_path)
    twice = converted(once, SAVED_AGAIN, tmp_path)
    before = {block_id: anchor.paragraph for block_id, anchor in anchors(original()).items()}
    after = {block_id: anchor.paragraph for block_id, anchor in anchors(twice).items()}
    assert after == before | {"opsoegende/p1": "En længere tekst end før."}


def test_a_file_that_went_through_odt_is_read_with_the_base_we_kept(tmp_path: Path) -> None:
    parts = read_received(original())
    assert not isinstance(parts, Refused)
    (tmp_path / "odt").mkdir()
    odt = converted(original(), "odt", tmp_path / "odt")
    back = converted(odt, SAVED_AGAIN, tmp_path)
    assert isinstance(read_anchors(back), Refused)
    found = read_anchors(back, find_base(parts))
    assert not isinstance(found, Refused)
    assert {anchor.id for anchor in found} == anchors(original()).keys()


def test_words_typed_at_the_end_of_a_paragraph_belong_to_it() -> None:
    root = part(original(), "word/document.xml")
    end = next(run for run in descendants(root, "w:t") if run.text == "Kort tekst.").getparent()
    assert end is not None
    paragraph = end.getparent()
    assert paragraph is not None
    typed = element("ins", element("r", element("t")))
    typed[0][0].text = " Og mere."
    paragraph.append(typed)
    found = anchors(with_part(original(), "word/document.xml", etree.tostring(root)))["opsoegende/p1"]
    assert (found.text, found.paragraph) == ("Kort tekst.", "Kort tekst. Og mere.")


def test_a_copied_bookmark_is_known_as_a_copy() -> None:
    name = next(
        name.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name") or ""
        for name in descendants(part(original(), "word/document.xml"), "w:bookmarkStart")
    )
    document = etree.tostring(part(original(), "word/document.xml"))
    copied = with_part(
        original(), "word/document.xml", document.replace(name.encode(), f"{name}_Copy_1".encode(), 1)
    )
    found = read_anchors(copied)
    assert not isinstance(found, Refused)
    assert [anchor.copy for anchor in found].count(True) == 1


@pytest.mark.parametrize("file", [b"", b"PK\x05\x06" + b"\x00" * 18])
def test_another_s_file_is_a_finding(file: bytes) -> None:
    assert isinstance(read_anchors(file), Refused)
