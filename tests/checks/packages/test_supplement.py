from meetings import found, meeting, tillaeg

from kdnet_docs.checks.run import examine_meeting
from kdnet_docs.sources.bilag import MeetingSources

BASE = meeting("""\
- {number: 1, title: Et, bilag: [{title: A, file: a.pdf}, {title: B, file: b.pdf}]}
- {number: 2, title: To, bilag: [{title: C, file: c.pdf}]}
""")


def test_a_bilag_that_was_sent_for_the_point_can_be_replaced() -> None:
    assert found(tillaeg("- {number: 1, bilag: [{title: N, file: n.pdf, replaces: 2}]}"), BASE) == []


def test_what_was_not_sent_cannot_be_replaced() -> None:
    assert found(tillaeg("- {number: 1, bilag: [{title: N, file: n.pdf, replaces: 4}]}"), BASE) == [
        ("KD406", "4")
    ]
    bare = meeting("- {number: 1, title: Et}")
    assert found(tillaeg("- {number: 1, bilag: [{title: N, file: n.pdf, replaces: 1}]}"), bare) == [
        ("KD406", "1")
    ]


def test_a_bilag_of_another_point_cannot_be_replaced() -> None:
    assert found(tillaeg("- {number: 1, bilag: [{title: N, file: n.pdf, replaces: 3}]}"), BASE) == [
        ("KD406", "3")
    ]


def test_a_bilag_is_replaced_once() -> None:
    twice = "[{title: N, file: n.pdf, replaces: 2}, {title: M, file: m.pdf, replaces: '2'}]"
    assert found(tillaeg(f"- {{number: 1, bilag: {twice}}}"), BASE) == [("KD406", "'2'")]


def test_what_the_first_tillaeg_sent_the_second_can_replace() -> None:
    first = tillaeg("- {number: 1, bilag: [{title: N, file: n.pdf}]}")
    second = tillaeg("- {number: 1, bilag: [{title: M, file: m.pdf, replaces: 4}]}", to="a", name="b")
    assert found(second, BASE, first) == []
    assert found(second, BASE) == [("KD406", "4")]


def test_only_a_tillaeg_replaces_and_it_numbers_as_the_meeting_does() -> None:
    assert found(meeting("- {number: 1, bilag: [{title: N, file: n.pdf, replaces: 1}]}")) == [("KD212", "1")]
    assert found(tillaeg("- {number: 1}", "bilag-numbering: per-point\n"), BASE) == [("KD212", "per-point")]


def test_two_tillaeg_to_one_package_would_send_a_bilag_with_one_number_twice() -> None:
    first, second = tillaeg("- {number: 1}", name="a"), tillaeg("- {number: 1}", name="b")
    sources = MeetingSources(meeting=second, sent=(BASE,), rivals={"b": first})
    (finding,) = examine_meeting(sources)[1]
    assert (finding.code.value, str(finding.message)) == ("KD405", "2024-03 has the tillæg a already")
    assert str(finding.hint) == 'write "supplements: a"'
    assert finding.span == second.span_of("supplements")
    assert [label.span for label in finding.labels] == [first.span_of("supplements")]


def test_the_mistake_of_a_tillaeg_is_told_of_in_those_that_go_on_from_it() -> None:
    first, second = tillaeg("- {number: 1}", name="a"), tillaeg("- {number: 1}", name="b")
    third = tillaeg("- {number: 1}", to="b", name="c")
    sources = MeetingSources(meeting=third, sent=(BASE, second), rivals={"b": first})
    assert [one.span for one in examine_meeting(sources)[1]] == [second.span_of("supplements")]


def test_a_tillaeg_dated_before_what_it_goes_on_from_is_a_warning() -> None:
    later = meeting("- {number: 1, title: Et}", name="2024-04")
    later = later.model_copy(update={"date": later.date.replace(day=16)})
    assert found(tillaeg("- {number: 1}"), later) == [("KD510", "2024-03-15")]
    assert found(tillaeg("- {number: 1}"), BASE) == []
    (finding,) = examine_meeting(MeetingSources(meeting=tillaeg("- {number: 1}"), sent=(later,)))[1]
    assert finding.severity.value == "warning"
