import socket
from pathlib import Path

import pytest
from command_line import CONTRACT, kdnet, project
from watching import edit, watching

from kdnet_docs.cli import exits

SOURCE = "contract_sources/contracts/aftale/2022.yaml"


def test_each_save_gives_a_line(tmp_path: Path) -> None:
    here = project(tmp_path)
    with watching(here, "aftale@2022") as running:
        running.said(r"aftale@2022: shown after \d+ ms, no mistakes")
        edit(here / SOURCE, "enige", "{{ uenige }}")
        running.said("aftale@2022: 1 error.*; the page shows them")
        edit(here / SOURCE, "{{ uenige }}", "uenige")
        running.said(r"aftale@2022: shown after \d+ ms, no mistakes")


def test_what_is_new_is_told_and_what_is_gone_counted_and_the_files_follow(tmp_path: Path) -> None:
    here = project(tmp_path)
    with watching(here, "aftale@2022") as running:
        running.said("Word and PDF are made")
        edit(here / SOURCE, "er enige", "er er enige")
        running.said(r"aftale@2022: shown after \d+ ms, 1 warning")
        assert running.said("(.*)").endswith('warning[KD570] "er" stands twice (leave one of them out)')
        edit(here / SOURCE, "er er enige", "er enige")
        running.said("  1 of those before are gone")
        running.said("Word and PDF are made")


def test_what_is_there_at_the_start_is_told_the_gravest_first(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("er enige.", "mødtes f.eks. i maj, fx den 2., og er er enige."))
    with watching(here, "aftale@2022") as running:
        running.said(r"aftale@2022: shown after \d+ ms, 1 warning and 1 note")
        assert "warning[KD570]" in running.said("(.*)")
        assert "note[KD577]" in running.said("(.*)")


def test_what_is_found_in_a_bilag_is_told_once_for_the_meeting_and_for_itself(tmp_path: Path) -> None:
    here = project(tmp_path)
    with watching(here) as running:
        running.said("aftale@2022: shown")
        edit(here / SOURCE, "er enige", "er er enige")
        running.said("2022-03: shown")
        assert "KD570" in running.said("(.*)")
        assert running.said("(.*)").startswith("aftale@2022: shown")
        edit(here / SOURCE, "er er enige", "er enige")
        assert running.said("(.*)").startswith("2022-03: shown")


def test_a_file_that_is_written_in_pieces_is_read_when_it_is_whole(tmp_path: Path) -> None:
    here = project(tmp_path)
    with watching(here, "aftale@2022") as running:
        running.said("no mistakes")
        with (here / SOURCE).open("w", encoding="utf-8") as file:
            for line in CONTRACT.splitlines(keepends=True):
                file.write(line)
                file.flush()
            file.write("  - section: Mere\n")
        assert "shown after" in running.said(r"aftale@2022: (shown after|1 error)")


def test_ctrl_c_ends_it_at_once_and_quietly(tmp_path: Path) -> None:
    with watching(project(tmp_path), "2022-03") as running:
        running.said("2022-03: shown")
        code, complaints = running.stop()
    assert (code, complaints) == (exits.INTERRUPTED, "")


def test_the_only_source_needs_no_name(tmp_path: Path) -> None:
    here = project(tmp_path)
    (here / "contract_sources/meetings/2022-03.yaml").unlink()
    with watching(here) as running:
        assert running.address.endswith("/show/aftale@2022")


def test_a_source_can_be_named_by_its_file(tmp_path: Path) -> None:
    with watching(project(tmp_path), SOURCE) as running:
        assert running.address.endswith("/show/aftale@2022")


def test_a_wrong_name_is_told_of_before_anything_is_served(tmp_path: Path) -> None:
    run = kdnet("watch", "aftale@2202", here=project(tmp_path))
    assert run.returncode == exits.FINDINGS
    assert run.stdout == ""
    assert "error[KD401]" in run.stderr
    assert 'did you mean "aftale@2022"?' in run.stderr


def test_a_port_that_is_taken_is_a_finding(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        run = kdnet("watch", "--port", str(other.getsockname()[1]), here=project(tmp_path))
    assert run.returncode == exits.FINDINGS
    assert "error[KD608]" in run.stderr


@pytest.mark.parametrize("port", ["80", "65536", "x", "-1", "٣٣٣٣", "1" * 9999])
def test_what_is_no_port_is_not_understood(tmp_path: Path, port: str) -> None:
    run = kdnet("watch", f"--port={port}", here=project(tmp_path))
    assert run.returncode == exits.USAGE
    assert "a port is a number from 1024 to 65535" in run.stderr
