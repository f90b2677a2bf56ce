"""The version before a version."""

from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.project import Project


def earlier_version(project: Project, model: Contract | StatusTable) -> Contract | StatusTable | None:
    """The newest of a document's versions that are older than this one; None where none can be read."""
    versions = (name.partition("@") for name in project.references())
    older = [version for identity, _, version in versions if identity == model.id and version < model.version]
    found = project.read(f"{model.id}@{max(older)}") if older else None
    return found if isinstance(found, Contract | StatusTable) else None
