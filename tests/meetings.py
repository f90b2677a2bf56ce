"""Meetings for tests, written as an author writes them: a dagsorden, a tillæg to it, and what they say."""

from textwrap import indent

from authored import model

from kdnet_docs.checks.run import examine_meeting
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources, Written


def meeting(agenda: str, head: str = "", *, name: str = "2024-03") -> Meeting:
    """A meeting with these points, and perhaps more keys at its top."""
    title = "title: Møde i havneudvalget\n" if "title:" not in head else ""
    top = f"kind: meeting\nid: {name}\n{title}date: 2024-03-15\norganisation: Havneudvalget\n"
    made = model(f"{top}{head}agenda:\n{indent(agenda, '  ')}\n")
    assert isinstance(made, Meeting)
    return made


def tillaeg(agenda: str, head: str = "", *, to: str = "2024-03", name: str = "2024-03-tillaeg") -> Meeting:
    return meeting(agenda, f"supplements: {to}\ntitle: Tillægsdagsorden\n{head}", name=name)


def documents(made: Meeting, *sent: Meeting) -> tuple[Document, ...]:
    """The documents of a meeting in which nothing is wrong."""
    written, findings = examine_meeting(MeetingSources(meeting=made, sent=sent))
    assert [(found.code.value, str(found.message)) for found in findings] == []
    return written


def found(made: Meeting, *sent: Meeting, bilag: tuple[Written, ...] = ()) -> list[tuple[str, str]]:
    """The code of each finding, and the words of the source it points at."""
    known = {f"{one.id}@{one.version}": one for one in bilag}
    sources = MeetingSources(meeting=made, sent=sent, documents=known)
    return [(one.code.value, one.span.text if one.span else "") for one in examine_meeting(sources)[1]]
