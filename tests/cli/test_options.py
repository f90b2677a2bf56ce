"""Which project a command works on."""

from pathlib import Path

from command_line import kdnet, project

from kdnet_docs.cli import exits


def test_the_project_is_found_from_a_folder_inside_it(tmp_path: Path) -> None:
    inside = project(tmp_path) / "contract_sources" / "meetings"
    assert "aftale@2022" in kdnet("list", here=inside).stdout


def test_the_project_is_named_before_the_command_or_after_it(tmp_path: Path) -> None:
    there, here = project(tmp_path / "der"), tmp_path
    assert "aftale@2022" in kdnet("--project", "der", "list", here=here).stdout
    assert "aftale@2022" in kdnet("list", "--project", str(there), here=here).stdout


def test_a_named_folder_without_sources_is_not_left_for_one_above_it(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "tom").mkdir()
    run = kdnet("--project", "tom", "list", here=tmp_path)
    assert run.returncode == exits.FINDINGS
    assert 'error[KD404]: there is no folder "contract_sources" in tom' in run.stderr


def test_no_project_at_all(tmp_path: Path) -> None:
    for command in ("list", "check", "format", "build x"):
        run = kdnet(*command.split(), here=tmp_path)
        assert run.returncode == exits.FINDINGS
        assert "error[KD404]" in run.stdout + run.stderr


def test_an_empty_name_is_no_folder(tmp_path: Path) -> None:
    here = project(tmp_path)
    before = sorted(here.iterdir())
    run = kdnet("build", "2022-03", "--format", "txt", "--out", "", here=here)
    assert run.returncode == exits.USAGE
    assert "the name of the folder is missing" in run.stderr
    assert sorted(here.iterdir()) == before
