"""Files written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


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


def _beside(path: Path, data: bytes) -> Path:
    """A file in the same folder with what `path` is to hold, safe on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
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
