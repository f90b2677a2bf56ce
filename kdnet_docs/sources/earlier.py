"""The version before a version."""

from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.project import Project


def earlier_version(project: Project, model: Contract | StatusTable) -> Contract | StatusTable | None:
    """The newest of a document's versions that are older than this one; None where it cannot be read."""
    older = project.earlier(f"{model.id}@{model.version}")
    found = project.read(older[-1]) if older else None
    return found if isinstance(found, Contract | StatusTable) else None
