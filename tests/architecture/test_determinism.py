"""Same sources, same bytes, whole files and nothing run: rules 6, 8 and 9 of the house."""

import ast
import re

from python_files import PythonFile, called, python_files

EVALUATES = {"eval", "exec", "compile", "__import__"}
CLOCK_OR_CHANCE = re.compile(
    r"(datetime|date)\.(now|utcnow|today)|time\.(time|time_ns|localtime|gmtime)|localtime|gmtime"
    r"|(uuid\.)?uuid[14]|os\.urandom|urandom|hash"
)
CHANCE_MODULES = {"random", "secrets"}
# An address that nobody can guess; nothing that is made depends on it.
UNGUESSABLE = {"watch/server.py"}
# A signature says when it was made, and is judged at a moment; nothing else that is made depends on it.
CLOCK = "signing/clock.py"
FOLDER_ORDER = {"glob", "rglob", "iterdir", "listdir", "scandir"}
WRITES = {"write_text", "write_bytes"}
# Where files are written whole or not at all; and where a program of somebody else's is fed in a
# temporary folder that goes away again.
WRITERS = {"base/files.py", "render/pdf/engine.py", "render/pdf/libreoffice.py"}


def places(where: str) -> list[str]:
    """The calls that match `where` as a whole."""
    return [
        f"{file.at(call)}: {called(call)}"
        for file in python_files()
        for call in file.calls()
        if re.fullmatch(where, called(call))
    ]


def test_nothing_is_evaluated() -> None:
    assert places("|".join(EVALUATES)) == []


def test_no_clock_and_no_chance() -> None:
    assert [place for place in places(CLOCK_OR_CHANCE.pattern) if not place.startswith(f"{CLOCK}:")] == []
    assert [
        f"{file.at(node)} imports {module}"
        for file in python_files()
        for node, module in file.imports()
        if module.split(".")[0] in CHANCE_MODULES and file.name not in UNGUESSABLE
    ] == []


def test_folders_are_read_in_an_order_of_ours() -> None:
    unsorted = [
        f"{file.at(call)}: {called(call)}"
        for file in python_files()
        for call in file.calls()
        if called(call).split(".")[-1] in FOLDER_ORDER and not _is_sorted(file, call)
    ]
    assert unsorted == []


def test_files_are_written_in_one_place() -> None:
    elsewhere = [
        f"{file.at(call)}: {called(call)}"
        for file in python_files()
        if file.name not in WRITERS
        for call in file.calls()
        if _writes(call)
    ]
    assert elsewhere == []


def _is_sorted(file: PythonFile, call: ast.Call) -> bool:
    """Whether the call stands inside a call of `sorted`, or of `any`, to which the order is nothing."""
    return any(
        called(outer) in {"sorted", "any"} and call in ast.walk(outer)
        for outer in file.calls()
        if outer is not call
    )


def _writes(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES:
        return True
    if called(call).split(".")[-1] not in {"open", "fdopen", "NamedTemporaryFile", "mkstemp"}:
        return False
    modes = [*call.args[:2], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and re.fullmatch(r"[rwaxbt+]*[wax+][bt+]*", mode.value)
        for mode in modes
    )
