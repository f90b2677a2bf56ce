"""Makes the files in `build/` after the page has been shown, in a process of its own.

So the page never waits for them, and nothing that a build loads stays in memory.
"""

from __future__ import annotations

import subprocess
from threading import Event, Thread
from typing import TYPE_CHECKING

from kdnet_docs.watch.board import Files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
            done = subprocess.run(  # noqa: S603 - our own program
                self._command, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
            complaint = done.stderr.decode(errors="replace").strip()
            self._tell(
                Files(state="made") if done.returncode == 0 else Files(state="failed", complaint=complaint)
            )
