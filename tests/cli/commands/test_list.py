"""`kdnet list`: one line for each source, whatever state it is in."""

from pathlib import Path

from command_line import CONTRACT, kdnet, project

from kdnet_docs.cli import exits


def test_names_states_and_titles_stand_below_each_other(tmp_path: Path) -> None:
    run = kdnet("list", here=project(tmp_path), language="da")
    assert run.returncode == exits.OK
    assert run.stdout == (
        "Dokumenter\n  aftale@2022  udkast  Aftale 2022\nMøder\n  2022-03              Møde i marts\n"
    )


def test_one_that_cannot_be_read_is_shown_as_such(tmp_path: Path) -> None:
    run = kdnet("list", here=project(tmp_path, CONTRACT.replace("title:", "titel:")))
    assert run.returncode == exits.OK
    assert "  aftale@2022  -  2 errors: see `kdnet check`\n" in run.stdout


def test_one_with_mistakes_in_its_text_keeps_its_title(tmp_path: Path) -> None:
    run = kdnet("list", here=project(tmp_path, CONTRACT.replace("enige", "{{ enige }}")))
    assert "  aftale@2022  udkast  Aftale 2022 (1 error: see `kdnet check`)\n" in run.stdout


def test_an_empty_project(tmp_path: Path) -> None:
    (tmp_path / "contract_sources").mkdir()
    run = kdnet("list", here=tmp_path)
    assert run.returncode == exits.OK
    assert run.stdout == "There are no documents and no meetings in the project yet.\n"


def test_a_file_that_is_not_read_for_its_ending_is_told_of(tmp_path: Path) -> None:
    here = project(tmp_path)
    (here / "contract_sources/meetings/2030-01.yaml.txt").write_bytes(b"")
    run = kdnet("list", here=here)
    assert "KD410" in run.stderr
    assert kdnet("check", "2022-03", here=here).stdout == "No mistakes found.\n"
    assert "KD410" in kdnet("check", here=here).stdout
