from meetings import found, meeting, tillaeg

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
