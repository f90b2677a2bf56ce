"""What a bilag is called on its pages and on the disk, in a meeting and in a tillæg to it."""

from authored import model

from kdnet_docs.assembly.meeting import meeting_context
from kdnet_docs.meeting.entries import entries
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources

HEAD = "kind: meeting\nid: {id}\ntitle: Møde\ndate: 2022-01-01\n{more}agenda:\n"
TWO_POINTS = """\
  - number: 1
    bilag:
      - {title: "Notat: *ny* lov", file: attachments/a.pdf}
      - {title: Svar, file: attachments/b.pdf}
  - number: 3
    bilag:
      - {title: Plan, file: attachments/c.pdf}
"""
TILLAEG = """\
  - number: 1
    bilag:
      - {title: "Svar, rettet", file: attachments/b2.pdf, replaces: NUMBER}
      - {title: Endnu et notat, file: attachments/d.pdf}
  - number: 3
    bilag:
      - {title: Kort, file: attachments/e.pdf}
"""


def meeting(identity: str, agenda: str, more: str = "") -> Meeting:
    read = model(HEAD.format(id=identity, more=more) + agenda)
    assert isinstance(read, Meeting)
    return read


def called(sources: MeetingSources) -> list[tuple[str, str]]:
    context = meeting_context(sources.meeting, sources.sent, [])
    return [(entry.label, entry.stem) for entry in entries(sources, context)]


def test_bilag_are_stamped_through_and_filed_under_their_points() -> None:
    assert called(MeetingSources(meeting=meeting("2022-01", TWO_POINTS))) == [
        ("Bilag 1", "01-1 Notat - ny lov"),
        ("Bilag 2", "01-2 Svar"),
        ("Bilag 3", "03-1 Plan"),
    ]


def test_or_they_are_stamped_by_point() -> None:
    numbered = meeting("2022-01", TWO_POINTS, "bilag-numbering: per-point\n")
    assert [label for label, _ in called(MeetingSources(meeting=numbered))] == [
        "Bilag 1.1",
        "Bilag 1.2",
        "Bilag 3.1",
    ]


def test_a_tillaeg_goes_on_from_what_was_sent_in_labels_and_in_names() -> None:
    sent = meeting("2022-01", TWO_POINTS)
    more = "supplements: 2022-01\n"
    tillaeg = meeting("2022-01-tillaeg", TILLAEG.replace("NUMBER", "2"), more)
    assert called(MeetingSources(meeting=tillaeg, sent=(sent,))) == [
        ("Bilag 2, erstatter det udsendte", "01-2 Svar, rettet"),
        ("Bilag 4", "01-3 Endnu et notat"),
        ("Bilag 5", "03-2 Kort"),
    ]
    second = meeting("2022-01-tillaeg2", TILLAEG.replace("NUMBER", "4"), more.replace("01", "01-tillaeg"))
    assert called(MeetingSources(meeting=second, sent=(sent, tillaeg))) == [
        ("Bilag 4, erstatter det udsendte", "01-3 Svar, rettet"),
        ("Bilag 6", "01-4 Endnu et notat"),
        ("Bilag 7", "03-3 Kort"),
    ]
