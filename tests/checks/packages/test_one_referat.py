from meetings import meeting, tillaeg

from kdnet_docs.base.diagnostics import is_error
from kdnet_docs.checks.run import examine_meeting
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources

BASE = meeting("""\
- {number: 1, title: Et, beslutning: ' '}
- {number: 2, title: To, beslutning: Godkendt.}
- {number: 3, title: Tre, beslutning: Afvist.}
""")


def made_and_found(made: Meeting, newest: str, *sent: Meeting) -> tuple[list[str], list[tuple[str, str]]]:
    """The id of each document, and the code of each finding with the words it points at."""
    documents, findings = examine_meeting(MeetingSources(meeting=made, sent=sent, newest=newest))
    assert not any(map(is_error, findings))
    found = [(one.code.value, one.span.text if one.span else "") for one in findings]
    return [document.id for document in documents], found


def test_a_meeting_that_a_tillaeg_goes_on_from_makes_no_referat_and_says_where_it_is() -> None:
    assert made_and_found(BASE, "b") == (["meeting-2024-03"], [("KD508", "Godkendt.")])


def test_the_newest_tillaeg_makes_it() -> None:
    last = tillaeg("- {number: 1, beslutning: Udsat.}", name="b")
    assert made_and_found(last, "", BASE) == (["meeting-b", "referat-b"], [])


def test_until_something_is_decided_there_is_nothing_to_say() -> None:
    undecided = meeting("- {number: 1, title: Et}")
    assert made_and_found(undecided, "b") == (["meeting-2024-03"], [])


def test_a_point_is_decided_once() -> None:
    again = tillaeg("- {number: 2, beslutning: Udsat.}", name="b")
    _, findings = examine_meeting(MeetingSources(meeting=again, sent=(BASE,)))
    (found,) = findings
    assert (found.code.value, found.span and found.span.text) == ("KD511", "Udsat.")
    assert [label.span.text for label in found.labels] == ["Godkendt."]
