"""The hooks for pre-commit are commands that there are, and look at sources and nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
from command_line import CONTRACT, kdnet, project
from python_files import ROOT
from ruamel.yaml import YAML

from kdnet_docs.cli import exits

HOOKS: tuple[dict[str, Any], ...] = tuple(
    YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_it_looks_at_the_sources_of_the_project_and_at_no_other_files(hook: dict[str, Any]) -> None:
    sources = ROOT / "contract_sources"
    files = {path for path in sources.rglob("*") if path.is_file()}
    looked_at = {path for path in files if re.search(hook["files"], path.relative_to(ROOT).as_posix())}
    assert looked_at == {path for path in files if path.suffix == ".yaml"}
    assert not re.search(hook["files"], "tests/contract_sources/contracts/aftale/2022.yaml")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_it_runs_on_the_files_that_it_is_given(hook: dict[str, Any], tmp_path: Path) -> None:
    """As pre-commit runs it: the entry with the files behind it, from the top of the repository."""
    program, *arguments = hook["entry"].split()
    assert program == "kdnet"
    file = "contract_sources/contracts/aftale/2022.yaml"
    here = project(tmp_path / "p", CONTRACT.replace("er enige", "er er enige"))
    assert kdnet(*arguments, file, here=here).returncode == exits.OK
    is_mended = "er er" not in (here / file).read_text("utf-8")
    assert is_mended == (hook["id"] == "kdnet-check-fix")
    broken = project(tmp_path / "q", CONTRACT.replace("title:", "titel:"))
    is_found = kdnet(*arguments, file, here=broken).returncode == exits.FINDINGS
    assert is_found == (hook["id"] != "kdnet-format")
