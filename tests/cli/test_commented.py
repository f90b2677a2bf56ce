"""`kdnet check --word`: a copy for a colleague, or a plain word on why there is none."""

from pathlib import Path

import docx
import pytest
from command_line import CONTRACT, MEETING, kdnet, project
from repositories import commit, git

from kdnet_docs.cli import exits

WRONG = CONTRACT.replace("er enige.", "er er enige. Og og glade.")


def comments(file: Path) -> list[str]:
    return [comment.text.split("\n")[0] for comment in docx.Document(str(file)).comments]


def test_what_is_shown_on_the_screen_stands_in_the_copy(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    run = kdnet("check", "aftale@2022", "--word", "fund.docx", here=here, language="da")
    assert run.returncode == exits.OK
    assert run.stdout.endswith("skrevet: fund.docx med 2 kommentarer\n")
    assert comments(here / "fund.docx") == [
        'Advarsel KD570: "er" står to gange',
        'Advarsel KD570: "Og" står to gange',
    ]


def test_what_has_been_put_right_is_no_comment(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    run = kdnet("check", "aftale@2022", "--fix", "--word", "fund.docx", here=here)
    assert run.stdout.endswith(
        "written: fund.docx, without comments, for nothing was found in the document itself\n"
    )
    assert comments(here / "fund.docx") == []


def test_other_programs_get_findings_alone(tmp_path: Path) -> None:
    face = ("--output-format", "concise")
    run = kdnet("check", "aftale@2022", *face, "--word", "fund.docx", here=project(tmp_path, WRONG))
    assert run.stdout.count("\n") == 2
    assert run.stderr == "written: fund.docx, with 2 comments\n"


def test_of_a_meeting_it_is_the_dagsorden_and_other_files_are_named(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG, MEETING.replace("Møde i marts", "Møde møde i marts"))
    run = kdnet("check", "2022-03", "--word", "fund.docx", here=here)
    assert comments(here / "fund.docx") == ['Warning KD570: "Møde" stands twice']
    assert "in other files is not in it: contract_sources/contracts/aftale/2022.yaml" in run.stdout


def test_a_state_in_git_has_its_copy(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    git(here, "init", "-q")
    commit(here, "Udkast")
    kdnet("check", "--fix", here=here)
    run = kdnet("check", "aftale@2022:HEAD", "--word", "fund.docx", here=here)
    assert run.stdout.endswith("written: fund.docx, with 2 comments\n")
    run = kdnet("check", "aftale@2022:nix", "--word", "fund.docx", here=here)
    assert run.returncode == exits.FINDINGS


def test_without_a_document_there_is_no_copy(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("title:", "titel:"))
    run = kdnet("check", "aftale@2022", "--word", "fund.docx", here=here)
    assert run.returncode == exits.FINDINGS
    assert run.stdout.endswith("The Word copy can be made when the errors have been put right.\n")
    assert not (here / "fund.docx").exists()


def test_what_a_colleague_has_written_in_a_copy_is_kept(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    command = ("check", "aftale@2022", "--word", "fund.docx")
    kdnet(*command, here=here)
    again = kdnet(*command, here=here)
    assert again.stderr == ""
    (here / "fund.docx").write_bytes(b"mit")
    assert "fund.docx" in kdnet(*command, here=here).stderr
    assert [one.read_bytes() for one in here.rglob("fund.docx") if one.parent != here] == [b"mit"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--word", "fund.docx"), "--word is for one document or meeting"),
        (("aftale@2022", "2022-03", "--word", "fund.docx"), "--word is for one document or meeting"),
        (("aftale@2022", "--word", "fund.pdf"), '"fund.pdf" is no name for --word'),
        (("aftale@2022", "--word", "templates/fund.docx"), "lies among the sources or templates"),
        (("aftale@2022", "--word", "her/fund.docx"), 'there is no folder "her"'),
    ],
)
def test_what_cannot_be_is_said_at_once(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    run = kdnet("check", *arguments, here=project(tmp_path))
    assert run.returncode == exits.USAGE
    assert message in run.stderr
