"""What somebody left in the folder of a package is kept beside it when the folder is replaced."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.files import remove
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.record import Record, digest_of

_ASIDE = MappingProxyType({"da": "gemt", "en": "kept"})
_SYSTEMS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_LOCK_OF_WORD = 162
"""Bytes of the file in which Word notes who has a document open."""


def is_a_programs(name: str, size: int) -> bool:
    """Whether a file is one that Windows, macOS or Word leaves beside what it shows, and nothing else."""
    file = PurePosixPath(name).name
    is_lock = file.startswith("~$") and file.endswith(".docx") and size == _LOCK_OF_WORD
    return file.lower() in _SYSTEMS or is_lock


def is_nobodys(name: str) -> bool:
    """Whether a file is called as those are that programs leave: not worth keeping, whatever it holds."""
    file = PurePosixPath(name).name.lower()
    return file in _SYSTEMS or file.startswith(("._", "~$", ".~lock."))


def files_below(folder: Path) -> Iterator[str]:
    """Every file and link below a folder, as its path from there; links are not followed."""
    for place, folders, names in sorted(os.walk(folder)):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield (Path(place) / name).relative_to(folder).as_posix()


def of_somebody(files: Mapping[str, Path], record: Record) -> Mapping[str, Path]:
    """Those of the files, by the names that the record has for them, that somebody made or changed."""
    return {
        name: file for name, file in files.items() if not is_nobodys(name) and _is_foreign(file, name, record)
    }


def _is_foreign(file: Path, name: str, record: Record) -> bool:
    return file.is_symlink() or (file.is_file() and not record.knows(name, digest_of(file)))


def place_beside(folder: Path, language: str) -> Path:
    """Where the files of a folder are kept: "meeting-2021-09 (gemt)"."""
    return folder.with_name(f"{folder.name} ({_ASIDE[language]})")


@contextmanager
def aside(place: Path) -> Iterator["Aside"]:
    """What is kept in `place`; if the body fails, nothing is."""
    was_there = place.exists()
    kept = Aside(place=place)
    try:
        yield kept
    except BaseException:
        for copy in kept.copied:
            copy.unlink(missing_ok=True)
        if not was_there:
            remove(place)
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Files of somebody's that are kept in a place, with a warning for each."""

    place: Path
    warnings: list[Diagnostic] = field(default_factory=list)
    copied: list[Path] = field(default_factory=list)

    def keep(self, files: Mapping[str, Path]) -> None:
        """Keeps these files, by the names they are to have; never over another file."""
        for name, file in files.items():
            self.warnings.append(_warning(name, _keep(file, self.place / name, self.copied)))


def _keep(file: Path, wanted: Path, copied: list[Path]) -> Path:
    """The file's copy: one that is there already and says the same, or a new one, noted in `copied`."""
    for number in count(1):
        copy = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        if not os.path.lexists(copy):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copied.append(copy)
            _copy(file, copy)
            return copy
        if _says_the_same(file, copy):
            return copy
    raise AssertionError("counting never ends")


def _says_the_same(file: Path, copy: Path) -> bool:
    digest = digest_of(file)
    return not (file.is_symlink() or copy.is_symlink()) and digest is not None and digest_of(copy) == digest


def _copy(file: Path, copy: Path) -> None:
    """A second name for the file where the disk can do that, since it may be large; or else a copy."""
    try:
        if not file.is_symlink():
            copy.hardlink_to(file)
            return
    except OSError:
        pass
    shutil.copy2(file, copy, follow_symlinks=False)


def _warning(name: str, copy: Path) -> Diagnostic:
    return Diagnostic(
        code=Code.SET_ASIDE,
        message=msg(
            '"{name}" was put there or changed since kdnet last wrote there, and is kept here', name=name
        ),
        span=Span(Source(str(copy.absolute()), ""), 0, 0),
        hint=msg("what is to last belongs in the sources; the file may be deleted"),
    )
