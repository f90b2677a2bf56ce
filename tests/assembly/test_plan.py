from authored import contract, document, examined, found, model, texts

from kdnet_docs.assembly.plan import goals_of, tables_of
from kdnet_docs.document.tree import Document, Generated, Heading
from kdnet_docs.document.walk import blocks_within, heading_text, own_inlines
from kdnet_docs.model.contract import Contract


def headings(made: Document) -> list[str]:
    return [heading_text(block) for block in made.blocks if isinstance(block, Heading)]


def generated(made: Document) -> list[str]:
    inlines = (one for block in blocks_within(made.blocks) for one in own_inlines(block))
    return [one.text for one in inlines if isinstance(one, Generated)]


CLAUSES = """\
- section: A
  clauses:
    - title: Første
    - title: Anden
- section: B
  clauses:
    - {title: Tredje, id: tredje, text: "Se punkt {{ clauses.anden }} og {{ clauses.tredje }}."}
"""


def test_clauses_are_numbered_from_one_in_each_section() -> None:
    assert headings(document(contract(CLAUSES))) == ["A", "1. Første", "2. Anden", "B", "1. Tredje"]


def test_a_parameter_may_speak_of_what_stands_further_down() -> None:
    assert generated(document(contract(CLAUSES))) == ["2", "1"]
    before = "- text: '{{ clauses.tredje }} {{ tables.t.rows | count }} {{ goals.g }} {{ targets.m }}'\n"
    after = "- table: {id: t, columns: [{key: k, title: K}], rows: [[x]]}\n- goals: [{group: G, goals: [{title: M, id: g, targets: [{id: m, value: 5}]}]}]\n"  # noqa: E501
    assert generated(document(contract(before + CLAUSES + after))) == ["1", "1", "1", "5", "2", "1"]


GOALS = """\
- goals:
    - group: Nationale mål
      goals:
        - title: Et
        - id: tomt
        - title: Tre
          text: "Mål {{ goals.tre }} og {{ goals.fire }} efter {{ goals.tomt }}"
    - group: Lokale mål
      goals:
        - title: Fire
"""
MORE = "- section: Flere mål\n  body:\n    - goals: [{group: Sidste, goals: [{title: Fem}]}]\n"


def test_goals_are_numbered_on_through_groups_and_an_empty_one_keeps_its_number() -> None:
    model_of = model(contract(GOALS + MORE))
    assert isinstance(model_of, Contract)
    assert len(goals_of(model_of)) == 5
    made, findings = examined(contract(GOALS + MORE))
    assert [one.code.value for one in findings] == ["KD502"]
    assert headings(made) == [
        "Nationale mål",
        "Mål 1 – Et",
        "Mål 3 – Tre",
        "Lokale mål",
        "Mål 4 – Fire",
        "Flere mål",
        "Sidste",
        "Mål 5 – Fem",
    ]
    assert generated(made) == ["3", "4", "2"]


def test_tables_are_found_wherever_they_stand() -> None:
    one = "{table: {id: ID, columns: [{key: k, title: K}], rows: [[x]]}}"
    body = f"""\
- section: A
  clauses:
    - title: K
      body: [{one.replace("ID", "i-klausul")}]
  body: [{one.replace("ID", "i-afsnit")}]
"""
    made = model(contract(body, f"appendices: [{{appendix: B, body: [{one.replace('ID', 'i-bilag')}]}}]\n"))
    assert isinstance(made, Contract)
    assert [table.spec.id for table in tables_of(made)] == ["i-klausul", "i-afsnit", "i-bilag"]


def test_what_is_named_twice_is_a_finding_since_parameters_would_find_one_only() -> None:
    twice = "parties: [{id: a, name: A}, {id: a, name: B}]\n"
    assert found(contract("- text: x\n", twice)) == [("KD208", "a")]
    targets = "- goals: [{group: G, goals: [{title: x, targets: [{id: m, value: 1}, {id: m, value: 2}]}]}]\n"
    assert found(contract(targets)) == [("KD208", "m")]


def test_equal_parts_are_told_apart() -> None:
    made = document(contract("- section: Ens\n  text: Ord\n- section: Ens\n  text: Ord\n"))
    assert [block.id for block in made.blocks] == ["ens", "ens/p1", "ens-2", "ens-2/p1"]
    assert [text.text for text in texts(made)] == ["Ens", "Ord", "Ens", "Ord"]
