"""Who may import whom: rule 1 and 2 of the house, and what each kind of module may reach for."""

import os
import subprocess
import sys
from pathlib import Path

from python_files import PACKAGE, ROOT, PythonFile, python_files

HEAVY = {"babel", "docx", "docxtpl", "fontTools", "jinja2", "lxml", "pydantic", "pyhanko", "pypdf", "typst"}
NETWORK = {"ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib.request", "webbrowser"}
# The watch page is served on the loopback and opened in the browser; tests/watch/test_server.py holds that.
LISTENS = {"cli/commands/watch.py", "watch/server.py"}
# The time-stamp authority that the signatory names, and the addresses in the signatory's own certificates,
# while somebody signs; tests/signing/making/test_timestamps.py holds how.
ASKS = {"signing/making/network.py"}
UNSAFE = {"marshal", "pickle", "shelve", "yaml"}
AUTHORS_SIDE = ("ruamel", "kdnet_docs.sources", "kdnet_docs.model", "kdnet_docs.assembly")


def importing(files: list[PythonFile], forbidden: set[str] | tuple[str, ...]) -> list[str]:
    return [
        f"{file.at(node)} imports {module}"
        for file in files
        for node, module in file.imports()
        if any(module == name or module.startswith(f"{name}.") for name in forbidden)
    ]


def test_a_room_imports_only_rooms_below_it_and_there_are_no_cycles() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [lint_imports, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_writers_know_nothing_of_what_authors_write() -> None:
    writers = [file for file in python_files() if file.name.startswith(("render/", "ooxml/"))]
    assert importing(writers, AUTHORS_SIDE) == []


def test_nothing_reaches_for_the_network() -> None:
    closed = [file for file in python_files() if file.name not in {*LISTENS, *ASKS}]
    assert importing(closed, NETWORK) == []
    assert {name for name in {*LISTENS, *ASKS} if not (PACKAGE / name).exists()} == set()


def test_nothing_is_read_that_could_run() -> None:
    assert importing(list(python_files()), UNSAFE) == []


def test_help_loads_no_heavy_library() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['kdnet', '--help']\n"
        "from kdnet_docs.cli.main import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert HEAVY & set(run.stderr.split()) == set()
