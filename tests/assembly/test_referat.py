from meetings import documents, meeting, tillaeg

from kdnet_docs.document.tree import Document, Heading, Paragraph
from kdnet_docs.document.walk import heading_text, plain_text

AGENDA = """\
- number: 1
  title: Driftsaftale
  sagsfremstilling: Aftalen er udløbet.
  indstilling: Aftalen indstilles godkendt.
  beslutning: Godkendt.
- number: 2
  title: Eventuelt
  beslutning:
"""


def lines(made: Document) -> list[str]:
    return [
        heading_text(block) if isinstance(block, Heading) else plain_text(block.content)
        for block in made.blocks
        if isinstance(block, Heading | Paragraph)
    ]


def test_there_is_no_referat_until_something_is_decided() -> None:
    assert len(documents(meeting(AGENDA.replace("beslutning: Godkendt.", "beslutning:")))) == 1


def test_the_referat_says_of_each_point_what_was_asked_for_and_what_was_decided() -> None:
    _, referat = documents(meeting(AGENDA))
    assert (referat.id, referat.title) == ("referat-2024-03", "Referat: Møde i havneudvalget")
    assert lines(referat) == [
        "Referat: Møde i havneudvalget",
        "1. Driftsaftale",
        "Indstilling",
        "Aftalen indstilles godkendt.",
        "Beslutning",
        "Godkendt.",
        "2. Eventuelt",
        "Beslutning",
        "(ingen beslutning)",
    ]


def test_what_was_decided_does_not_stand_in_the_dagsorden() -> None:
    dagsorden, _ = documents(meeting(AGENDA))
    assert "Beslutning" not in lines(dagsorden)
    assert "Godkendt." not in lines(dagsorden)


def test_the_referat_of_a_tillaeg_is_that_of_the_whole_meeting_with_what_was_written_last() -> None:
    more = """\
- {number: 1, indstilling: Aftalen indstilles afvist.}
- {number: 3, title: Isvinter, indstilling: At der købes salt.}
"""
    _, referat = documents(tillaeg(more), meeting(AGENDA))
    assert referat.title == "Referat: Møde i havneudvalget"
    assert lines(referat)[1:] == [
        "1. Driftsaftale",
        "Indstilling",
        "Aftalen indstilles afvist.",
        "Beslutning",
        "Godkendt.",
        "2. Eventuelt",
        "Beslutning",
        "(ingen beslutning)",
        "3. Isvinter",
        "Indstilling",
        "At der købes salt.",
        "Beslutning",
        "(ingen beslutning)",
    ]


def test_minutes_in_english() -> None:
    _, minutes = documents(meeting(AGENDA, "language: en\n"))
    assert [line for line in lines(minutes) if line[0] not in "AG12"] == [
        "Minutes: Møde i havneudvalget",
        "Recommendation",
        "Decision",
        "Decision",
        "(no decision)",
    ]
