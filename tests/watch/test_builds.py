import sys
from pathlib import Path
from queue import Queue

from kdnet_docs.watch.board import Files
from kdnet_docs.watch.builds import Builds

PATIENCE = 30


def started(script: str, *sources: Path) -> tuple[Builds, "Queue[Files]"]:
    told: Queue[Files] = Queue()
    builds = Builds((sys.executable, "-c", script), sources, told.put)
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


def test_a_build_that_a_save_came_between_is_made_again_and_not_complained_of(tmp_path: Path) -> None:
    source = tmp_path / "2022.yaml"
    source.write_text("first", "utf-8")
    builds, told = started(
        f"import pathlib, sys\nsource = pathlib.Path({str(source)!r})\n"
        "if source.read_text() == 'first':\n"
        "    source.write_text('saved meanwhile')\n"
        "    sys.exit('changed while the files were being made')\n",
        source,
    )
    builds.ask()
    assert [told.get(timeout=PATIENCE).state for _ in range(3)] == ["making", "making", "made"]
