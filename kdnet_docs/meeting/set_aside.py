"""What somebody left in the folder of a package is moved beside it before the folder is replaced."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
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
_NOBODYS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def is_nobodys(name: str) -> bool:
    """Whether a file is one that Windows, macOS, Word or LibreOffice puts beside what it shows."""
    file = PurePosixPath(name).name.lower()
    return file in _NOBODYS or file.startswith(("._", "~$", ".~lock."))


def files_below(folder: Path) -> Iterator[str]:
    """Every file and link below a folder, as its path from there; links are not followed."""
    for place, folders, names in sorted(os.walk(folder)):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield (Path(place) / name).relative_to(folder).as_posix()


def of_somebody(out: Path, names: Iterable[str], records: Collection[Record]) -> tuple[str, ...]:
    """Those of the files in `out` that somebody made or changed: that are not as any record has them."""
    return tuple(name for name in names if not is_nobodys(name) and _is_foreign(out / name, name, records))


def _is_foreign(file: Path, name: str, records: Collection[Record]) -> bool:
    if file.is_symlink():
        return True
    return file.is_file() and digest_of(file) not in {record.files.get(name) for record in records}


def place_beside(folder: Path, language: str) -> Path:
    """Where the files of a folder are kept: "meeting-2021-09 (gemt)"."""
    return folder.with_name(f"{folder.name} ({_ASIDE[language]})")


@contextmanager
def set_aside(folder: Path, names: Iterable[str], place: Path) -> Iterator[tuple[Diagnostic, ...]]:
    """Keeps these files of a folder in `place` as well, with a warning for each; never over another file.

    They are still in the folder when the body begins. If it fails they are left there alone.
    """
    copied: list[Path] = []
    was_there = place.exists()
    try:
        kept = {name: _keep(folder / name, place / name, copied) for name in names}
        yield tuple(_warning(name, copy) for name, copy in kept.items())
    except BaseException:
        for copy in copied:
            copy.unlink(missing_ok=True)
        if not was_there:
            remove(place)
        raise


def _keep(file: Path, wanted: Path, copied: list[Path]) -> Path:
    """The file's copy: one that is there already and says the same, or a new one, noted in `copied`."""
    for number in count(1):
        copy = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        if not os.path.lexists(copy):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copied.append(copy)
            _copy(file, copy)
            return copy
        if not file.is_symlink() and not copy.is_symlink() and digest_of(copy) == digest_of(file):
            return copy
    raise AssertionError("counting never ends")


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
        message=msg('"{name}" was put there or changed after the last build, and is kept here', name=name),
        span=Span(Source(str(copy.absolute()), ""), 0, 0),
        hint=msg("what is to last belongs in the sources; the file may be deleted"),
    )
