"""The files of a meeting lead to the state they were made from, though no source goes along in them."""

import pytest
from builds import MEETING, a_meeting_with_one_contract
from repositories import commit, git
from traced_package import line_of, lines, opened

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.sources.project import Project
from kdnet_docs.tracing.found import Traced
from kdnet_docs.tracing.trace import Asked, trace

DECIDED = """\
kind: meeting
id: 2022-01
title: Møde i havnen
date: 2022-01-01
agenda:
  - number: 1
    title: Nyt bolværk
    sagsfremstilling: Bolværket er fra 1931.
    indstilling: Det indstilles, at bolværket fornyes for 4 mio. kr.
    beslutning: Tiltrådt.
    bilag: [{title: Aftalen, document: aftale@1}]
  - number: 2
    title: Eventuelt
    sagsfremstilling: Havnefesten flyttes til juni.
"""
WHOLE, DAGSORDEN, REFERAT = (f"00 {name}.pdf" for name in ("Dagsorden med bilag", "Dagsorden", "Referat"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A meeting that was built, and the commit of then; the second point is taken out since."""
    project = a_meeting_with_one_contract(tmp_path_factory.mktemp("decided"))
    source = project.root / MEETING
    source.write_text(DECIDED, encoding="utf-8")
    git(project.root, "init", "--quiet")
    then = commit(project.root, "Sources")
    built = build(project, "2022-01", project.root.parent / "out", ("pdf",), "typst")
    assert isinstance(built, Built), built
    source.write_text(DECIDED.partition("  - number: 2")[0], encoding="utf-8")
    commit(project.root, "One point less")
    return project, then


def _ask(project: Project, file: str, words: str) -> Traced | Refused:
    found = opened(project, project.root.parent / "out" / "meeting-2022-01" / file)
    assert not isinstance(found, Refused)
    return trace(found, Asked(words=words))


@pytest.mark.parametrize(
    ("file", "words", "pages"),
    [
        (WHOLE, "bolværket fornyes", [(2,), (3,)]),
        (WHOLE, "Tiltrådt", [(3,)]),
        (DAGSORDEN, "bolværket fornyes", [(2,)]),
        (REFERAT, "bolværket fornyes", [(1,)]),
    ],
)
def test_the_dagsorden_and_the_referat_have_their_own_pages(
    made: tuple[Project, str], file: str, words: str, pages: list[tuple[int, ...]]
) -> None:
    found = _ask(made[0], file, words)
    assert isinstance(found, Traced)
    assert [place.pages for place in found.places] == pages
    assert {line for place in found.places for line in lines(place)} == {
        (MEETING, line_of(made[0], MEETING, words))
    }


def test_a_decision_does_not_stand_in_the_dagsorden(made: tuple[Project, str]) -> None:
    refused = _ask(made[0], DAGSORDEN, "Tiltrådt")
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].code is Code.NOT_IN_FILE


def test_what_was_taken_out_since_leads_to_the_commit_that_had_it(made: tuple[Project, str]) -> None:
    project, then = made
    found = _ask(project, DAGSORDEN, "Havnefesten flyttes")
    assert isinstance(found, Traced)
    (place,) = found.places
    assert place.state
    assert place.state.commit == then
    assert lines(place) == [(MEETING, 14)]
