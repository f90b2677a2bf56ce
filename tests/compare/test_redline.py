import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from edits_at_random import edited
from libreoffice import text_in_libreoffice
from project_documents import document
from redlines import MOMENT, comparison, plain, redline
from samples import BUDGET, DOCUMENT, note, paragraph, text
from tools import tool
from word_files import TEMPLATES, part, part_names
from word_schema import faults

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare import redline as module
from kdnet_docs.compare.redline import write_redline
from kdnet_docs.document.tree import Block, Contents, Document, Heading, Link, Paragraph, Text
from kdnet_docs.ooxml.revisions.differences import accepted, rejected
from kdnet_docs.ooxml.revisions.lines import lines
from kdnet_docs.ooxml.revisions.parts import read_parts_of
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.xml import descendants, find_all, get

REAL = (
    ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"),
    ("erhvervshus-midtjylland@2022", "erhvervshus-midtjylland@2021"),
    ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"),
)


def with_block(where: str, block: Any) -> Document:
    """The sample with another block in place of one."""
    return replace(DOCUMENT, blocks=tuple(block if one.id == where else one for one in DOCUMENT.blocks))


def _from(where: str) -> Iterator[Block]:
    """The blocks of the sample from one on."""
    return dropwhile(lambda one: one.id != where, DOCUMENT.blocks)


CHANGED = {
    "no cover": replace(DOCUMENT, cover=None),
    "no watermark": replace(DOCUMENT, watermark=None),
    "another watermark": replace(DOCUMENT, watermark="KOPI"),
    "another title": replace(DOCUMENT, title="Ny", fields={**DOCUMENT.fields, "title": "Ny"}),
    "no table of contents": replace(DOCUMENT, blocks=DOCUMENT.blocks[1:]),
    "a deeper table of contents": with_block("indhold", Contents(id="indhold", title="Indhold", depth=1)),
    "no first section": replace(DOCUMENT, blocks=(DOCUMENT.blocks[0], *_from("indsatser"))),
    "a heading renamed": with_block("oekonomi", Heading(id="oekonomi", level=1, content=text("Penge"))),
    "a link and a note": with_block(
        "opsoegende/p1",
        Paragraph(
            id="opsoegende/p1",
            content=(
                Text(text="Kort "),
                Link(content=text("tekst"), target="https://www.example.org/ny"),
                note("opsoegende/note/b", "Ny note."),
                Text(text="."),
            ),
        ),
    ),
    "a style that only one has": with_block(
        "opsoegende/p1",
        Paragraph(id="opsoegende/p1", content=(Link(content=text("Kort tekst."), target="#kendskab"),)),
    ),
    "nothing but a table": replace(DOCUMENT, blocks=(BUDGET,), cover=None),
    "nothing": replace(DOCUMENT, blocks=(paragraph("a", "Intet."),), cover=None),
}


OF_CONTENTS = {"no table of contents", "a deeper table of contents", "no first section", "a heading renamed"}


def bare(document: Document) -> Document:
    """The document without its table of contents, for which both must be set to know the pages."""
    return replace(document, blocks=tuple(one for one in document.blocks if not isinstance(one, Contents)))


@pytest.mark.parametrize("name", CHANGED)
def test_all_accepted_is_the_new_file_and_all_rejected_the_old(name: str) -> None:
    one, other = DOCUMENT, CHANGED[name]
    if name not in OF_CONTENTS:
        one, other = bare(one), bare(other)
    for old, new in ((one, other), (other, one)):
        made = redline(old, new)
        assert accepted(made) == lines(read_parts_of(plain(new)))
        assert rejected(made) == lines(read_parts_of(plain(old)))


@pytest.mark.parametrize("seed", range(12))
def test_edits_at_random_are_accepted_and_rejected(seed: int) -> None:
    old = bare(DOCUMENT)
    new, _ = edited(old, seed)
    made = redline(old, new)
    assert accepted(made) == lines(read_parts_of(plain(new)))
    assert rejected(made) == lines(read_parts_of(plain(old)))


@pytest.mark.parametrize(("old", "new"), REAL)
def test_versions_of_the_real_documents_are_sound_word_files(old: str, new: str, tmp_path: Path) -> None:
    made = redline(document(old), document(new), summary=True)
    file = tmp_path / "redline.docx"
    file.write_bytes(made)
    validator = openxml_audit.OpenXmlValidator(file_format=openxml_audit.FileFormat.MICROSOFT_365)
    assert [str(error) for error in validator.validate(str(file)).errors] == []
    ids: list[str | None] = []
    for name in part_names(made):
        if re.fullmatch(
            r"word/(document|footnotes|header\d|footer\d|numbering|settings|comments)\.xml", name
        ):
            root = part(made, name)
            assert list(faults(root)) == []
            ids += [
                get(found, "w:id") for found in descendants(root, "w:ins", "w:del", "w:moveFrom", "w:moveTo")
            ]
    assert len(ids) == len(set(ids)) > 10


def test_the_same_document_twice_has_no_change_in_it() -> None:
    made = redline(DOCUMENT, DOCUMENT)
    root = part(made, "word/document.xml")
    assert not list(
        descendants(root, "w:ins", "w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:tblPrChange")
    )


def test_a_table_of_contents_of_one_document_stands_in_no_content_control() -> None:
    """It could be neither accepted nor rejected, and would stay, emptied."""
    for old, new in ((DOCUMENT, bare(DOCUMENT)), (bare(DOCUMENT), DOCUMENT)):
        root = part(redline(old, new), "word/document.xml")
        assert any(
            "TOC" in (found.text or "") for found in descendants(root, "w:instrText", "w:delInstrText")
        )
        assert not list(descendants(root, "w:sdt"))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert redline(DOCUMENT, CHANGED["no cover"]) == redline(DOCUMENT, CHANGED["no cover"])


def test_changes_say_who_made_them_and_when() -> None:
    root = part(redline(DOCUMENT, CHANGED["nothing"]), "word/document.xml")
    marks = list(descendants(root, "w:ins", "w:del"))
    assert {get(mark, "w:author") for mark in marks} == {"Prøve Prøvesen"}
    assert {get(mark, "w:date") for mark in marks} == {"2021-09-01T12:00:00Z"}


def test_the_file_says_which_two_versions_it_compares() -> None:
    new = replace(CHANGED["nothing"], version="2023")
    properties = part(redline(DOCUMENT, new), "docProps/custom.xml")
    said = {str(found.get("name")): "".join(map(str, found.itertext())) for found in properties}
    assert (said["kdnet redline of"], said["kdnet redline and"]) == ("proeve@2022", "proeve@2023")
    assert said["kdnet version"] == "2023"


def test_a_summary_is_a_comment_and_no_part_of_the_text() -> None:
    made = redline(DOCUMENT, CHANGED["a heading renamed"], summary=True)
    comments = part(made, "word/comments.xml")
    assert len(find_all(comments, "w:comment")) == 1
    assert accepted(made) == accepted(redline(DOCUMENT, CHANGED["a heading renamed"]))


def test_a_redline_that_is_not_true_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in between: here a change is made in the file after the merging."""

    def damaged(word: Any) -> bytes:
        words = next(found for found in descendants(word.element, "w:t") if found.text == "Kort tekst.")
        words.text = "Lang tekst."
        return to_bytes(word)

    monkeypatch.setattr(module, "to_bytes", damaged)
    refused = write_redline(
        comparison(DOCUMENT, CHANGED["another watermark"]),
        TEMPLATES,
        author="A",
        moment=MOMENT,
        summary=False,
    )
    assert isinstance(refused, Refused)
    assert [found.code for found in refused.diagnostics] == [Code.REDLINE_UNTRUE] * 2
    assert "Lang tekst." in str(refused.diagnostics[0].message)
    assert "Opsøgende indsats" in str(refused.diagnostics[0].message)


# --- other people's judgement --------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), REAL)
def test_libreoffice_accepts_and_rejects_to_both_documents(old: str, new: str, tmp_path: Path) -> None:
    files = {
        "accepted": plain(document(new)),
        "rejected": plain(document(old)),
    }
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(document(old), document(new)))
    for state in ("accepted", "rejected"):
        target = tmp_path / f"{state}-plain.docx"
        target.write_bytes(files[state])
        assert _read(text_in_libreoffice(file, tmp_path, state)) == _read(
            text_in_libreoffice(target, tmp_path, "as it is")
        )


def _read(found: list[str]) -> list[str]:
    """The words as one reads them on.

    LibreOffice leaves an empty paragraph where one went before a table that went too.
    """
    return [line for line in found if line]


@pytest.mark.parametrize(("old", "new"), REAL)
def test_pandoc_accepts_and_rejects_to_the_words_of_both(old: str, new: str, tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(document(old), document(new)))
    for how, reference in (("accept", new), ("reject", old)):
        (tmp_path / "plain.docx").write_bytes(plain(document(reference)))
        assert _pandoc(file, how) == _pandoc(tmp_path / "plain.docx", how)


def _pandoc(file: Path, how: str) -> str:
    command = [tool("pandoc"), f"--track-changes={how}", "-t", "json", str(file)]
    return "".join(
        _strings(json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["blocks"])
    )


def _strings(found: Any) -> Iterator[str]:
    """The words in order, wherever they stand: pandoc keeps the rows and paragraphs that went, emptied."""
    if isinstance(found, list):
        for one in found:
            yield from _strings(one)
    elif isinstance(found, dict):
        if found.get("t") == "Table":
            yield from _strings(found["c"][2:])  # not its description, which stays where all its rows went
        elif found.get("t") in ("Str", "Code"):
            yield found["c"] if isinstance(found["c"], str) else found["c"][1]
        else:
            yield from _strings(found.get("c"))
