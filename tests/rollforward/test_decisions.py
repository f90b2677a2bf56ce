"""The file of decisions: written, filled in by hand, and read again."""

from rolled import HEAD, REAL, draft_of, plan_of, with_proposals

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.rollforward.decisions import Decisions, decided, read_decisions
from kdnet_docs.rollforward.decisions_file import write_decisions
from kdnet_docs.rollforward.plan import Plan

SMALL = HEAD + "body:\n  - section: Om\n    id: om\n    text: I 2021 skal det ske, og i 2022 følges op.\n"


def read(text: str, found: Plan) -> Decisions:
    decisions = read_decisions(Source("svar.yaml", text), found)
    assert isinstance(decisions, Decisions), decisions
    return decisions


def test_what_is_written_is_read_again_place_by_place() -> None:
    found = plan_of(REAL.read_text("utf-8"))
    answers = with_proposals(found)
    decisions = read(write_decisions(found, answers), found)
    assert not decisions.findings
    assert set(decisions.entries) == {item.place for item in found.items}
    assert {place: one.words for place, one in decisions.answers.items()} == {
        item.place: decided(item, answers) or "" for item in found.items
    }


def test_what_nobody_has_filled_in_is_open_also_where_it_was_certain() -> None:
    found = plan_of(SMALL)
    text = write_decisions(found, {}).replace("    new: 2022-09-01\n", "    new:\n")
    answers = read(text, found).answers
    assert {item.part: item.words for item in draft_of(found, answers).open} == {
        "date": "2021-09-01",
        "om.text": "2021",
    }
    assert 'er kendt: skal "2021-09-01" blive til "2022-09-01"?' in draft_of(found, answers).source.text


def test_a_decision_on_other_words_is_told_of_at_its_line() -> None:
    found = plan_of(SMALL)
    text = (
        write_decisions(found, {})
        .replace("words: 2021\n", "words: 2019\n")
        .replace("part: date", "part: dato")
    )
    findings = read(text, found).findings
    assert {finding.code for finding in findings} == {Code.UNKNOWN_DECISION}
    assert sorted(finding.span.text for finding in findings if finding.span) == ["2019", "dato"]
    dato = next(finding for finding in findings if finding.span and finding.span.text == "dato")
    assert str(dato.hint) == 'did you mean "date"?'


def test_the_version_follows_from_the_command_whatever_the_file_says() -> None:
    found = plan_of(SMALL)
    decisions = read(write_decisions(found, {}).replace("new: 2023\n", "new: 2030\n", 1), found)
    assert [finding.code for finding in decisions.findings] == [Code.UNKNOWN_DECISION]
    assert "version: 2023\n" in draft_of(found, decisions.answers).source.text


def test_of_two_decisions_on_the_same_words_the_first_holds() -> None:
    found = plan_of(SMALL)
    text = write_decisions(found, {}).replace(
        "questions:\n", "questions:\n  - {part: om.text, words: 2021, new: 2024}\n"
    )
    decisions = read(text, found)
    assert decisions.answers["om.text", "2021", 1].words == "2024"
    assert [finding.code for finding in decisions.findings] == [Code.UNKNOWN_DECISION]


def test_decisions_on_another_way_are_refused() -> None:
    found = plan_of(SMALL)
    for text in (
        write_decisions(found, {}).replace("to: 2023", "to: 2024"),
        write_decisions(found, {}).replace("from: aftale@2022", "from: aftale@2021"),
    ):
        refused = read_decisions(Source("svar.yaml", text), found)
        assert isinstance(refused, Refused)
        assert [finding.code for finding in refused.diagnostics] == [Code.DECISIONS]


def test_what_is_no_file_of_decisions_is_refused_with_its_place() -> None:
    found = plan_of(SMALL)
    for text in (SMALL, "questions: [\n", "from: aftale@2022\nto: 2023\nquestions:\n  - {part: om.text}\n"):
        refused = read_decisions(Source("svar.yaml", text), found)
        assert isinstance(refused, Refused)
        assert all(
            finding.span and finding.span.source.name == "svar.yaml" for finding in refused.diagnostics
        )
