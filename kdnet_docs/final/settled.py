"""What must be settled before a document is adopted: all that checks and proofreading find but notes."""

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic, heard
from kdnet_docs.meeting.check import inspect, look_through
from kdnet_docs.model.life import LIFE
from kdnet_docs.sources.bilag import Written
from kdnet_docs.sources.project import Project


def to_be_settled(model: Written, project: Project) -> tuple[Diagnostic, ...]:
    """The errors and warnings that nobody has silenced.

    Nobody proofreads what is signed: its words cannot be changed any more, and its file can be made again,
    from the commit that adopted it, with a program that finds more than the one of that time.
    """
    look = inspect if _is_signed(model, project) else look_through
    _, found = look(model, project)
    return tuple(one for one in heard(found) if one.severity is not Severity.NOTE)


def _is_signed(model: Written, project: Project) -> bool:
    """Whether the document is signed, or has been since the state in git that the project is."""
    now = Project(project.history).read(f"{model.id}@{model.version}") if project.state else model
    return isinstance(now, Written) and not LIFE[now.status].may_become
