"""What a tired secretary types, and what she is told."""

import pytest
from command_line import kdnet

from kdnet_docs.cli import exits
from kdnet_docs.cli.group import COMMANDS


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("buidl 2021-09", 'did you mean "build"?'),
        ("byg 2021-09", 'did you mean "build"?'),
        ("tjek", 'did you mean "check"?'),
        ("hjælp", 'did you mean "--help"?'),
        ("xyzzy", f"the commands are {', '.join(COMMANDS)}"),
        ("build", "`kdnet list` shows the documents and meetings there are"),
        ("build 2021-09 --fromat pdf", 'did you mean "--format"?'),
        ("build 2021-09 --format pfd", 'did you mean "pdf"?'),
        ("build 2021-09 --format word", "the choices are docx, pdf, html, txt"),
        ("build 2021-09 --format docx,pfd", 'did you mean "pdf"?'),
        ("build 2021-09 --format", "it is written --format docx,pdf,html,txt"),
        ("build 2021-09 --format=", "the choices are docx, pdf, html, txt"),
        ("build 2021-09 --pdf-engine tipst", 'did you mean "typst"?'),
        ("build 2021-09 --out README.md", '"README.md" is a file; a folder belongs here'),
        ("check --output-format jsn", 'did you mean "json"?'),
        ("list alt", '"alt" is one word too many'),
        ("schema kontrakt", 'did you mean "contract"?'),
        ("explain KD999", "`kdnet explain` lists all codes"),
        ("explain KD2O1", 'did you mean "201"?'),
        ("check --ret", 'did you mean "--fix"?'),
        ("rollforward --svar 2023.yaml", 'did you mean "--decisions"?'),
        ("--projct . list", 'did you mean "--project"?'),
        ("--project /findes/ikke list", 'there is no folder "/findes/ikke"'),
        ("--version=ja", "the option --version is not complete, or has too much"),
    ],
)
def test_a_misspelt_word_is_met_with_the_one_that_was_meant(typed: str, told: str) -> None:
    run = kdnet(*typed.split(" "))
    assert run.returncode == exits.USAGE
    assert told in run.stderr
    assert "--help` shows how it is used" in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


def test_in_danish() -> None:
    run = kdnet("list", "alt", language="da")
    assert run.stderr == (
        'fejl: "alt" er ét ord for meget\n  = tip: `kdnet list --help` viser, hvordan den bruges\n'
    )


@pytest.mark.parametrize(
    "typed", ["build 2021-9", "check erhvervshus-midtjyland@2022", "build findes/ikke.yaml"]
)
def test_a_misspelt_document_is_a_finding(typed: str) -> None:
    run = kdnet(*typed.split(" "))
    assert run.returncode == exits.FINDINGS
    assert "error[KD401]" in run.stdout + run.stderr
