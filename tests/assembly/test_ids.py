import pytest
from authored import contract, document, examined, found, real

from kdnet_docs.assembly.ids import slug
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Document, Heading, List, Paragraph, Signatures, Table
from kdnet_docs.document.walk import blocks_within, inlines_within, own_inlines


def all_ids(made: Document) -> list[str]:
    """Every id of a document: of blocks, items, rows, cells, notes and signatories."""
    found_ids: list[str] = []
    for block in blocks_within(made.blocks):
        found_ids.append(block.id)
        found_ids += [one.id for one in inlines_within(own_inlines(block)) if hasattr(one, "id")]
        match block:
            case List():
                found_ids += [item.id for item in block.items]
            case Table():
                found_ids += [row.id for row in block.rows]
                found_ids += [cell.id for row in block.rows for cell in row.cells]
            case Signatures():
                found_ids += [one.id for one in block.signatories]
            case _:
                pass
    return found_ids


@pytest.mark.parametrize(
    "name",
    ["erhvervshus-midtjylland@2022", "erhvervshus-midtjylland@2021", "naere-psykiatri@2021-09", "2021-09"],
)
def test_every_id_of_a_real_document_is_its_own(name: str) -> None:
    ids = all_ids(examine(real(name))[0])
    assert len(ids) > 10
    assert sorted(ids) == sorted(set(ids))


# Everything here wants an id that something else has already, or that the engine gives itself.
CROWDED = """\
- section: Økonomi
  text: |
    Et[^a].

    [^a]: Note.
  body:
    - table: {id: t, columns: [{key: head, title: A}, {key: b, title: B}], rows: [[head, b], [total, b], [head, b], ["", b]], total: {row: [I alt, b]}}
    - text: Løs tekst
    - text: Mere løs tekst
- section: Økonomi
  clauses:
    - title: Økonomi
      text: Klausul
    - title: Økonomi
- section: Signatures
  body:
    - signatures: [a]
- section: Contents
- section: Title
- section: Appendices
- section: Text
- goals:
    - group: Økonomi
      overview: Oversigten
      text: Målene
      goals:
        - title: Økonomi
          maal: x
        - title: Table
          maal: x
        -
          id: tomt
  overview: true
"""  # noqa: E501 - one table in one line
HEAD = """\
parties: [{id: a, name: A}]
contents: true
appendices:
  - appendix: Økonomi
    body: [{text: Bilagets tekst}]
"""


def test_every_id_is_its_own_however_crowded_the_names_are() -> None:
    ids = all_ids(examined(contract(CROWDED, HEAD))[0])
    assert sorted(ids) == sorted(set(ids))


ONE = "- section: Ens\n  id: ens\n  text: |\n    Første.\n\n    - a\n    - b\n"
OTHER = "- section: Anden\n  text: Anden tekst.\n"
TABLE = "- table: {id: t, columns: [{key: k, title: A}], rows: [[Aarhus], [Odder]]}\n"


def test_ids_stay_when_a_section_is_moved_or_one_is_put_before_it() -> None:
    before = set(all_ids(document(contract(ONE + OTHER + TABLE))))
    assert set(all_ids(document(contract(TABLE + OTHER + ONE)))) == before
    assert before < set(all_ids(document(contract("- section: Ny\n  text: Ny.\n" + ONE + OTHER + TABLE))))


def test_ids_of_rows_stay_when_a_row_is_put_before_them() -> None:
    longer = TABLE.replace("[Aarhus]", "[Favrskov], [Aarhus]")
    assert set(all_ids(document(contract(TABLE)))) < set(all_ids(document(contract(longer))))


def test_an_id_does_not_depend_on_the_words_where_the_author_wrote_one() -> None:
    made = document(contract(ONE.replace("section: Ens", "section: Helt andre ord")))
    assert [block.id for block in made.blocks if isinstance(block, Heading | Paragraph)] == ["ens", "ens/p1"]


def test_a_derived_id_makes_way_for_one_that_is_written_further_down() -> None:
    made = document(contract("- section: Anden\n- section: Tredje\n  id: anden\n"))
    assert [block.id for block in made.blocks] == ["anden-2", "anden"]


def test_the_same_id_twice_is_found_at_the_second() -> None:
    text = contract("- section: A\n  id: ens\n- section: B\n  id: ens\n")
    assert found(text) == [("KD208", "ens")]
    (finding,) = examined(text)[1]
    assert finding.span is not None
    assert finding.span.line == 11
    assert [(label.span.line, str(label.message)) for label in finding.labels] == [(9, "first here")]


def test_words_become_an_id() -> None:
    assert slug("Økonomi og ærlig åbenhed (2022)") == "oekonomi-og-aerlig-aabenhed-2022"
    assert slug("–") == "x"
    assert len(slug("meget " * 50)) <= 60
