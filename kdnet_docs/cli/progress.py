"""What takes its time says so: one line on the screen that renews itself, and is gone at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TextIO, assert_never

from kdnet_docs.base.messages import msg
from kdnet_docs.base.progress import Progress, Step, Waiting
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.cli.screen import text, width

_QUICK = 1.0
"""Seconds within which nothing need be said."""


@contextmanager
def shown_progress(stream: TextIO, after: float = _QUICK) -> Iterator[Progress]:
    """What draws each step on the screen `after` so many seconds; nothing where there is no screen."""
    if not stream.isatty():
        yield lambda _step: None
        return
    line = _Line(stream)
    timer = Timer(after, line.begin)
    timer.daemon = True
    timer.start()
    try:
        yield line.show
    finally:
        timer.cancel()
        line.end()


def _words(step: Step | Waiting) -> str:
    match step:
        case Waiting():
            return text(msg("waiting for another build in the same folder"))
        case Step():
            place = text(msg("{number} of {of}", number=step.number, of=step.of))
            return f"{place}: {safe(step.title)}"
        case _:
            assert_never(step)


class _Line:
    """The line; nothing is drawn before `begin`, which comes from another thread, nor after `end`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = Lock()
        self._says = ""
        self._drawn = 0
        self._is_open = False
        self._has_ended = False

    def begin(self) -> None:
        with self._lock:
            self._is_open = not self._has_ended
            if self._says:
                self._draw(self._says)

    def show(self, step: Step | Waiting) -> None:
        with self._lock:
            self._says = _words(step)
            self._draw(self._says)

    def end(self) -> None:
        with self._lock:
            self._draw("")
            self._is_open, self._has_ended = False, True

    def _draw(self, says: str) -> None:
        """Writes over what is there with blanks, which every screen understands."""
        if not self._is_open:
            return
        room = width() - 1
        shown = says if len(says) <= room else f"{says[: room - 1]}…"
        self._stream.write(f"\r{shown.ljust(self._drawn)}" + ("" if says else "\r"))
        self._stream.flush()
        self._drawn = len(shown)
