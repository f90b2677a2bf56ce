"""`kdnet watch` as people run it, until a block ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

from command_line import environment_of
from python_files import ROOT

CONTRACT = "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml"


class Watching:
    """A running `kdnet watch`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self._process = process
        self._lines = process.stdout
        self.address = self.said(r"shown at (\S+)")

    def said(self, pattern: str) -> str:
        """What the pattern holds, as soon as the program says so."""
        for line in self._lines:
            if found := re.search(pattern, line):
                return found[found.lastindex or 0]
        raise AssertionError(f"never said: {pattern}")

    def stop(self) -> tuple[int, str]:
        """The exit code and the complaints after Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        _, complaints = self._process.communicate(timeout=10)
        return self._process.returncode, complaints


@contextmanager
def watching(here: Path, *arguments: str) -> Iterator[Watching]:
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "kdnet_docs", "watch", *arguments],
        cwd=here,
        # A browser is opened where there is a screen, and only there.
        env={name: value for name, value in environment_of("en").items() if name != "DISPLAY"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield Watching(process)
    finally:
        process.kill()
        process.communicate()


def copy_of_the_project(folder: Path) -> Path:
    for name in ("contract_sources", "templates"):
        copytree(ROOT / name, folder / name)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Saves a change as editors do: beside the file, and then in its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.replace(beside, path)  # noqa: PTH105 - what editors do
