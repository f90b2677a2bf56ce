from authored import examined, found
from meetings import found as found_in
from meetings import meeting, tillaeg

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


def test_a_point_after_one_with_a_larger_number_is_a_warning() -> None:
    out_of_order = "- {number: 3, title: Tre}\n- {number: 1, title: Et}\n- {number: 2, title: To}"
    assert found_in(meeting(out_of_order)) == [("KD509", "1")]
    (finding,) = examined(
        AGENDA.replace("number: 2", "number: 7").replace("number: 1, title: Et igen", "number: 3")
    )[1]
    assert (finding.severity.value, str(finding.message)) == ("warning", "point 3 stands after point 7")


def test_numbers_that_are_passed_over_are_no_fault() -> None:
    assert found_in(meeting("- {number: 2, title: To}\n- {number: 7, title: Syv}")) == []


def test_a_point_that_is_spoken_of_needs_a_name() -> None:
    said = "- {number: 9, sagsfremstilling: Sagen er ny.}"
    assert found_in(meeting(said)) == [("KD202", "9")]
    assert found_in(meeting("- {number: 9, purpose: til-orientering}")) == [("KD202", "9")]
    assert found_in(meeting("- {number: 9, title: ' ', beslutning: Ja.}")) == [("KD202", "9")]
    assert found_in(meeting("- {number: 9}")) == []
    assert found_in(tillaeg(said), meeting("- {number: 9, title: Ni}")) == []
    assert found_in(tillaeg(said), meeting("- {number: 9, bilag: [{title: A, file: a.pdf}]}")) == []
    assert found_in(tillaeg(said), meeting("- {number: 8, title: Otte}")) == [("KD202", "9")]


def test_two_bilag_with_one_id_are_found() -> None:
    bilag = "  - {number: 1, bilag: [{title: A, id: x, file: a.pdf}, {title: B, id: x, file: b.pdf}]}"
    head, _, _ = AGENDA.partition("  - ")
    assert found(head + bilag) == [("KD208", "x")]


def test_an_id_that_was_sent_goes_with_its_number() -> None:
    base = meeting("- {number: 1, bilag: [{title: A, id: x, file: a.pdf}]}")
    replaced = "- {number: 1, bilag: [{title: B, id: x, file: b.pdf, replaces: 1}]}"
    assert found_in(tillaeg(replaced), base) == []
    another = "- {number: 1, bilag: [{title: B, id: x, file: b.pdf}]}"
    assert found_in(tillaeg(another), base) == [("KD208", "x")]
