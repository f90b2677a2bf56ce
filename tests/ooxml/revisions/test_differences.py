from dataclasses import replace

import pytest
from samples import DOCUMENT, paragraph
from word_files import TEMPLATES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document, Heading, Number
from kdnet_docs.document.walk import headings
from kdnet_docs.ooxml.revisions.differences import accepted, differences, rejected
from kdnet_docs.ooxml.revisions.lines import lines
from kdnet_docs.ooxml.revisions.parts import parts_of, read_parts_of
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.word.writer import word_before_saving


def written(document: Document) -> bytes:
    pages = {heading.id: 1 for heading in headings(document.blocks, depth=6)}
    template = open_template(document, TEMPLATES)
    assert not isinstance(template, Refused)
    made = word_before_saving(document, template, pages, FileIds())
    before = lines(parts_of(made.word))
    content = to_bytes(made.word)
    assert differences(before, lines(read_parts_of(content))) == ()
    return content


def test_a_file_without_changes_is_itself_accepted_and_rejected() -> None:
    content = written(DOCUMENT)
    assert accepted(content) == rejected(content) == lines(read_parts_of(content))


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        (
            replace(DOCUMENT, title="En anden", fields={**DOCUMENT.fields, "title": "En anden"}),
            "default header",
        ),
        (replace(DOCUMENT, watermark=None), "default header"),
        (replace(DOCUMENT, blocks=(*DOCUMENT.blocks, paragraph("sidst", "Mere."))), "body"),
        (replace(DOCUMENT, blocks=DOCUMENT.blocks[:-1]), "body"),
    ],
)
def test_a_difference_is_found_in_its_part(changed: Document, part: str) -> None:
    found = differences(lines(read_parts_of(written(DOCUMENT))), lines(read_parts_of(written(changed))))
    assert part in [one.part for one in found]


def test_a_difference_names_its_clause_and_the_words() -> None:
    blocks = [
        paragraph("opsoegende/p1", "Anden tekst.") if block.id == "opsoegende/p1" else block
        for block in DOCUMENT.blocks
    ]
    changed = replace(DOCUMENT, blocks=tuple(blocks))
    (one,) = differences(lines(read_parts_of(written(DOCUMENT))), lines(read_parts_of(written(changed))))
    assert (one.clause, one.expected, one.found) == ("Opsøgende indsats", "Kort tekst.", "Anden tekst.")


def test_another_number_before_the_same_words_is_a_difference() -> None:
    blocks = [
        replace(block, number=Number(value=7, pattern="%1.", sequence="indsatser"))
        if block.id == "opsoegende" and isinstance(block, Heading)
        else block
        for block in DOCUMENT.blocks
    ]
    changed = replace(DOCUMENT, blocks=tuple(blocks))
    (one, *_) = differences(lines(read_parts_of(written(DOCUMENT))), lines(read_parts_of(written(changed))))
    assert one.part == "body"
