"""Colours only for those who see them."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CONTRACT, environment_of, kdnet, project

ESCAPE = "\x1b["


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(
        tmp_path_factory.mktemp("broken"), CONTRACT.replace("author", "x").replace("id: aftale", "id: Aftale")
    )


def test_no_colours_into_a_file(broken: Path) -> None:
    assert ESCAPE not in kdnet("check", here=broken).stdout


def test_colours_on_a_screen(broken: Path) -> None:
    assert f"{ESCAPE}31m" in on_a_screen(broken, TERM="xterm")


@pytest.mark.parametrize("wish", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_no_colours_for_those_who_want_none(broken: Path, wish: dict[str, str]) -> None:
    assert ESCAPE not in on_a_screen(broken, **wish)


def test_a_narrow_screen_gets_short_lines(broken: Path) -> None:
    long = broken / "contract_sources/contracts/aftale/2022.yaml"
    long.write_text(CONTRACT + f"forfatter: {'ord ' * 100}\n", encoding="utf-8")
    shown = kdnet("check", "aftale@2022", here=broken, COLUMNS="60").stdout
    assert max(len(line) for line in shown.splitlines() if " | " in line) <= 60


def on_a_screen(here: Path, **environment: str) -> str:
    screen, program = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "kdnet_docs", "check"],
        cwd=here,
        env=environment_of("en", **environment),
        stdout=program,
        check=False,
    )
    os.close(program)
    pieces = []
    try:
        while piece := os.read(screen, 65536):
            pieces.append(piece)
    except OSError:  # how a terminal says that nothing more comes
        pass
    os.close(screen)
    return b"".join(pieces).decode()
