"""One process at a time, and a process that ends lets go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from python_files import ROOT

from kdnet_docs.base.lock import locked, wait

WAITS = """
import sys
from pathlib import Path
from kdnet_docs.base.lock import locked
place = Path(sys.argv[1])
print("asks", flush=True)
with locked(place, lambda: print("waits", flush=True)):
    print((place.parent / "done").exists(), flush=True)
    sys.stdin.readline()
"""


def unheard() -> None:
    raise AssertionError("nobody else holds it")


def waiting(place: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WAITS, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )


def test_a_second_process_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with locked(tmp_path / "a/lock", unheard):
        second = waiting(tmp_path / "a/lock")
        assert second.stdout is not None
        assert [second.stdout.readline() for _ in range(2)] == ["asks\n", "waits\n"]
        (tmp_path / "a/done").touch()
    assert second.communicate("\n", timeout=60)[0] == "True\n"


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    first = waiting(tmp_path / "lock")
    assert first.stdout is not None
    assert [first.stdout.readline() for _ in range(2)] == ["asks\n", "False\n"]
    first.kill()
    first.communicate(timeout=60)
    with locked(tmp_path / "lock", unheard):
        pass


def test_a_lock_that_waiting_would_not_give_is_an_error(tmp_path: Path) -> None:
    handle = os.open(tmp_path / "lock", os.O_CREAT)
    os.close(handle)
    with pytest.raises(OSError, match="Bad file descriptor"):
        wait(handle, unheard)
