"""What every report says alike."""

from dataclasses import replace

import pytest
from marked import lines
from project_documents import PROJECT, document

from kdnet_docs.cli.changes import render
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.html import write_html_report
from kdnet_docs.compare.faces.markdown import write_markdown
from kdnet_docs.compare.faces.pdf import report
from kdnet_docs.compare.faces.report import counted, grouped, short_list, shortened
from kdnet_docs.compare.faces.summary import summary
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.document.tree import Document


def real() -> Comparison:
    return compare(document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022"))


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([Kind.TARGET], "1 ændring"),
        ([Kind.TYPOGRAPHY], "1 ændring, kun af form"),
        ([Kind.TARGET] * 2, "2 ændringer"),
        ([Kind.TARGET, Kind.YEAR_SHIFT], "2 ændringer, heraf 1 kun af form"),
        ([Kind.TYPOGRAPHY] * 2, "2 ændringer, alle kun af form"),
    ],
)
def test_changes_are_counted_with_those_of_form(kinds: list[Kind], said: str) -> None:
    where = (Where(old=None, new=None),)
    facts = [Fact(kind=kind, subject="", old=None, new=None, places=where) for kind in kinds]
    assert counted(facts).to("da") == said


def test_every_face_gives_the_same_number() -> None:
    comparison = real()
    said = counted(comparison.facts).to("da")
    page = Page(language="da", root=None, here=PROJECT.root, width=100, colour=False)
    html, short = write_html_report(comparison, PROJECT.templates), summary(comparison, PROJECT.templates)
    assert isinstance(html, bytes)
    assert isinstance(short, Document)
    assert f"{said}:" in render(comparison, page)
    assert f"{said}." in write_markdown(comparison)
    assert f"{said}." in html.decode()
    assert f"{said}." in lines(report(comparison).blocks)
    assert f"{said}." in " ".join(lines(short.blocks))


def test_the_short_list_has_targets_with_their_clauses_and_counts_the_rest() -> None:
    told = [line.to("da") for line in short_list(real())]
    assert told[1].endswith("(Mål 1)")
    assert told[-1] == f"Hertil kommer {len(real().facts) - len(told) + 2} andre ændringer; se rapporten."
    assert [line.to("da") for line in short_list(replace(real(), facts=()))] == [
        "Der er ingen ændringer, som kan siges i en sætning."
    ]


def test_every_fact_is_in_one_group() -> None:
    facts = real().facts
    assert sorted(fact.number for _, group in grouped(facts) for fact in group) == [
        fact.number for fact in facts
    ]


def test_a_long_name_is_cut_between_two_words() -> None:
    assert shortened("ord " * 40, 10) == "ord ord …"
