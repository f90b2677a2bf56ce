"""What has changed on disk, found by looking: that works on every disk, network drives too."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

State: TypeAlias = "Mapping[str, tuple[int, int, int]]"
"""Every file by its path, with what another content would have otherwise: time in ns, size, inode."""

_PAUSE = 0.05
_QUIET = 0.015
_SHARE = 10


class Watched:
    """Files and folders, and how they were when they were last looked at."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._seen = state_of(paths)

    def changed(self) -> bool:
        """Whether something is otherwise than it was."""
        return state_of(self._paths) != self._seen

    def wait(self) -> None:
        """Returns when something is otherwise than it was, and stays so for a moment.

        A file that is just being written is left in peace until its writer pauses.
        """
        began = time.perf_counter()
        while not self.changed():
            # Where looking takes long, for many files or on a slow disk, we look less often.
            time.sleep(max(_PAUSE, _SHARE * (time.perf_counter() - began)))
            began = time.perf_counter()
        self.settle()

    def settle(self) -> None:
        """Takes things as they are now, once they have stopped changing."""
        now = state_of(self._paths)
        while now != self._seen:
            self._seen = now
            time.sleep(_QUIET)
            now = state_of(self._paths)


def state_of(paths: Sequence[Path]) -> State:
    """The files at or below the paths; one that vanishes while we look is not there."""
    state: dict[str, tuple[int, int, int]] = {}
    waiting = [os.fspath(path) for path in paths]
    while waiting:
        path = waiting.pop()
        with suppress(OSError):
            if os.path.isdir(path):  # noqa: PTH112 - this runs twenty times a second
                # A list, for an open `scandir` would complain where Ctrl-C comes meanwhile.
                entries = (os.path.join(path, name) for name in sorted(os.listdir(path)))  # noqa: PTH118, PTH208 - as above
                waiting += [entry for entry in entries if not _is_aside(entry)]
            else:
                found = os.stat(path)  # noqa: PTH116 - as above
                state[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return state


def _is_aside(path: str) -> bool:
    """Whether an editor keeps something for itself there: a swap, lock or backup file."""
    name = os.path.basename(path)  # noqa: PTH119 - as above
    if name.startswith((".", "~$")) or name.endswith("~"):
        return True
    return os.path.islink(path) and os.path.isdir(path)  # noqa: PTH112, PTH114 - as above; it may lead round in a circle
