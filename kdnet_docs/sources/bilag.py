"""Which sources are read together: a meeting, and the documents that are its bilag."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Span
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import Authored


def with_bilag(project: Project, names: Sequence[str]) -> Iterator[Authored | Refused]:
    """The sources of these names, each once, and after a meeting its bilag in the agenda's order.

    A bilag that does not exist is refused where each meeting first names it.
    """
    known = frozenset(project.references())
    given: set[str] = set()
    for name in dict.fromkeys(map(project.called, names)):
        if name in given:
            continue
        given.add(name)
        yield (model := project.read(name))
        if isinstance(model, Meeting):
            for reference, span in _bilag(model).items():
                if reference not in given & known:
                    given.add(reference)
                    yield project.read(reference, span)


def _bilag(meeting: Meeting) -> dict[str, Span]:
    """Each document of the meeting once, in the order of the agenda, with where it is first named."""
    bilag: dict[str, Span] = {}
    for item in meeting.agenda:
        for entry in item.bilag:
            bilag.setdefault(entry.document, entry.span_of("document"))
    return bilag
