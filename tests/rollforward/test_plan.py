"""Everything that is found in a source and what becomes of it, held against files that a person has read."""

from pathlib import Path

import pytest
from rolled import HEAD, REAL, STATUS, plan_of

from kdnet_docs.rollforward.decisions_file import write_decisions

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("source", "to", "golden"),
    [
        (REAL, "2023", "erhvervshus-midtjylland-2023.yaml"),
        (STATUS, "2022-01", "naere-psykiatri-2022-01.yaml"),
    ],
)
def test_every_decision_on_the_real_sources_is_as_it_was_read_and_approved(
    source: Path, to: str, golden: str
) -> None:
    assert write_decisions(plan_of(source.read_text("utf-8"), to), {}) == (GOLDEN / golden).read_text("utf-8")


def told(text: str, to: str = "2023") -> dict[str, tuple[str, str | None]]:
    return {item.part: (item.verdict.kind, item.verdict.new) for item in plan_of(text, to).items}


def test_a_head_becomes_that_of_a_new_draft() -> None:
    text = HEAD.replace("udkast", "vedtaget").replace("date: 2021-09-01", "date: 1. september 2021")
    text += (
        "adopted: 2021-10-01\nsubject: Aftale for 2022\nkeywords: [aftale, budget 2022]\n"
        "effective: 2022-01-01\nbody:\n  - text: Parterne er enige.\n"
    )
    assert told(text) == {
        "version": ("shift", "2023"),
        "status": ("shift", "udkast"),
        "date": ("shift", "1. september 2022"),
        "adopted": ("shift", ""),
        "subject": ("shift", "2023"),
        "keywords.2": ("shift", "2023"),
        "effective": ("shift", "2023-01-01"),
    }


def test_a_leap_day_becomes_one_that_the_next_year_has() -> None:
    text = HEAD.replace("2022", "2024") + "effective: 2024-02-29\nbody:\n  - text: Parterne er enige.\n"
    assert told(text, "2025")["effective"] == ("shift", "2025-02-28")


TARGETS = (
    HEAD
    + """\
body:
  - goals:
      - group: Mål
        goals:
          - title: Brugere
            id: maal
            targets:
              - {id: brugere-2022, measure: brugere, value: 100, due: 2022}
              - {id: brugere-2023, measure: brugere, value: 120, due: efteråret 2023}
              - {id: gamle, measure: gamle, value: 10, due: ultimo 2021}
              - {id: altid, measure: altid, value: 7, due: to år efter}
              - {id: uden, measure: uden, value: 6}
              - {id: begge, measure: begge, value: 8, due: 2022 og 2023}
              - {id: senere, measure: senere, value: 9, due: 2025}
              - {id: aaret, measure: årets, value: 70, unit: pct., due: 2022}
"""
)


def test_the_figure_of_a_target_is_asked_with_what_the_contract_has_for_the_new_year() -> None:
    found = told(TARGETS)
    assert found["targets.brugere-2022.value"] == ("ask", "120")
    assert found["targets.brugere-2022.due"] == ("shift", "2023")
    assert found["targets.aaret.value"] == ("ask", "70")
    assert found["targets.uden.value"] == ("ask", "6")


def test_a_target_set_ahead_that_is_now_the_years_own_needs_a_next_one() -> None:
    found = told(TARGETS)
    assert found["targets.brugere-2023.value"] == ("ask", None)
    assert found["targets.brugere-2023.due"] == ("ask", "efteråret 2024")


def test_a_target_for_a_year_on_the_way_is_told_of() -> None:
    assert told(TARGETS, "2024")["targets.brugere-2022.value"] == ("ask", "120")


def test_what_parameters_carry_into_the_text_is_told_of() -> None:
    text = (
        HEAD
        + "effective: 2022-01-01\nbody:\n  - section: Om {{ version }}\n    id: om\n"
        + "    text: Fra {{effective | dato}}.\n"
    )
    reasons = {item.part: str(item.verdict.reason) for item in plan_of(text).items}
    assert reasons["version"] == "the new version; by {{ version }} it stands in title, om.section too"
    assert reasons["effective"].endswith("by {{ effective }} it stands in om.text too")


def test_a_target_whose_year_is_over_is_asked_about_and_has_no_proposal() -> None:
    assert told(TARGETS)["targets.gamle.due"] == ("ask", None)
    assert told(TARGETS, "2024")["targets.brugere-2023.due"] == ("ask", None)


def test_targets_for_no_year_for_both_and_for_later_ones_stay() -> None:
    found = told(TARGETS)
    assert found["targets.altid.value"] == ("keep", "7")
    assert found["targets.begge.value"] == ("keep", "8")
    assert found["targets.begge.due"] == ("ask", "2023")
    assert found["targets.senere.due"] == ("keep", "2025")


TABLE = (
    HEAD
    + """\
body:
  - table:
      id: fordeling
      columns:
        - {key: kommune, title: Kommune}
        - {key: beloeb, title: Beløb i 2022, type: amount}
      rows:
        - [Skive, 2022]
        - {kommune: Struer (fra 2022), beloeb: 1.000}
"""
)


def test_an_amount_is_no_year_and_a_table_of_amounts_is_one_question() -> None:
    assert told(TABLE) == {
        "version": ("shift", "2023"),
        "date": ("shift", "2022-09-01"),
        "tables.fordeling.columns.2.title": ("shift", "2023"),
        "tables.fordeling.rows.1.2": ("ask", None),
        "tables.fordeling.rows.2.kommune": ("shift", "2023"),
    }


def test_ids_parameters_footnote_marks_and_addresses_are_no_words() -> None:
    text = (
        HEAD
        + """\
values: {maal-2022: ti}
body:
  - section: Om
    id: om-2022
    text: |
      Se {{ values.maal-2022 }}[^n-2022] og [aftalen](https://example.org/2022/aftale) `2022`.

      [^n-2022]: En note.
"""
    )
    assert set(told(text)) == {"version", "date"}


def test_the_same_words_of_one_value_are_told_apart() -> None:
    text = HEAD + "body:\n  - section: Om\n    id: om\n    text: I 2022 måles. I 2022 spørges.\n"
    assert [item.number for item in plan_of(text).items if item.part == "om.text"] == [1, 2]


def test_a_status_table_moves_its_own_month_and_asks_of_times_that_have_passed() -> None:
    found = told(STATUS.read_text("utf-8"), "2022-01")
    assert found["subject"] == ("shift", "januar 2022")
    assert found["date"] == ("shift", "2022-01-01")
    assert found["jeg-er-helt-normal.statuses.1"] == ("ask", None)
    assert found["et-faelles-forloeb.statuses.2"] == ("keep", "ultimo 2020")
    assert found["sundhedsvisitationer.statuses.1"] == ("keep", "1. kvartal 2022")
