"""The border: what comes out of the process, whatever happened inside."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CONTRACT, environment_of, kdnet, project
from python_files import ROOT

from kdnet_docs.cli import exits

HELP_S = 0.1


def test_help_is_quick() -> None:
    """Within 100 ms of processor time; on a slow machine within twice what Python and click take."""
    alone = quickest([sys.executable, "-c", "import click"])
    assert quickest([sys.executable, "-m", "kdnet_docs", "--help"]) < max(HELP_S, 2 * alone)


def quickest(command: list[str]) -> float:
    """Seconds of processor time, which other programs lengthen less than time on the clock."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def once() -> float:
        before = spent()
        subprocess.run(command, cwd=ROOT, env=environment_of("da"), stdout=subprocess.DEVNULL, check=True)
        return spent() - before

    return min(once() for _ in range(7))


def test_without_a_command_the_help_is_shown_and_nothing_done() -> None:
    run = kdnet()
    assert run.returncode == exits.USAGE
    assert "Commands:" in run.stdout + run.stderr


def test_findings_are_one_and_misuse_is_two(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("title:", "titel:"))
    assert kdnet("check", here=here).returncode == exits.FINDINGS
    assert kdnet("chekc", here=here).returncode == exits.USAGE
    assert kdnet("list", here=here).returncode == exits.OK


def test_a_warning_is_no_failure() -> None:
    run = kdnet("check", "erhvervshus-midtjylland@2022")
    assert "warning[KD502]" in run.stdout
    assert run.returncode == exits.OK


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_a_finding() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "kdnet_docs", "schema"],
            cwd=ROOT,
            env=environment_of("en"),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert run.returncode == exits.FINDINGS
    assert run.stderr.startswith("error[KD604]: there is no room left on the disk\n")


def test_a_reader_who_has_heard_enough_is_left_in_peace() -> None:
    command = [sys.executable, "-m", "kdnet_docs", "schema"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment_of("en"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == exits.PIPE_CLOSED


def test_ctrl_c_stops_without_a_traceback(tmp_path: Path) -> None:
    """The signal is sent to a program that is waiting: its project's folder is read through a slow door."""
    script = (
        "import click, sys\n"
        "from kdnet_docs.cli import options\n"
        "def wait():\n"
        "    print('waiting', flush=True)\n"
        "    import signal; signal.pause()\n"
        "import kdnet_docs.cli.commands.list as command\n"
        "command.project = wait\n"
        "sys.argv = ['kdnet', 'list']\n"
        "from kdnet_docs.cli.main import main\n"
        "main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment_of("en"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout
        assert run.stderr
        assert run.stdout.readline() == b"waiting\n"
        os.kill(run.pid, signal.SIGINT)
        assert b"Traceback" not in run.stderr.read()
    assert run.returncode == exits.INTERRUPTED


def test_ctrl_c_stops_without_a_traceback_while_the_program_is_being_loaded() -> None:
    script = (
        "import os, runpy, signal, sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "runpy.run_module('kdnet_docs', run_name='__main__')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment_of("en"), capture_output=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (exits.INTERRUPTED, b"", b"")


def test_letters_come_out_whatever_the_system_speaks(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("Aftale {{", "Årsaftale – økonomi {{"))
    run = kdnet("list", here=here, language="C", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Årsaftale – økonomi 2022" in run.stdout
