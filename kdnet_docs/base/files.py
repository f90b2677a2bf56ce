"""Files and folders written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_NEW, _OLD = ".kdnet-new.", ".kdnet-old."
"""How what is not finished, and what is about to go, is called beside what it becomes or was."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Writes beside the files and renames over them, so that nobody ever sees half of one or of the lot.

    Raises OSError, and then leaves what was there as it was; only a disk that fails between two
    renames, when everything is written, could leave some files new and some old.
    """
    temporaries: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            temporaries[path] = _beside(path, data)
        for path in files:
            _may_be_replaced(path)
        for path, temporary in temporaries.items():
            temporary.replace(path)
    except BaseException:
        for temporary in temporaries.values():
            with suppress(OSError):
                temporary.unlink()
        raise


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Puts a folder with these files, and no others, in the place of `folder`.

    It is written beside the old one, which is then renamed away. Raises OSError, and then leaves the
    old one as it was; what a process that is killed leaves behind, `tidy` puts right.
    """
    # A link to a folder stays a link: what it leads to is replaced, on the disk where it lies.
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    tidy(folder.parent)
    new, old = folder.with_name(_NEW + folder.name), folder.with_name(_OLD + folder.name)
    try:
        new.mkdir()
        for name, data in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            _beside(new / name, data).rename(new / name)
        _swap(new, folder, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _swap(new: Path, folder: Path, old: Path) -> None:
    """Renames `folder` to `old` and `new` to `folder`; where the second fails, the first is undone."""
    if not folder.exists():
        new.rename(folder)
        return
    try:
        folder.rename(old)
    except OSError as error:
        # Windows does not rename a folder in which a file is open; people know it by its own name.
        raise type(error)(error.errno, error.strerror, str(folder)) from error
    try:
        new.rename(folder)
    except BaseException:
        old.rename(folder)
        raise


def tidy(out: Path) -> None:
    """Puts right what a killed process left in `out`: a folder that was renamed away comes back.

    Nobody else may be writing there.
    """
    for left in sorted(out.glob(f"{_OLD}*")):
        folder = out / left.name.removeprefix(_OLD)
        if not folder.exists():
            left.rename(folder)
    for left in sorted([*out.glob(f"{_NEW}*"), *out.glob(f"{_OLD}*")]):
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
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{_NEW}{path.name[:40]}.")
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
