"""`kdnet check`: everything that is wrong, in the way that was asked for."""

import json
from pathlib import Path

import pytest
from command_line import CONTRACT, MEETING, kdnet, project

from kdnet_docs.cli import exits
from kdnet_docs.cli.commands.check import FACES as NAMES
from kdnet_docs.cli.findings.faces import FACES


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    contract = CONTRACT.replace("title:", "titel:")
    return project(tmp_path_factory.mktemp("broken"), contract, MEETING.replace("aftale@2022", "aftal@2022"))


def test_every_source_is_looked_at_if_none_is_named(broken: Path) -> None:
    run = kdnet("check", "--output-format", "concise", here=broken)
    assert run.returncode == exits.FINDINGS
    assert run.stderr == ""
    assert [line.split(" ")[0:2] for line in run.stdout.splitlines()] == [
        ["contract_sources/contracts/aftale/2022.yaml:1:1:", "error[KD202]"],
        ["contract_sources/contracts/aftale/2022.yaml:5:1:", "error[KD201]"],
        ["contract_sources/meetings/2022-03.yaml:9:36:", "error[KD401]"],
    ]


def test_a_named_source_alone(broken: Path) -> None:
    run = kdnet("check", "2022-03", "--output-format=concise", here=broken)
    assert run.stdout.count("\n") == 1


def test_a_file_by_its_path(broken: Path) -> None:
    run = kdnet("check", "aftale/2022.yaml", here=broken / "contract_sources/contracts")
    assert " --> aftale/2022.yaml:5:1\n" in run.stdout


@pytest.mark.parametrize("face", FACES)
def test_each_way_of_showing_them(face: str, broken: Path) -> None:
    run = kdnet("check", "--output-format", face, here=broken)
    assert run.returncode == exits.FINDINGS
    assert run.stdout.count("KD401") >= 1
    if face in {"json", "sarif"}:
        json.loads(run.stdout)


@pytest.mark.parametrize(
    ("face", "shown"),
    [("full", "No mistakes found.\n"), ("concise", ""), ("github", ""), ("json", "{"), ("sarif", "{")],
)
def test_nothing_wrong(face: str, shown: str, tmp_path: Path) -> None:
    run = kdnet("check", "--output-format", face, here=project(tmp_path))
    assert run.returncode == exits.OK
    assert run.stdout.startswith(shown)
    assert bool(run.stdout) == bool(shown)


def test_what_must_not_be_adopted_is_told_while_it_can_be_put_right(tmp_path: Path) -> None:
    draft = CONTRACT.replace("enige.", "enige om xx kr.")
    run = kdnet("check", here=project(tmp_path / "udkast", draft))
    assert run.stdout == "No mistakes found.\n"
    here = project(tmp_path / "klar", draft.replace("udkast", "til-godkendelse"))
    for names in ((), ("aftale@2022",), ("2022-03",)):
        run = kdnet("check", *names, here=here, language="da")
        assert run.returncode == exits.OK
        assert run.stdout.endswith(
            "aftale@2022: 2 ting skal rettes, før det vedtages; `kdnet status aftale@2022` viser dem\n"
        )
    assert kdnet("check", "--output-format", "concise", here=here).stdout == ""


def test_the_help_names_every_way() -> None:
    assert set(NAMES) == FACES.keys()
