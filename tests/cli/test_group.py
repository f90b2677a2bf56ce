"""One command is loaded, and only what it needs."""

import subprocess
import sys

import pytest
from command_line import environment_of
from python_files import PACKAGE, ROOT

from kdnet_docs.cli.group import CALLED_BY_GIT, COMMANDS

HEAVY = {
    "babel",
    "docx",
    "docxtpl",
    "fontTools",
    "jinja2",
    "lxml",
    "pydantic",
    "pypdf",
    "rapidfuzz",
    "ruamel",
    "typst",
}


def test_every_command_has_its_file_and_every_file_its_command() -> None:
    files = {path.stem for path in (PACKAGE / "cli" / "commands").glob("*.py")} - {"__init__"}
    assert {file.replace("_", "-") for file in files} == {*COMMANDS, *CALLED_BY_GIT}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_loads_no_heavy_library_and_no_other_command(command: str) -> None:
    script = (
        "import sys\n"
        f"sys.argv = ['kdnet', '{command}', '--help']\n"
        "from kdnet_docs.cli.main import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print(*sys.modules, file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment_of("da"),
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(run.stderr.split())
    assert run.returncode == 0, run.stderr
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.startswith("kdnet_docs.cli.commands.")} == {
        f"kdnet_docs.cli.commands.{command.replace('-', '_')}"
    }
