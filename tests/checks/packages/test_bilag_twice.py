import pytest
from meetings import found, meeting, tillaeg

AGENDA = """\
- number: 1
  bilag:
    - {title: Aftale, document: aftale@1}
    - {title: Brev, file: attachments/brev.pdf}
"""


@pytest.mark.parametrize(
    ("again", "marked"),
    [
        ("document: aftale@1", "aftale@1"),
        ("file: attachments/brev.pdf", "attachments/brev.pdf"),
        ("file: ./attachments//brev.pdf", "./attachments//brev.pdf"),
    ],
)
def test_what_is_a_bilag_already_is_found_in_the_same_meeting_and_in_a_tillaeg(
    again: str, marked: str
) -> None:
    more = f"- number: 2\n  bilag:\n    - {{title: Igen, {again}}}\n"
    assert found(meeting(AGENDA + more)) == [("KD504", marked)]
    assert found(tillaeg(more), meeting(AGENDA)) == [("KD504", marked)]


def test_another_version_is_another_bilag() -> None:
    assert found(meeting(AGENDA + "    - {title: Ny, document: aftale@2}\n")) == []


def test_in_place_of_itself_a_file_may_be_sent_again() -> None:
    again = "- {number: 1, bilag: [{title: Brev, file: attachments/brev.pdf, replaces: REPLACES}]}\n"
    assert found(tillaeg(again.replace("REPLACES", "2")), meeting(AGENDA)) == []
    assert found(tillaeg(again.replace("REPLACES", "1")), meeting(AGENDA)) == [
        ("KD504", "attachments/brev.pdf")
    ]


def test_what_was_replaced_may_come_back() -> None:
    first = tillaeg("- {number: 1, bilag: [{title: Nyt, file: nyt.pdf, replaces: 2}]}")
    back = "- {number: 1, bilag: [{title: Brev, file: attachments/brev.pdf, replaces: 2}]}"
    assert found(tillaeg(back, to="2024-03-tillaeg", name="b"), meeting(AGENDA), first) == []
