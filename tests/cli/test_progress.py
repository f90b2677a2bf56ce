"""What takes its time says so on a screen, in a line that is gone again; nothing else is written."""

import os
import pty
from collections.abc import Iterator
from io import StringIO
from typing import TextIO

import pytest

from kdnet_docs.base.progress import Step, Waiting
from kdnet_docs.cli.progress import shown_progress

LONG = Step(number=3, of=12, title="Udkast til resultatkontrakt " * 10)
SHORT = Step(number=4, of=12, title="Status\x1b[2J")


@pytest.fixture
def screen() -> Iterator[tuple[TextIO, int]]:
    """A terminal, and the end at which one sees what is written on it."""
    seen, written = pty.openpty()
    with os.fdopen(written, "w", encoding="utf-8") as stream:
        yield stream, seen
    os.close(seen)


def test_on_no_screen_nothing_is_written() -> None:
    stream = StringIO()
    with shown_progress(stream) as step:
        step(LONG)
    assert stream.getvalue() == ""


def test_what_is_quick_says_nothing(screen: tuple[TextIO, int]) -> None:
    stream, seen = screen
    with shown_progress(stream) as step:
        step(LONG)
    stream.write("end\n")
    stream.flush()
    assert os.read(seen, 10_000) == b"end\r\n"


def test_a_long_build_renews_one_line_and_clears_it(
    screen: tuple[TextIO, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "da")
    monkeypatch.setenv("COLUMNS", "60")
    stream, seen = screen
    with shown_progress(stream, after=0) as step:
        step(LONG)
        shown = os.read(seen, 10_000).decode()  # waits until the line is there
        step(SHORT)
        renewed = os.read(seen, 10_000).decode()
    cleared = os.read(seen, 10_000).decode()
    assert shown.startswith("\r3 af 12: Udkast til resultatkontrakt")
    assert len(shown.strip()) < 60
    assert renewed.startswith("\r4 af 12: Status")
    assert len(renewed) == len(shown)
    assert "\x1b" not in renewed
    assert cleared == f"\r{' ' * len(renewed.strip())}\r"
    assert "\n" not in shown + renewed + cleared


def test_waiting_is_told_too(screen: tuple[TextIO, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "da")
    stream, seen = screen
    with shown_progress(stream, after=0) as step:
        step(Waiting())
        assert os.read(seen, 10_000).decode() == "\rventer på en anden bygning i samme mappe"


def test_the_line_is_cleared_when_a_build_fails(screen: tuple[TextIO, int]) -> None:
    stream, seen = screen

    def build() -> None:
        with shown_progress(stream, after=0) as step:
            step(SHORT)
            os.read(seen, 10_000)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build()
    assert os.read(seen, 10_000).endswith(b"\r")
