"""`kdnet status`: the state of every document, and all there is to tell of one."""

from pathlib import Path

import pytest
from command_line import CONTRACT, kdnet, project
from repositories import commit, git

from kdnet_docs.cli import exits


def test_every_document_stands_in_a_line_with_its_state_and_what_to_do(tmp_path: Path) -> None:
    run = kdnet("status", here=project(tmp_path), language="da", COLUMNS="200")
    assert run.returncode == exits.OK
    assert run.stdout == (
        "  aftale@2022  udkast           "
        'skriv "status: til-godkendelse", når det er klar til at blive besluttet\n'
    )


def test_long_sentences_go_on_below_themselves(tmp_path: Path) -> None:
    run = kdnet("status", here=project(tmp_path), COLUMNS="70")
    first, second = run.stdout.splitlines()
    assert second.startswith(" " * first.index("write"))
    assert second.strip()


def test_one_document_is_told_of_with_what_stands_in_its_way(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("enige.", "enige om xx kr."))
    git(here, "init", "--quiet")
    commit(here, "Begyndt", day="2022-01-01")
    run = kdnet("status", "aftale@2022", here=here)
    assert run.returncode == exits.OK
    head, _, findings = run.stdout.partition("\n\n")
    assert head.splitlines() == [
        "Aftale 2022 (aftale@2022)",
        "  Source      contract_sources/contracts/aftale/2022.yaml",
        "  Status      [udkast] → til-godkendelse → vedtaget → underskrevet",
        "  In the way  2 errors, below",
        '  Next step   write "status: til-godkendelse" when it is ready to be decided on',
    ]
    assert "KD813" in findings
    assert "KD815" in findings


def test_an_adopted_document_says_when_and_by_which_commit(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("udkast", "vedtaget"))
    git(here, "init", "--quiet")
    adopted = commit(here, "Vedtaget på mødet", author="Anne Holm", day="2022-03-01")
    run = kdnet("status", "aftale@2022", here=here, language="da")
    assert (
        f"  Vedtaget      lagt i git den 1. marts 2022 med commit {adopted[:9]} (Anne Holm: V" in run.stdout
    )
    source = here / "contract_sources/contracts/aftale/2022.yaml"
    source.write_text(source.read_text("utf-8") + "adopted: 2022-02-24\n", "utf-8")
    run = kdnet("status", "aftale@2022", here=here, language="da")
    assert "  Vedtaget      24. februar 2022; lagt i git den 1. marts 2022 med commit " in run.stdout


def test_errors_in_the_sources_are_the_exit_codes_matter(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("enige", "{{ enige }}"))
    for arguments in ((), ("aftale@2022",), ("2022-03",)):
        assert kdnet("status", *arguments, here=here).returncode == exits.FINDINGS
    unreadable = project(tmp_path / "andet", CONTRACT.replace("title:", "titel:"))
    run = kdnet("status", here=unreadable)
    assert run.returncode == exits.FINDINGS
    assert run.stdout == "  aftale@2022  -                2 errors: see `kdnet check aftale@2022`\n"


@pytest.mark.parametrize(
    ("reference", "code", "told"),
    [
        ("aftale@2022:HEAD~1", exits.USAGE, "`kdnet history aftale@2022` tells"),
        ("aftal@2022", exits.FINDINGS, 'did you mean "aftale@2022"?'),
        ("2022-04", exits.FINDINGS, "KD401"),
    ],
)
def test_what_cannot_be_told_of(reference: str, code: int, told: str, tmp_path: Path) -> None:
    run = kdnet("status", reference, here=project(tmp_path))
    assert run.returncode == code
    assert told in run.stderr


def test_a_project_without_documents(tmp_path: Path) -> None:
    (tmp_path / "contract_sources").mkdir()
    run = kdnet("status", here=tmp_path)
    assert (run.returncode, run.stdout) == (exits.OK, "There are no documents to tell of.\n")
