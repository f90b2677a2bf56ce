"""One process at a time, where two would get into each other's way."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

_BETWEEN = 0.1
"""Seconds between one try and the next."""
_PATIENCE = 1.0
"""Seconds after which one who waits is told."""


@contextmanager
def locked(place: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Waits until nobody else holds the file `place`, and holds it; a process that ends lets go of it.

    `waiting` is called once if that takes more than a second. Raises OSError where the file cannot be
    made or held.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        wait(handle, waiting)
        yield
    finally:
        os.close(handle)


def wait(handle: int, waiting: Callable[[], None]) -> None:
    """Locks an open file. Raises OSError for what waiting would not mend."""
    since, told = monotonic(), False
    while not _held(handle):
        if not told and monotonic() - since > _PATIENCE:
            waiting()
            told = True
        sleep(_BETWEEN)


def _held(handle: int) -> bool:
    """Takes the lock if nobody else has it."""
    try:
        _take(handle)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
"""What systems say where another has it."""

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
