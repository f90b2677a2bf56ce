"""A package that was built here: where it lies, and which of its sources have changed since."""

from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.audiences import for_audience
from kdnet_docs.meeting.describe import seen
from kdnet_docs.meeting.engines import AUDIENCES, Audience
from kdnet_docs.meeting.manifest import Manifest
from kdnet_docs.meeting.record import is_within, place_of, read_record
from kdnet_docs.sources.project import Project


def built_folders(project: Project, name: str, out: Path) -> tuple[Path, ...] | Refused:
    """The folders of a meeting's packages in `out`, the open and the closed one by themselves."""
    name = project.called(name)
    found = project.path_of(name)
    if isinstance(found, Refused):
        return found
    left = (path for audience in (None, *AUDIENCES) for path in left_by_builds(name, audience, out))
    there = tuple(path for path in left if path.is_dir())
    if there:
        return there
    if name in project.references():
        message = msg('"{name}" is a document; only the package of a meeting has a manifest', name=name)
        hint = msg("build it again: what is unchanged is not made anew")
    else:
        message = msg('"{name}" has not been built here', name=name)
        hint = msg("build it first: `kdnet build {name}`", name=name)
    return Refused((Diagnostic(code=Code.NO_MANIFEST, message=message, hint=hint),))


def left_by_builds(name: str, audience: Audience | None, out: Path) -> tuple[Path, ...]:
    """What builds for these readers left in `out`: the folder of a meeting, or the files of a document."""
    ending = f"-{audience}" if audience else ""
    record = read_record(place_of(f"{name}{ending}", out), lambda _source: None)
    files = () if record.folder else record.files
    paths = (out / (record.folder or f"meeting-{name}{ending}"), *(out / file for file in files))
    return tuple(path for path in paths if path.exists())


def changed_since(project: Project, manifest: Manifest) -> tuple[str, ...]:
    """The sources and templates that are not as they were when the package was made, by their paths."""
    there = for_audience(project, manifest.package.audience)
    return tuple(
        source.path
        for source in (*manifest.sources, *manifest.templates)
        if is_within(source.path) and _digest(there, source.path) != source.sha256
    )


def _digest(project: Project, path: str) -> str | None:
    """The digest of a file as the project sees it; None where it is not there."""
    try:
        return sha256(seen(project, path, (project.root / path).read_bytes())).hexdigest()
    except (OSError, ValueError):
        return None
