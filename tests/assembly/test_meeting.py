from authored import document, examined, found

from kdnet_docs.document.tree import Document, Heading, Link, List, Paragraph, Table
from kdnet_docs.document.walk import blocks_within, own_inlines, plain_text

MEETING = """\
kind: meeting
id: 2021-09
title: Møde i KD-Net
date: 2021-09-01
organisation: KD-Net
agenda:
  - number: 1
    title: Kontrakt
    bilag:
      - {title: Udkast, document: aftale@1}
      - {title: Status, document: status@1}
  - number: 2
  - number: 4
    title: Eventuelt
"""


def lists(made: Document) -> list[tuple[int | None, int]]:
    return [(block.start, len(block.items)) for block in made.blocks if isinstance(block, List)]


def test_the_front_page_has_title_agenda_and_bilag() -> None:
    made = document(MEETING)
    assert made.watermark is None
    assert (made.id, made.title, made.author) == ("meeting-2021-09", "Møde i KD-Net", "KD-Net")
    assert [plain_text(block.content) for block in made.blocks if isinstance(block, Heading)] == [
        "Dagsorden",
        "Bilagsliste",
    ]


def test_the_points_keep_their_numbers_where_one_is_passed_over() -> None:
    assert lists(document(MEETING)) == [(1, 2), (4, 1)]


def test_the_list_of_bilag_follows_from_the_agenda() -> None:
    table = next(block for block in document(MEETING).blocks if isinstance(block, Table))
    assert [[cell.row_span for cell in row.cells] for row in table.rows] == [[1, 1], [2, 1], [1]]
    links = [one for block in blocks_within([table]) for one in own_inlines(block) if isinstance(one, Link)]
    assert [(plain_text(link.content), link.target) for link in links] == [
        ("Udkast", "#aftale@1"),
        ("Status", "#status@1"),
    ]


def test_a_meeting_without_bilag_has_no_list_of_them() -> None:
    made = document("kind: meeting\nid: m\ntitle: Møde\ndate: 2021-09-01\nagenda: [{number: 1, title: Et}]\n")
    assert not any(isinstance(block, Table) for block in made.blocks)
    assert [plain_text(block.content) for block in made.blocks if isinstance(block, Heading)] == ["Dagsorden"]


def test_two_points_with_one_number_are_found() -> None:
    text = MEETING.replace("number: 4", "number: 1")
    assert found(text) == [("KD208", "1")]
    (finding,) = examined(text)[1]
    assert finding.span is not None
    assert (finding.span.line, finding.labels[0].span.line) == (13, 7)


def test_an_english_meeting_is_english() -> None:
    made = document(MEETING.replace("id: 2021-09", "id: 2021-09\nlanguage: en"))
    assert [plain_text(block.content) for block in made.blocks if isinstance(block, Heading)] == [
        "Agenda",
        "List of appendices",
    ]
    assert [block.id for block in made.blocks if isinstance(block, Paragraph)] == ["title"]
