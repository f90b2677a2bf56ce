import pytest
from authored import contract, found, hints

BODY = """\
- section: Økonomi
  id: oekonomi
  text: "{words}"
  clauses: [{{title: Betaling, id: betaling}}]
- table: {{id: penge, columns: [{{key: k, title: K}}], rows: [["{cell}"]]}}
- goals: [{{group: Mål, id: gruppe, goals: [{{title: Kendskab, id: kendskab}}]}}]
"""


def text(words: str, cell: str = "x") -> str:
    return contract(BODY.format(words=words, cell=cell), "appendices: [{appendix: Oversigt, id: oversigt}]\n")


@pytest.mark.parametrize(
    "name", ["oekonomi", "betaling", "penge", "gruppe", "kendskab", "oversigt", "appendices"]
)
def test_a_link_may_lead_to_any_heading_or_table(name: str) -> None:
    assert found(text(f"Se [der](#{name}).")) == []


def test_a_link_out_of_the_document_is_left_alone() -> None:
    assert found(text("[a](https://eksempel.dk) <https://eksempel.dk> [b](mailto:a@eksempel.dk)")) == []


def test_a_link_to_nothing_is_found_at_its_words() -> None:
    assert found(text("Se [det *hele*](#oekonmi).")) == [("KD310", "det *hele*")]
    assert hints(text("Se [der](#oekonmi).")) == ['did you mean "oekonomi"?']
    assert hints(text("Se [der](#zzz).")) == [
        "link to the id of a section, clause, goal or table: [words](#id)"
    ]


@pytest.mark.parametrize("empty", ["[der]()", "[der](#)", "[der](<>)"])
def test_a_link_without_an_address_is_found(empty: str) -> None:
    assert found(text(f"Se {empty}.")) == [("KD310", "der")]


def test_links_in_cells_and_footnotes_are_looked_at() -> None:
    assert found(text("x", "[a](#findes-ikke)")) == [("KD310", "a")]
    note = contract("- text: |\n    Ord[^n].\n\n    [^n]: Se [b](#findes-ikke).\n")
    assert found(note) == [("KD310", "b")]


@pytest.mark.parametrize(
    "address",
    [
        *("www.kl.dk", "../../etc", "/url", "ftp://kl.dk", "./bilag.pdf", "././x"),
        *("file:///C:/Users/anna/x.docx", "javascript:alert(1)", "data:text/html,x"),
    ],
)
def test_half_an_address_is_told_of(address: str) -> None:
    assert found(text(f"Se [der]({address}).")) == [("KD314", "der")]


def test_an_address_without_its_beginning_is_suggested_whole() -> None:
    assert hints(text("Se [der](www.kl.dk/om).")) == ['did you mean "https://www.kl.dk/om"?']
