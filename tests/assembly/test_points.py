from meetings import meeting, tillaeg

from kdnet_docs.assembly.points import all_points, points
from kdnet_docs.model.meeting import Meeting

BASE = meeting("- {number: 1, title: Et, purpose: til-beslutning}\n- {number: 4, title: Fire}")
FIRST = tillaeg("- {number: 4, title: Nyt fire}\n- {number: 2, title: To}")
SECOND = tillaeg("- {number: 1, indstilling: ' '}", to="2024-03-tillaeg", name="2024-03-tillaeg-2")


def titles(made: Meeting, *sent: Meeting) -> list[tuple[int, str]]:
    return [(point.number, str(point.text("title"))) for point in points(made, sent)]


def test_a_package_lists_its_own_points_in_its_order() -> None:
    assert titles(BASE) == [(1, "Et"), (4, "Fire")]
    assert titles(FIRST, BASE) == [(4, "Nyt fire"), (2, "To")]


def test_a_point_that_was_sent_keeps_its_title_and_purpose_through_every_tillaeg() -> None:
    (point,) = points(SECOND, (BASE, FIRST))
    assert (str(point.text("title")), point.purpose) == ("Et", "til-beslutning")


def test_a_text_left_blank_is_not_written() -> None:
    (point,) = points(SECOND, (BASE, FIRST))
    assert point.text("indstilling") is None


def test_the_whole_meeting_has_every_point_by_number_as_it_was_written_last() -> None:
    every = [(point.number, str(point.text("title"))) for point in all_points(SECOND, (BASE, FIRST))]
    assert every == [(1, "Et"), (2, "To"), (4, "Nyt fire")]
