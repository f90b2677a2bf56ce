"""A package that was built here: where it lies, and which of its sources have changed since."""

from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.manifest import Manifest
from kdnet_docs.meeting.record import digest_of, is_within, place_of, read_record
from kdnet_docs.sources.project import Project


def built_folder(project: Project, name: str, out: Path) -> Path | Refused:
    """The folder of a meeting's package in `out`, or that there is none."""
    name = project.called(name)
    found = project.path_of(name)
    if isinstance(found, Refused):
        return found
    record = read_record(place_of(name, out), lambda _source: None)
    folder = out / (record.folder or f"meeting-{name}")
    if folder.is_dir():
        return folder
    if name in project.references():
        message = msg('"{name}" is a document; only the package of a meeting has a manifest', name=name)
        hint = msg("build it again: what is unchanged is not made anew")
    else:
        message = msg('"{name}" has not been built here', name=name)
        hint = msg("build it first: `kdnet build {name}`", name=name)
    return Refused((Diagnostic(code=Code.NO_MANIFEST, message=message, hint=hint),))


def changed_since(project: Project, manifest: Manifest) -> tuple[str, ...]:
    """The sources and templates that are not as they were when the package was made, by their paths."""
    return tuple(
        source.path
        for source in (*manifest.sources, *manifest.templates)
        if is_within(source.path) and digest_of(project.root / source.path) != source.sha256
    )
