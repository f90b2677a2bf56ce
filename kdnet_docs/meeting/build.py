"""Builds a package on disk, and only when something it is made from has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import write_all
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.keys import build_key, engine_key
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.progress import Progress, Step
from kdnet_docs.meeting.record import place_of, read_record, record_of
from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, and where; `findings` are warnings, none where nothing had changed."""

    name: str
    files: tuple[Path, ...]
    unchanged: bool
    findings: tuple[Diagnostic, ...]


def _silent(_step: Step) -> None:
    """For who does not want to be told."""


def build(  # noqa: PLR0913 - each is a thing of its own
    project: Project,
    name: str,
    out: Path,
    formats: tuple[str, ...],
    engine: PdfEngine,
    *,
    progress: Progress = _silent,
) -> Built | Refused:
    """Builds a meeting into `out/meeting-ID` or a document into `out`, all of it or nothing.

    What an earlier build under this name left, and this one does not make, is removed if nobody has
    touched it since. Raises OSError where the files cannot be written.
    """
    name = project.called(name)
    place = place_of(name, out)
    with_engine = engine_key(project, engine)
    before, key = read_record(place), build_key(project, name, formats, with_engine, "")
    as_left = before.as_left(out)
    # Of LibreOffice and the fonts it prints with the key knows nothing.
    if engine != "libreoffice" and before.key == key and len(as_left) == len(before.files):
        return Built(name=name, files=as_left, unchanged=True, findings=())
    kept = Kept(out / ".kdnet" / "kept", with_engine)
    made = _make(project, name, formats, engine, kept=kept, progress=progress)
    if isinstance(made, Refused):
        return made
    contents, findings = made
    files = {out / file_name: file.content for file_name, file in contents.items()}
    write_all(files)
    for stale in set(as_left) - files.keys():
        stale.unlink()
    write_all(
        {place: record_of(key, {file_name: file.content for file_name, file in contents.items()}).to_json()}
    )
    return Built(name=name, files=tuple(files), unchanged=False, findings=findings)


def _make(  # noqa: PLR0913 - each is a thing of its own
    project: Project,
    name: str,
    formats: tuple[str, ...],
    engine: PdfEngine,
    *,
    kept: Kept,
    progress: Progress,
) -> tuple[Mapping[str, MadeFile], tuple[Diagnostic, ...]] | Refused:
    # Reading and writing documents loads the heavy libraries; finding that nothing changed does not.
    from kdnet_docs.meeting.package import plan, write

    package = plan(project, name)
    if isinstance(package, Refused):
        return package
    files = write(package, project, formats, engine, kept=kept, progress=progress)
    return files if isinstance(files, Refused) else (files, package.findings)
