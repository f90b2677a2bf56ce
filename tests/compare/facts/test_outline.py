"""A goal, section or clause that comes, goes or moves is one fact with all it holds."""

from itertools import pairwise

from authored import contract
from told_sources import edited, facts, told


def clause(name: str) -> str:
    return f"""\
    - title: Om {name}
      id: {name}
      text: |
        Havnen tager sig af {name} hele året, og det sker efter aftale med kommunen.

        Om {name} skrives der en plan, som udvalget får at se.
"""


def clauses(*names: str) -> str:
    return contract(f"- section: Opgaver\n  id: opgaver\n  clauses:\n{''.join(map(clause, names))}")


def goal(name: str) -> str:
    return f"""\
        - title: Bedre {name}
          id: {name}
          text: Målet for {name} er aftalt med kommunen og gælder hele året.
          maal: Der er mere {name} end sidste år.
          metode: Havnen opgør {name} hver måned.
"""


def goals(*names: str) -> str:
    body = "".join(map(goal, names))
    return contract(f"""\
- overview: true
  goals:
    - group: Fælles mål
      id: faelles
      goals:
{body}""")


def test_a_clause_comes_and_those_after_it_take_other_numbers() -> None:
    assert told(clauses("drift", "lys", "vagt"), clauses("drift", "oprydning", "lys", "vagt")) == [
        "clause-added: ”2. Om oprydning” er kommet til",
        "clause-renumbered: Under ”Opgaver” er nr. 2 nu nr. 3; 3 er nu 4",
    ]


def test_a_clause_goes() -> None:
    assert told(clauses("drift", "lys", "vagt"), clauses("drift", "vagt")) == [
        "clause-dropped: ”2. Om lys” er udgået",
        "clause-renumbered: ”Om vagt” er rykket fra nr. 3 til nr. 2",
    ]


def test_a_clause_moves() -> None:
    assert told(clauses("drift", "lys", "vagt", "vand"), clauses("drift", "vagt", "vand", "lys")) == [
        "clause-renumbered: Under ”Opgaver” er nr. 3 nu nr. 2; 4 er nu 3",
        "clause-moved: ”Om lys” er flyttet fra nr. 2 til nr. 4",
    ]


def test_what_changed_in_a_clause_that_moved_is_told_as_well() -> None:
    new = edited(clauses("drift", "vagt", "vand", "lys"), ("af lys hele året", "af lys hver eneste nat"))
    kinds = [fact.kind.value for fact in facts(clauses("drift", "lys", "vagt", "vand"), new)]
    assert sorted(kinds) == ["clause-moved", "clause-renumbered", "text-changed"]


def test_a_section_goes_with_all_it_holds() -> None:
    one = "- section: Indledning\n  text: Aftalen gælder for havnen i Nordby.\n"
    whole = contract(
        one + clauses("drift", "lys").partition("body:\n")[2].replace("\n  ", "\n").removeprefix("  ")
    )
    (fact,) = facts(whole, contract(one))
    assert fact.kind.value == "clause-dropped"
    assert fact.subject == "Opgaver"
    assert len(fact.places) == 7


def test_a_heading_has_other_words() -> None:
    assert told(
        clauses("drift"), edited(clauses("drift"), ("title: Om drift", "title: Om drift og tilsyn"))
    ) == ["heading: Overskriften ”Om drift” er nu ”Om drift og tilsyn”"]


def test_a_goal_comes_goes_and_moves_with_its_line_in_the_overview() -> None:
    three = goals("liv", "ro", "fisk")
    assert told(three, goals("liv", "handel", "ro", "fisk")) == [
        "goal-added: Et mål er kommet til: Mål 2 – Bedre handel",
        "goal-renumbered: Mål 2 er nu mål 3; 3 er nu 4",
    ]
    assert told(three, goals("liv", "fisk")) == [
        "goal-dropped: Et mål er udgået: Mål 2 – Bedre ro",
        "goal-renumbered: Mål 3 er nu mål 2",
    ]
    assert sorted(told(goals("liv", "ro", "fisk", "vind"), goals("liv", "fisk", "vind", "ro"))) == [
        "clause-moved: ”Bedre ro” er flyttet fra Mål 2 til Mål 4",
        "goal-renumbered: Mål 3 er nu mål 2; 4 er nu 3",
    ]


def test_an_overview_comes_and_goes_as_a_whole() -> None:
    whole = goals("liv", "ro")
    without = edited(whole, ("- overview: true\n    goals:", "- goals:"))
    (gone,) = told(whole, without)
    assert gone == "text-removed: Udgået tekst: ”Fælles mål … Bedre liv … Bedre ro”"
    assert [one.partition(":")[0] for one in told(without, whole)] == ["text-added"]


def test_a_group_goes_with_its_words_in_the_overview() -> None:
    more = (
        goals("liv")
        + "      - {group: Andre mål, id: andre, overview: Se også her., goals: [{title: Bedre lys}]}\n"
    )
    assert sorted(told(more, goals("liv"))) == [
        "clause-dropped: ”Andre mål” er udgået",
        "goal-dropped: Et mål er udgået: Mål 2 – Bedre lys",
    ]


def test_a_goal_without_title_is_known_by_its_number() -> None:
    more = goals("liv", "ro") + "          - id: tom\n"
    assert told(goals("liv", "ro"), more) == ["goal-added: Et mål uden titel er kommet til: Mål 3"]


def test_facts_stand_in_reading_order() -> None:
    found = facts(clauses("drift", "lys"), clauses("drift", "oprydning", "lys", "vand"))
    assert all(one.number + 1 == two.number for one, two in pairwise(found))
    assert [fact.where.clause for fact in found][:1] == ["2. Om oprydning"]
