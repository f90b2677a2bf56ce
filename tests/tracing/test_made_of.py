"""A package with a closed section and a file of somebody else: each page leads to what it was made of."""

from pathlib import Path

import pytest
from builds import CONTRACT, MEETING, a_meeting_with_one_contract
from hand_made_pdf import pdf, stream
from repositories import commit, git
from traced_package import line_of, lines, opened

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.meeting.engines import Audience
from kdnet_docs.sources.project import Project
from kdnet_docs.tracing.found import Place, Traced
from kdnet_docs.tracing.trace import Asked, trace

AUDIENCES: tuple[Audience, ...] = ("open", "closed")

NOTE = pdf(
    {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        3: "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        4: stream(b"BT /F 12 Tf 60 400 Td (A note on the berths) Tj ET"),
        5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
)

MORE = """\
  - section: Om bestyrelsen
    closed: true
    text: Formanden fratræder til sommer.
  - section: Til sidst
    text: Parterne mødes igen til næste år.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    there = a_meeting_with_one_contract(tmp_path_factory.mktemp("closed"))
    contract, meeting = there.root / CONTRACT, there.root / MEETING
    text = contract.read_text(encoding="utf-8").replace("status: vedtaget", "status: udkast")
    contract.write_text(f"# A note to ourselves.\n{text}{MORE}", encoding="utf-8")
    with_file = "document: aftale@1}, {title: Et notat, file: attachments/notat.pdf}"
    plain = meeting.read_text(encoding="utf-8")
    meeting.write_text(plain.replace("document: aftale@1}", with_file), encoding="utf-8")
    (there.root / "contract_sources/attachments").mkdir()
    (there.root / "contract_sources/attachments/notat.pdf").write_bytes(NOTE)
    git(there.root, "init", "--quiet")
    commit(there.root, "Sources")
    for audience in AUDIENCES:
        built = build(there, "2022-01", there.root.parent / "out", ("pdf",), "typst", audience=audience)
        assert isinstance(built, Built), built
    return there


def _place(project: Project, file: Path, words: str) -> Place:
    found = opened(project, file)
    assert not isinstance(found, Refused)
    traced = trace(found, Asked(words=words))
    assert isinstance(traced, Traced), [str(one.message) for one in traced.diagnostics]
    assert len(traced.places) == 1
    return traced.places[0]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", ["00 Dagsorden med bilag.pdf", "01-1 Aftalen.pdf"])
def test_both_packages_lead_to_the_one_source(project: Project, audience: str, name: str) -> None:
    file = project.root.parent / "out" / f"meeting-2022-01-{audience}" / name
    place = _place(project, file, "mødes igen til næste år")
    assert lines(place) == [(CONTRACT, line_of(project, CONTRACT, "mødes igen"))]
    assert place.state
    assert place.state.commit == git(project.root, "rev-parse", "HEAD")


def test_a_page_of_somebody_else_is_named_by_its_file(project: Project) -> None:
    file = project.root.parent / "out" / "meeting-2022-01-closed" / "00 Dagsorden med bilag.pdf"
    others = _place(project, file, "note on the berths").others
    assert others
    assert (others.name, others.page) == ("attachments/notat.pdf", 1)
    assert others.span
    assert others.span.text == "attachments/notat.pdf"
