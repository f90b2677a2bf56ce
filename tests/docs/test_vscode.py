"""VS Code finds the schemas after a clone, and its list of problems reads what the program says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from command_line import CONTRACT, kdnet, project
from python_files import ROOT
from watching import edit, watching

WRONG = """\
kind: contract
id: aftale
version: 2022
status: udkast
title: Aftale {{ version }}
date: 2022-01-01
body:
  - section: Indledning
    id: indledning
    text: |
      Parterne mødes mødes 2021-2023 og igen 2021 – 2023.

      I 2021-2023 gælder pkt. {{ clauses.findes-ikke }}.
"""


def settings(name: str) -> Any:
    text = (ROOT / ".vscode" / f"{name}.json").read_text("utf-8")
    return json.loads(re.sub(r"(?m)^\s*//.*$", "", text))


def tasks() -> dict[str, Any]:
    return {task["label"].split(" / ")[1]: task for task in settings("tasks")["tasks"]}


def problems(matcher: Any, output: str) -> list[dict[str, str]]:
    """What VS Code would read, by its own names for the groups."""
    pattern = matcher["pattern"]
    groups = {name: group for name, group in pattern.items() if isinstance(group, int)}
    found = (re.search(pattern["regexp"], line) for line in output.splitlines())
    return [{name: match[group] for name, group in groups.items()} for match in found if match]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_list_of_problems_reads_each_finding_with_its_place_severity_and_code(
    language: str, tmp_path: Path
) -> None:
    here = tmp_path / "min mappe"
    project(here, contract=WRONG)
    (here / "contract_sources/contracts/aftale/2022 (kopi).yaml").write_text(CONTRACT, "utf-8")
    output = kdnet("check", "--output-format", "editor", here=here, language=language).stdout
    read = problems(tasks()["check"]["problemMatcher"], output)
    assert {one["severity"] for one in read} == {"error", "warning", "info"}
    assert len(read) == len(output.splitlines())
    twice = next(one for one in read if one["code"] == "KD570")
    assert twice["file"] == "contract_sources/contracts/aftale/2022.yaml"
    line = WRONG.splitlines()[int(twice["line"]) - 1]
    assert line[int(twice["column"]) - 1 : int(twice["endColumn"]) - 1] == "mødes mødes"
    assert ("slet den ene" if language == "da" else "leave one of them out") in twice["message"]
    assert any("2022 (kopi).yaml" in one["file"] for one in read)


def test_the_list_is_cleared_and_filled_again_on_each_save(tmp_path: Path) -> None:
    here, matcher = project(tmp_path), tasks()["watch"]["problemMatcher"]
    begins, ends = (re.compile(matcher["background"][name]) for name in ("beginsPattern", "endsPattern"))

    def round_of(running: Any) -> list[str]:
        running.said(begins.pattern)
        lines: list[str] = []
        while not (lines and ends.search(lines[-1])):
            lines.append(running.said("(.*)"))
        return [one["code"] for one in problems(matcher, "\n".join(lines))]

    with watching(here, "--no-browser", "--output-format", "editor") as running:
        assert "KD570" not in round_of(running)
        source = here / "contract_sources/contracts/aftale/2022.yaml"
        edit(source, "Parterne er enige.", "Parterne er er enige.")
        assert round_of(running).count("KD570") == 1
        edit(source, "Parterne er er enige.", "Parterne er enige.")
        assert "KD570" not in round_of(running)


def test_both_tasks_read_findings_alike_and_ask_for_them_so() -> None:
    watch, check = tasks()["watch"], tasks()["check"]
    assert watch["problemMatcher"]["pattern"] == check["problemMatcher"]["pattern"]
    assert watch["runOptions"]["runOn"] == "folderOpen"
    assert all("--output-format editor" in task["args"][-1] for task in (watch, check))


@pytest.mark.parametrize("task", tasks().values(), ids=tasks())
def test_a_task_runs_what_the_makefile_has(task: Any) -> None:
    target = task["args"][1]
    assert re.search(rf"(?m)^{target}: ", (ROOT / "Makefile").read_text("utf-8"))


def test_every_source_has_its_schema() -> None:
    schemas = settings("settings")["yaml.schemas"]
    for source in (ROOT / "contract_sources").rglob("*.yaml"):
        (kind,) = re.findall(r"(?m)^kind: (\w+)", source.read_text("utf-8"))
        name = source.relative_to(ROOT)
        having = [path for path, pattern in schemas.items() if name.match(pattern.replace("**/", "*/"))]
        having += [path for path, pattern in schemas.items() if name.match(pattern.replace("**/", ""))]
        assert having == [f"./.vscode/schemas/{kind}.json"]
        assert (ROOT / having[0]).is_file()


def test_the_extension_that_reads_them_is_recommended() -> None:
    assert settings("extensions")["recommendations"] == ["redhat.vscode-yaml"]
