from authored import examined, found

AGENDA = """\
kind: meeting
id: 2024-03
title: Møde
date: 2024-03-15
agenda:
  - {number: 1, title: Et}
  - {number: 2, title: To}
  - {number: 1, title: Et igen}
"""


def test_two_points_with_one_number_are_found() -> None:
    assert found(AGENDA) == [("KD208", "1")]
    (finding,) = examined(AGENDA)[1]
    assert finding.span is not None
    assert (finding.span.line, finding.labels[0].span.line) == (8, 6)


def test_points_with_numbers_of_their_own_may_stand_in_any_order() -> None:
    assert found(AGENDA.replace("number: 1, title: Et igen", "number: 0, title: Nul")) == []


def test_two_bilag_with_one_id_are_found() -> None:
    bilag = "  - {number: 1, bilag: [{title: A, id: x, file: a.pdf}, {title: B, id: x, file: b.pdf}]}"
    head, _, _ = AGENDA.partition("  - ")
    assert found(head + bilag) == [("KD208", "x")]
