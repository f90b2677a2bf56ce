"""Which files are checks can be seen by where they stand."""

from collections.abc import Callable

from python_files import ROOT

from kdnet_docs.checks.proofreading import OF_PACKAGES, PROOFREADING
from kdnet_docs.checks.run import CHECKS, MEETING_CHECKS

RUN: tuple[Callable[..., object], ...] = (*CHECKS, *MEETING_CHECKS, *PROOFREADING, *OF_PACKAGES)
NO_GROUPS = {"reading", "dictionary"}
"""What checks read with."""


def test_every_file_in_a_group_is_a_check_of_its_name_that_is_run() -> None:
    folder = ROOT / "kdnet_docs" / "checks"
    files = {file.relative_to(folder) for file in folder.glob("*/*.py") if file.stem != "__init__"}
    in_groups = {f"{file.parent}.{file.stem}" for file in files if str(file.parent) not in NO_GROUPS}
    names = [check.__module__.removeprefix("kdnet_docs.checks.") for check in RUN]
    assert {name for name in names if "." in name} == in_groups
    assert [check.__name__ for check in RUN] == [name.rpartition(".")[2] for name in names]
    assert len(names) == len(set(names))
