"""Makes the files in `build/` after the page has been shown, in a process of its own.

So the page never waits for them, and nothing that a build loads stays in memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from kdnet_docs.watch.board import Files
from kdnet_docs.watch.changes import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


_LOWER = 10
"""How much less urgent a build is than the page (nice)."""


class Builds(Thread):
    """Runs one build at a time; what is asked for meanwhile is done after it, once."""

    def __init__(
        self, command: Sequence[str], sources: Sequence[Path], tell: Callable[[Files], None]
    ) -> None:
        """`command` builds what is below `sources`, and says in UTF-8 why if its exit code is not 0."""
        super().__init__(daemon=True)
        self._command = command
        self._sources = sources
        self._tell = tell
        self._asked = Event()

    def ask(self) -> None:
        """Something has changed."""
        self._asked.set()

    def run(self) -> None:
        """Waits and builds, until the program ends.

        What stood in the way of a build whose sources were saved meanwhile need not be so any more: it is
        made again and not told of.
        """
        while self._asked.wait():
            self._asked.clear()
            self._tell(Files(state="making"))
            began_with = state_of(self._sources)
            files = _built(self._command)
            if files.state == "failed" and state_of(self._sources) != began_with:
                self._asked.set()
            else:
                self._tell(files)


def _built(command: Sequence[str]) -> Files:
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe) as process:  # noqa: S603 - our own program
        if sys.platform != "win32":
            with suppress(OSError):  # it has ended already
                os.setpriority(os.PRIO_PROCESS, process.pid, _LOWER)
        _, complaint = process.communicate()
    if process.returncode == 0:
        return Files(state="made")
    return Files(state="failed", complaint=complaint.decode(errors="replace").strip())
