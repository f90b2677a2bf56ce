"""Builds a package on disk, and only when something it is made from has changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from stat import S_ISREG
from typing import TYPE_CHECKING

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import tidy, write_all, write_files, write_folder
from kdnet_docs.base.lock import locked
from kdnet_docs.base.messages import msg
from kdnet_docs.base.progress import Progress, Waiting, silent
from kdnet_docs.meeting.engines import Audience, PdfEngine, Wish
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.keys import build_key, engine_key, program_key
from kdnet_docs.meeting.provenance import checked_out
from kdnet_docs.meeting.record import Record, Summary, digests, kept_keys, place_of, read_record
from kdnet_docs.meeting.set_aside import aside, files_below, is_a_programs, of_somebody, place_beside
from kdnet_docs.sources.project import SOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from kdnet_docs.base.spans import Source
    from kdnet_docs.meeting.delivery import Delivery
    from kdnet_docs.meeting.provenance import CheckedOut
    from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, and where; `findings` are warnings, told again where nothing had changed."""

    name: str
    folder: Path | None
    """The folder of a meeting; a document alone has none."""
    files: tuple[Path, ...]
    summary: Summary
    unchanged: bool
    findings: tuple[Diagnostic, ...]
    audience: Audience | None = None
    """Who it is for, where something in it is closed."""


def build(  # noqa: PLR0913 - each is a thing of its own
    project: Project,
    name: str,
    out: Path,
    formats: tuple[str, ...],
    engine: PdfEngine,
    *,
    audience: Audience | None = None,
    progress: Progress = silent,
) -> Built | Refused:
    """Builds a meeting into `out/meeting-ID` or a document into `out`, all of it or nothing.

    With an `audience` it is called after that as well, and what is closed is in none of the open files.

    A meeting's folder is swapped in whole. What somebody changed or added there is set aside, with a
    warning; what an earlier build under this name left, and this one does not make, is removed if
    nobody has touched it since. Two builds into one folder wait for one another. Raises OSError where
    the files cannot be written.
    """
    wish = Wish(name=project.called(name), formats=formats, engine=engine, audience=audience)
    with locked(out / ".kdnet" / "lock", lambda: progress(Waiting())):
        tidy(out)
        return _build(project, wish, out, progress)


def _build(project: Project, wish: Wish, out: Path, progress: Progress) -> Built | Refused:
    def read(source: str) -> Source | None:
        loaded = project.load(project.root / source)
        return None if isinstance(loaded, Refused) else loaded

    commit, with_engine = _commit(project), engine_key(project, wish.engine)
    place = place_of(wish.place, out)
    before, key = read_record(place, read), build_key(project, wish, with_engine, commit)
    # Of LibreOffice and the fonts it prints with the key knows nothing.
    if wish.engine != "libreoffice" and before.key == key and _is_as_left(out, before):
        return _built(wish, out, before, before.findings, unchanged=True)

    # Reading and writing documents loads the heavy libraries; finding that nothing changed does not.
    from kdnet_docs.meeting.delivery import deliver

    kept = Kept(out / ".kdnet" / "kept", program_key())
    delivery = deliver(project, wish, commit, kept, progress)
    if isinstance(delivery, Refused):
        return delivery
    if build_key(project, wish, with_engine, _commit(project)) != key:
        return _changed_meanwhile()
    record = _record(key, delivery, kept)
    begun = record.begun(before)
    write_all({place: begun.to_json()})
    warnings = _put(out, delivery, begun)
    _remove_stale(out, begun)
    write_all({place: record.to_json()})
    kept.forget_all_but(kept_keys(out, read))
    return _built(wish, out, record, (*record.findings, *warnings), unchanged=False)


def _is_as_left(out: Path, record: Record) -> bool:
    """Whether everything is as the last build left it, and nobody has put anything beside it."""
    folder = out / record.folder
    there = files_below(folder) if record.folder else ()
    added = (name for name in there if f"{record.folder}/{name}" not in record.files)
    # As verifying has it: what it would tell of is gone after a build.
    return record.is_as_left(out) and all(_is_a_programs(folder / name) for name in added)


def _is_a_programs(file: Path) -> bool:
    status = file.lstat()
    return S_ISREG(status.st_mode) and is_a_programs(file.name, status.st_size)


def _commit(project: Project) -> CheckedOut | None:
    return checked_out(project.history, (SOURCES, project.templates.name), project.commit)


def _record(key: str, delivery: Delivery, kept: Kept) -> Record:
    return Record(
        key=key,
        folder=delivery.folder,
        files=digests(delivery.files),
        kept=tuple(kept.used),
        summary=delivery.summary,
        findings=delivery.findings,
    )


def _built(
    wish: Wish, out: Path, record: Record, findings: tuple[Diagnostic, ...], *, unchanged: bool
) -> Built:
    return Built(
        name=wish.name,
        folder=out / record.folder if record.folder else None,
        files=tuple(out / name for name in record.files),
        summary=record.summary,
        unchanged=unchanged,
        findings=findings,
        audience=wish.audience,
    )


def _put(out: Path, delivery: Delivery, begun: Record) -> tuple[Diagnostic, ...]:
    """Writes the delivery; gives a warning for each file that was in its place and that no build left."""
    files, folder = delivery.files, delivery.folder
    inside = f"{folder}/" if folder else ""
    place = place_beside(out / (folder or PurePath(next(iter(files))).stem), delivery.language)
    with aside(place) as kept:

        def look(where: Path, old: Path) -> None:
            names = {name: old / name for name in files_below(old)} if folder else {where.name: old}
            found = of_somebody({f"{inside}{name}": file for name, file in names.items()}, begun)
            kept.keep({name.removeprefix(inside): file for name, file in found.items()})

        if folder:
            contents = {name.removeprefix(inside): content for name, content in files.items()}
            write_folder(out / folder, contents, look)
        else:
            write_files({out / name: content for name, content in files.items()}, look)
    return tuple(kept.warnings)


def _remove_stale(out: Path, begun: Record) -> None:
    """Removes what earlier builds left and this one did not make, with the folder that it leaves empty."""
    for path in begun.left_earlier(out):
        path.unlink(missing_ok=True)
        if path.parent != out:
            with suppress(OSError):
                path.parent.rmdir()


def _changed_meanwhile() -> Refused:
    message = msg("a source or template was changed while the files were being made")
    return Refused((Diagnostic(code=Code.OUTPUT, message=message, hint=msg("build again")),))
