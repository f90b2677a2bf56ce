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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_LOWER = 10
"""How much less urgent a build is than the page (nice)."""


class Builds(Thread):
    """Runs one build at a time; what is asked for meanwhile is done after it, once."""

    def __init__(self, command: Sequence[str], tell: Callable[[Files], None]) -> None:
        """`command` builds, and says in UTF-8 why it could not if its exit code is not 0."""
        super().__init__(daemon=True)
        self._command = command
        self._tell = tell
        self._asked = Event()

    def ask(self) -> None:
        """Something has changed."""
        self._asked.set()

    def run(self) -> None:
        """Waits and builds, until the program ends."""
        while self._asked.wait():
            self._asked.clear()
            self._tell(Files(state="making"))
            self._tell(_built(self._command))


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
