import sys
from pathlib import Path
from queue import Queue

from kdnet_docs.watch.board import Files
from kdnet_docs.watch.builds import Builds

PATIENCE = 30


def started(script: str) -> tuple[Builds, "Queue[Files]"]:
    told: Queue[Files] = Queue()
    builds = Builds((sys.executable, "-c", script), told.put)
    builds.start()
    return builds, told


def test_a_build_that_went_well() -> None:
    builds, told = started("print('aftale@2022: built')")
    builds.ask()
    assert [told.get(timeout=PATIENCE).state for _ in range(2)] == ["making", "made"]


def test_a_build_that_did_not_tells_why() -> None:
    builds, told = started(
        "import sys; sys.stderr.buffer.write('fejl: åben i Word\\n'.encode()); sys.exit(1)"
    )
    builds.ask()
    told.get(timeout=PATIENCE)
    assert told.get(timeout=PATIENCE) == Files(state="failed", complaint="fejl: åben i Word")


def test_what_is_asked_for_during_a_build_is_done_once_after_it(tmp_path: Path) -> None:
    go = tmp_path / "go"
    builds, told = started(
        f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.01)"
    )
    builds.ask()
    assert told.get(timeout=PATIENCE).state == "making"
    for _ in range(3):
        builds.ask()
    go.touch()
    assert [told.get(timeout=PATIENCE).state for _ in range(3)] == ["made", "making", "made"]
    assert told.empty()
