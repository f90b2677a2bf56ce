"""Files and folders written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

_NEW, _OLD = ".kdnet-new.", ".kdnet-old."
"""How what is not finished or no longer needed is called, and what is not looked through yet."""

Look: TypeAlias = Callable[[Path, Path], None]
"""Is shown a place, and where what was in it lies now that something else is there; then that is removed."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Writes beside the files and renames over them, so that nobody ever sees half of one or of the lot.

    Raises OSError, and then leaves what was there as it was; only a disk that fails between two
    renames, when everything is written, could leave some files new and some old.
    """
    with _written(files) as written:
        for path, temporary in written.items():
            temporary.replace(path)


def write_files(files: Mapping[Path, bytes], look: Look) -> None:
    """The same, where somebody may have changed a file: all that is replaced is looked through first.

    It is renamed away before that, so that nothing can be saved in it unseen. Raises OSError, and what
    `look` raises, and then puts back what was there.
    """
    for path in files:
        _settle(path, look)
    with _written(files) as written:
        _exchange(written, look)


def write_folder(folder: Path, files: Mapping[str, bytes], look: Look) -> None:
    """Puts a folder with these files, and no others, in the place of `folder`.

    It is written beside the old one, which is then renamed away and looked through. Raises OSError, and
    what `look` raises, and then puts the old one back; what a process that is killed leaves behind,
    `tidy` puts right, or the next that writes the folder.
    """
    # A link to a folder stays a link: what it leads to is replaced, on the disk where it lies.
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    tidy(folder.parent)
    _settle(folder, look)
    new = folder.with_name(_NEW + folder.name)
    try:
        new.mkdir()
        for name, data in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            _beside(new / name, data).rename(new / name)
        _exchange({folder: new}, look)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


@contextmanager
def _written(files: Mapping[Path, bytes]) -> Iterator[Mapping[Path, Path]]:
    """The files under other names beside their places, which may be replaced; none is left if that fails."""
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written[path] = _beside(path, data)
        for path in files:
            _may_be_replaced(path)
        yield written
    except BaseException:
        for temporary in written.values():
            with suppress(OSError):
                temporary.unlink()
        raise


def _exchange(written: Mapping[Path, Path], look: Look) -> None:
    """Puts everything in its place and has what was there looked through; if that fails, puts it back."""
    swapped: list[Path] = []
    try:
        for path, new in written.items():
            swapped.append(path)
            if os.path.lexists(path):
                _rename(path, _old(path))
            new.rename(path)
        for path in swapped:
            if os.path.lexists(_old(path)):
                look(path, _old(path))
    except BaseException:
        for path in reversed(swapped):
            _put_back(path, written[path])
        raise
    for path in swapped:
        _discard(path)


def _rename(path: Path, old: Path) -> None:
    try:
        path.rename(old)
    except OSError as error:
        # Windows does not rename a folder in which a file is open; people know it by its own name.
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _put_back(path: Path, new: Path) -> None:
    """Undoes a swap, as far as it came."""
    if not os.path.lexists(new):
        path.rename(new)
    if os.path.lexists(_old(path)):
        _old(path).rename(path)


def _settle(path: Path, look: Look) -> None:
    """Looks through what a process that was killed had put something else in the place of."""
    if os.path.lexists(_old(path)):
        look(path, _old(path))
        _discard(path)


def _discard(path: Path) -> None:
    """Removes what was in a place and is looked through; what will not go bears another name from then on."""
    rest = path.with_name(f"{_NEW}{path.name}")
    if os.path.lexists(_old(path)):
        with suppress(OSError):
            _old(path).rename(rest)
        remove(rest)


def _old(path: Path) -> Path:
    return path.with_name(_OLD + path.name)


def tidy(out: Path) -> None:
    """Puts right what a killed process left in `out`: what was renamed away comes back to its place.

    Where something new is there already, it stays until that is written again, to be looked through.
    Nobody else may be writing there.
    """
    for left in sorted(out.glob(f"{_OLD}*")):
        place = out / left.name.removeprefix(_OLD)
        if not os.path.lexists(place):
            left.rename(place)
    for left in sorted(out.glob(f"{_NEW}*")):
        remove(left)


def remove(path: Path) -> None:
    """Removes a file, or a folder with all that is in it; one that will not go is left."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _beside(path: Path, data: bytes) -> Path:
    """A file in the same folder with what `path` is to hold, safe on the disk."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{_NEW}{path.name[:40]}.")
    except OSError as error:
        # People know the file by its own name.
        raise type(error)(error.errno, error.strerror, str(path)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner can read; a package is meant to be passed on.
        temporary.chmod(0o644)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _may_be_replaced(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.is_file():
        # Where an open file cannot be replaced (Word on Windows), opening it to write fails alike.
        with path.open("r+b"):
            pass
