from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from project_documents import REFERENCES, document
from samples import DOCUMENT
from word_files import converted, part, text_of, with_part, written

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document, Footnote, Heading, Paragraph
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.ooxml.anchored import AnchoredText, find_base, read_anchors
from kdnet_docs.ooxml.received import read_received
from kdnet_docs.ooxml.xml import Element, descendants, element, find, get

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


def ids_of_words(tree: Document) -> set[str]:
    """The ids of all headings and paragraphs of a document outside its notes."""
    blocks = list(blocks_within(tree.blocks))
    in_notes = {
        inner.id
        for block in blocks
        for note in own_inlines(block)
        if isinstance(note, Footnote)
        for inner in blocks_within(note.blocks)
    }
    return {block.id for block in blocks if isinstance(block, Heading | Paragraph)} - in_notes


def test_every_heading_paragraph_cell_item_and_note_of_the_tree_is_anchored() -> None:
    others = {"indledning/note/a", "note/celle", "indledning/liste2/2", "initiativer", "indledning/kode1"}
    assert ids_of_words(DOCUMENT) | others <= anchors(original()).keys()


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_block_of_the_project_s_own_documents_is_anchored(reference: str) -> None:
    """A title stands on a cover, whose template says it, or is a paragraph with an anchor like any other."""
    tree = document(reference)
    assert ids_of_words(tree) <= anchors(written(tree)).keys()
    titles = [block for block in tree.blocks if isinstance(block, Paragraph) and block.role == "title"]
    assert bool(titles) != bool(tree.cover)


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


def test_every_id_of_a_whole_contract_is_found_after_much_editing(tmp_path: Path) -> None:
    """Words changed in every third paragraph; one paragraph written, one deleted and one moved up."""
    file = written(document("erhvervshus-midtjylland@2022"))
    root = part(file, "word/document.xml")
    paragraphs = [found for found in root[0] if style(found) == "BodyText" and text_of(found)]
    for found in paragraphs[::3]:
        next(descendants(found, "w:t")).text = "Ændrede ord. "
    place, deleted, moved = paragraphs[1], paragraphs[4], paragraphs[10]
    place.addprevious(moved)
    place.addnext(without_anchors(paragraphs[7]))
    root[0].remove(deleted)
    changed = with_part(file, "word/document.xml", etree.tostring(root))
    expected = anchors(changed)
    (lost,) = anchors(file).keys() - expected.keys()
    assert anchors(file)[lost].text == text_of(deleted)
    once = converted(changed, SAVED_AGAIN, tmp_path)
    found_again = anchors(converted(once, SAVED_AGAIN, tmp_path))
    assert list(found_again) == list(expected)
    assert {one: anchor.paragraph for one, anchor in found_again.items()} == {
        one: anchor.paragraph for one, anchor in expected.items()
    }


def style(found: Element) -> str | None:
    named = find(found, "w:pPr/w:pStyle")
    return None if named is None else get(named, "w:val")


def without_anchors(found: Element) -> Element:
    """A copy as a person's typing would make it."""
    copy = deepcopy(found)
    for mark in list(descendants(copy, "w:bookmarkStart", "w:bookmarkEnd")):
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)
    return copy


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
