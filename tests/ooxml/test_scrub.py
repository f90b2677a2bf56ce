"""What Word leaves in a template by itself does not stand in the way of a final file."""

from io import BytesIO
from pathlib import Path

import docx
from planted_parts import COMMENTS, IN_HEADER, PEOPLE, in_header, in_settings, with_related

from kdnet_docs.final.patterns import PATH
from kdnet_docs.ooxml.leftovers import Kind, leftovers
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.scrub import scrub

HOUSE = (Path(__file__).parents[2] / "templates/word/house.docx").read_bytes()


def scrubbed(file: bytes) -> bytes:
    word = docx.Document(BytesIO(file))
    scrub(word)
    return to_bytes(word)


def test_marks_of_sittings_lists_of_people_and_others_data_are_gone() -> None:
    spoiled = in_settings(in_header(HOUSE, IN_HEADER["rsid"]), '<w:rsids><w:rsid w:val="1"/></w:rsids>')
    spoiled = with_related(spoiled, "people", "people.xml", PEOPLE)
    assert leftovers(spoiled, PATH) != ()
    assert leftovers(scrubbed(spoiled), PATH) == ()


def test_what_a_person_wrote_stays_for_a_person_to_remove() -> None:
    spoiled = with_related(in_header(HOUSE, IN_HEADER["hidden"]), "comments", "comments.xml", COMMENTS)
    assert {one.kind for one in leftovers(scrubbed(spoiled), PATH)} == {Kind.COMMENT, Kind.HIDDEN}
