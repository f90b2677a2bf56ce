"""`kdnet build --verify` as people use it, rightly and wrongly."""

from pathlib import Path

import pytest
from command_line import kdnet, project

from kdnet_docs.cli import exits


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = project(tmp_path_factory.mktemp("projekt"))
    assert kdnet("build", "2022-03", "--format", "txt", here=here).returncode == exits.OK
    return here


def state(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_package_as_it_was_built(built: Path) -> None:
    before = state(built)
    run = kdnet("build", "2022-03", "--verify", here=built, language="da")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    first, second = run.stdout.splitlines()
    assert first.startswith("build/meeting-2022-03: uændret; ")
    assert second == "  Møde i marts (2022-03-01)"
    assert state(built) == before


def test_a_zip_that_came_by_mail_where_there_is_no_project(built: Path, tmp_path: Path) -> None:
    archive = tmp_path / "modtaget.zip"
    archive.write_bytes((built / "build/meeting-2022-03/meeting-2022-03.zip").read_bytes())
    run = kdnet("build", "modtaget.zip", "--verify", here=tmp_path)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert run.stdout.startswith("modtaget.zip: unchanged; ")


def test_one_that_was_changed_and_its_sources_too(tmp_path: Path) -> None:
    here = project(tmp_path)
    kdnet("build", "2022-03", "--format", "txt", here=here)
    contract = here / "contract_sources/contracts/aftale/2022.yaml"
    contract.write_text(contract.read_text("utf-8") + "# rettet\n", encoding="utf-8")
    unchanged = kdnet("build", "2022-03", "--verify", here=here)
    assert unchanged.returncode == exits.OK
    assert "Since then these have changed: contract_sources/contracts/aftale/2022.yaml." in unchanged.stdout
    (here / "build/meeting-2022-03/noter.txt").touch()
    changed = kdnet("build", "2022-03", "--verify", here=here)
    assert changed.returncode == exits.FINDINGS
    assert 'error[KD605]: "noter.txt" does not belong to the package' in changed.stderr
    assert changed.stdout == "build/meeting-2022-03: not as it was built; do not send it\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["2022-03", "--verify", "--format", "pdf"], exits.USAGE, "--format does not go with --verify"),
        (["2022-03", "--verify", "--pdf-engine", "typst"], exits.USAGE, "--pdf-engine does not go with"),
        (["--verify"], exits.USAGE, "what is to be built?"),
        (["2022-04", "--verify"], exits.FINDINGS, 'there is no document or meeting "2022-04"'),
        (["aftale@2022", "--verify"], exits.FINDINGS, '"aftale@2022" is a document'),
        (["build", "--verify"], exits.FINDINGS, "there is no manifest.json here"),
        (["hentet/pakke.zip", "--verify"], exits.FINDINGS, "there is no such folder or file"),
        (["2022-03", "--verify", "--out", "andetsteds"], exits.FINDINGS, '"2022-03" has not been built here'),
    ],
)
def test_what_cannot_be_verified(arguments: list[str], code: int, said: str, built: Path) -> None:
    run = kdnet("build", *arguments, here=built)
    assert (run.returncode, run.stdout) == (code, "")
    assert said in run.stderr


def test_of_several_each_is_told_of(built: Path) -> None:
    run = kdnet("build", "2022-04", "2022-03", "--verify", here=built)
    assert run.returncode == exits.FINDINGS
    assert "2022-04" in run.stderr
    assert "build/meeting-2022-03: unchanged" in run.stdout
