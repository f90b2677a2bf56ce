"""Somebody else's file, read from the project with care."""

import re
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.base.suggest import nearest
from kdnet_docs.sources.project import SOURCES, Project

MAX_BYTES = 100_000_000
"""More than most mail systems and ESDH systems take; a larger file is a film or a mistake."""

_FOLDER = f"{SOURCES}/attachments"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|www\.", re.IGNORECASE)  # of one letter it is a drive of Windows
_NEAR = 75.0  # per cent; names of files have few letters, and sound alike soon
_FILES_LOOKED_AT = 5_000  # for what was meant


def read_attachment(project: Project, name: str, span: Span) -> bytes | Refused:
    """The content of a file, named by its path below the folder of the sources; `span` is the name's.

    No path leads out of that folder, and the name is the same on every machine: upper and lower case
    count, how "å" is encoded does not.
    """
    folder = project.root / SOURCES
    parts = PurePosixPath(name).parts
    if _ADDRESS.match(name):
        return _refused(
            Code.ATTACHMENT_PLACE,
            span,
            msg('"{name}" is an address on the web, and not a file', name=name),
            msg("fetch the file, put it in {folder}, and write: file: attachments/NAME", folder=_FOLDER),
        )
    if "\\" in name:
        return _misplaced(span, msg('write the path with "/" and not with "\\"'))
    if not parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or ".." in parts:
        return _misplaced(span, None)
    path = folder
    for part in parts:
        found = _called(path, part)
        if found is None:
            return _missing(folder, name, span)
        path /= found
    there = path.relative_to(folder).as_posix()
    if not _is_same(there, PurePosixPath(name).as_posix()):
        return _other_case(name, there, span)
    if folder.resolve() not in path.resolve().parents:
        return _misplaced(span, msg("put the file itself there, not a link to it"))
    return _read(path, name, span)


def _called(folder: Path, part: str) -> str | None:
    """How a file or folder is called on the disk: as it is written, or nearly."""
    try:
        there = sorted(path.name for path in folder.iterdir())
    except OSError:
        return None
    if part in there:
        return part
    same = next((name for name in there if _is_same(name, part)), None)
    return same or next((name for name in there if _folded(name) == _folded(part)), None)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are written alike; macOS and Linux encode "å" each in its own way."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _read(path: Path, name: str, span: Span) -> bytes | Refused:
    try:
        if not path.is_file():  # a folder, or a pipe, which may never end
            return _refused(Code.ATTACHMENT_MISSING, span, msg('"{name}" is not a file', name=name))
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _refused(
                Code.ATTACHMENT_TOO_LARGE,
                span,
                msg('"{name}" takes up {size} MB; the most is 100 MB', name=name, size=size // 1_000_000),
                msg("save it smaller, with fewer or smaller pictures, or send it beside the package"),
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return _refused(
            Code.ATTACHMENT_MISSING, span, msg("{name} cannot be read: {reason}", name=name, reason=reason)
        )


def _missing(folder: Path, name: str, span: Span) -> Refused:
    """What may be meant: a file of that name in another folder, or one that is called nearly so."""
    path = PurePosixPath(name)
    files = _files(folder / path.parts[0]) or _files(folder / "attachments")
    there = [PurePosixPath(file.relative_to(folder).as_posix()) for file in files]
    meant = next((file for file in there if file.name == path.name), None) or _nearest(path, there)
    return _refused(
        Code.ATTACHMENT_MISSING,
        span,
        msg('there is no file "{name}"', name=name),
        msg('did you mean "{name}"?', name=meant) if meant else msg("put it in {folder}", folder=_FOLDER),
    )


def _nearest(path: PurePosixPath, there: list[PurePosixPath]) -> PurePosixPath | None:
    """The file that is called most like `path`; the suffix, which many share, makes none of them like it."""
    stem = nearest(path.stem, [file.stem for file in there], at_least=_NEAR)
    alike = [file for file in there if file.stem == stem]
    return next((file for file in alike if file.suffix == path.suffix), next(iter(alike), None))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in sorted(folder.rglob("*"))[:_FILES_LOOKED_AT] if path.is_file()]


def _other_case(name: str, found: str, span: Span) -> Refused:
    return _refused(
        Code.ATTACHMENT_MISSING,
        span,
        msg('there is no file "{name}"', name=name),
        msg('it is called "{name}"; upper and lower case count', name=found),
    )


def _misplaced(span: Span, hint: Message | None) -> Refused:
    return _refused(
        Code.ATTACHMENT_PLACE,
        span,
        msg("the file must lie in the folder {folder}", folder=SOURCES),
        hint or msg("copy it to {folder}, and write: file: attachments/NAME", folder=_FOLDER),
    )


def _refused(code: Code, span: Span, message: Message, hint: Message | None = None) -> Refused:
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))
