"""What a template brings into the Word copy is told of with the template and the part."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from planted_parts import COMMENTS, IN_HEADER, PEOPLE, edited, in_header, in_settings, with_related
from samples import DOCUMENT
from word_files import written

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.final.proof_word import proof_word
from kdnet_docs.final.word_copy import write_copy

TEMPLATES = Path(__file__).parents[2] / "templates"
FINAL = replace(
    DOCUMENT, watermark=None, author="", cover="contract", fields={**DOCUMENT.fields, "author": "KKR"}
)


def told(templates: Path, accepted: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The message and the file of each finding, of a copy made with these templates."""
    copy = write_copy(FINAL, templates, {"commit": "0"})
    assert isinstance(copy, bytes), copy
    found = proof_word(copy, templates, accepted)
    return [(str(one.message), one.span.source.name if one.span else "") for one in found]


def templates(folder: Path, house: bytes | None = None, cover: bytes | None = None) -> Path:
    copytree(TEMPLATES, folder / "templates")
    for name, content in (("house", house), ("cover-contract", cover)):
        if content:
            (folder / f"templates/word/{name}.docx").write_bytes(content)
    return folder / "templates"


HOUSE = (TEMPLATES / "word/house.docx").read_bytes()
COVER = (TEMPLATES / "word/cover-contract.docx").read_bytes()
IN_HOUSE = "templates/word/house.docx"


def test_the_house_as_it_is_leaves_nothing() -> None:
    assert told(TEMPLATES) == []


@pytest.mark.parametrize(
    ("house", "message"),
    [
        (with_related(HOUSE, "comments", "comments.xml", COMMENTS), "a comment is left in word/comments.xml"),
        (in_header(HOUSE, IN_HEADER["hidden"]), 'hidden text is left in word/header1.xml: "skjult"'),
        (in_header(HOUSE, IN_HEADER["white"]), 'hidden text is left in word/header1.xml: "hvid"'),
        (in_header(HOUSE, IN_HEADER["draft"]), '"UDKAST" is left in word/header1.xml'),
        (in_header(HOUSE, IN_HEADER["placeholder"]), '"xx" is left in word/header1.xml'),
        (
            in_settings(HOUSE, "<w:trackRevisions/>"),
            "a tracked change is left in word/settings.xml (trackRevisions)",
        ),
    ],
)
def test_what_somebody_left_in_the_house_template(house: bytes, message: str, tmp_path: Path) -> None:
    found = told(templates(tmp_path, house))
    assert (message, IN_HOUSE) in found
    assert {message.split(" left in ")[0] for message, _ in found} == {
        message.split(" left in ", maxsplit=1)[0]
    }


@pytest.mark.parametrize("planted", ["watermark", "inserted", "deleted", "moved", "object"])
def test_what_no_format_can_show_is_refused_before_anything_is_made(planted: str, tmp_path: Path) -> None:
    made = write_copy(FINAL, templates(tmp_path, in_header(HOUSE, IN_HEADER[planted])), {})
    assert isinstance(made, Refused)
    assert {one.code.value for one in made.diagnostics} == {"KD601"}


def test_what_word_leaves_there_by_itself_is_taken_out(tmp_path: Path) -> None:
    spoiled = in_settings(in_header(HOUSE, IN_HEADER["rsid"]), "<w:rsids/>")
    spoiled = with_related(spoiled, "people", "people.xml", PEOPLE)
    assert told(templates(tmp_path, spoiled)) == []


def test_a_cover_that_calls_itself_a_draft(tmp_path: Path) -> None:
    cover = edited(COVER, "word/document.xml", "</w:t>", lambda end: f" (udkast){end}")
    spoiled = templates(tmp_path, cover=cover)
    assert (
        '"(udkast)" is left in templates/word/cover-contract.docx',
        "templates/word/cover-contract.docx",
    ) in told(spoiled)


def test_words_that_are_accepted_may_stand_in_a_header(tmp_path: Path) -> None:
    assert told(templates(tmp_path, in_header(HOUSE, IN_HEADER["placeholder"])), ("J.nr. xx",)) == []


def test_what_no_template_brought_is_a_fault_of_the_program() -> None:
    [watermark, *_] = [
        one for one in proof_word(written(DOCUMENT), TEMPLATES, ()) if "watermark" in str(one.message)
    ]
    assert watermark.span is None
    assert "fault of the program" in str(watermark.hint)
