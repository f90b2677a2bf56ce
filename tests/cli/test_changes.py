"""Facts as lines of a screen, with a sign for what happened."""

import re
from pathlib import Path

import pytest
from authored import model
from project_documents import PROJECT, REFERENCES, document
from versions import FIRST, SECOND

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.cli.changes import render, sign
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.reading.values import Value, Words

_OTHERWISE = "~ ”opsøgende over .*” → ”opsøgende overfor.*”: linje [0-9]+"


def screen(*, colour: bool) -> str:
    comparison = compare(assemble(model(FIRST)).document, assemble(model(SECOND)).document)
    page = Page(language="da", root=None, here=Path("/"), width=80, colour=colour)
    return render(comparison, page)


@pytest.mark.parametrize(
    ("kind", "old", "new", "shown"),
    [
        (Kind.ROW_ADDED, None, "x", "+"),
        (Kind.GOAL_DROPPED, "x", None, "-"),
        (Kind.CLAUSE_MOVED, "x", "x", ">"),
        (Kind.GOAL_RENUMBERED, "1", "2", ">"),
        (Kind.INITIATIVE_NEW, None, "x", "+"),
        (Kind.INITIATIVE_FINISHED, "x", None, "-"),
        (Kind.TARGET, "x", "y", "~"),
        (Kind.TEXT_CHANGED, None, "y", "+"),
        (Kind.TEXT_CHANGED, "x", None, "-"),
        (Kind.FORMATTING, None, None, "~"),
        (Kind.YEAR_KEPT, "2021", None, "~"),
    ],
)
def test_each_kind_has_a_sign(kind: Kind, old: str | None, new: str | None, shown: str) -> None:
    def words(text: str | None) -> Value | None:
        return None if text is None else Words(text=text)

    places = (Where(old=Spot(leaf="a"), new=None),)
    assert sign(Fact(kind=kind, subject="", old=words(old), new=words(new), places=places)) == shown


def test_colour_adds_nothing_but_colour() -> None:
    plain, coloured = screen(colour=False), screen(colour=True)
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_shift_of_years_is_one_line_at_the_end() -> None:
    assert screen(colour=False).splitlines()[-1].startswith("~ Årstallene er rykket ét år frem: 2021 ")


def test_other_places_are_told_by_their_lines_and_changes_of_signs_by_what_they_are() -> None:
    page = Page(language="da", root=PROJECT.root, here=PROJECT.root, width=80, colour=False)
    told = render(compare(document(REFERENCES[0]), document(REFERENCES[1])), page).splitlines()
    assert any(re.fullmatch(r" +og 4 steder mere: linje (\d+, ){3}\d+", line) for line in told)
    signs = told[told.index(next(line for line in told if line.startswith("Kun stavning"))) + 1 :]
    assert any(re.fullmatch(_OTHERWISE, line) for line in signs)
    assert max(map(len, told)) <= 80


def test_the_sources_are_named_once_and_many_facts_are_counted_at_the_end() -> None:
    page = Page(language="da", root=PROJECT.root, here=PROJECT.root, width=200, colour=False)
    told = render(compare(document(REFERENCES[0]), document(REFERENCES[1])), page).splitlines()
    assert [line for line in told if "contract_sources" in line] == told[1:4:2]
    assert any(re.fullmatch(r" +2022\.yaml:\d+ \(før 2021\.yaml:\d+\)", line) for line in told)
    assert re.match(r"Mål og måltal \d+ · ", told[-2])
    assert told[-1] == "kdnet compare … --html rapport.html viser det i browseren"
