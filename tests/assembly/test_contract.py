import pytest
from authored import contract, document, examined, found, hints

from kdnet_docs.document.tree import Contents, Document, Heading, Paragraph, Signatures, Table
from kdnet_docs.document.walk import heading_text, plain_text

PARTIES = """\
parties:
  - {id: kkr, name: KKR Midtjylland, signatory: {name: Anna, title: Formand}}
  - {id: hus, name: Erhvervshus}
"""


def outline(made: Document) -> list[tuple[int, str]]:
    return [(block.level, heading_text(block)) for block in made.blocks if isinstance(block, Heading)]


def nested(depth: int, inner: str) -> str:
    """Sections inside one another, numbered by level, and in the last one `inner`."""
    lines = ""
    for level in range(depth):
        lines += f"{'    ' * level}- section: S{level + 1}\n{'    ' * level}  body:\n"
    return lines + "".join("    " * depth + line + "\n" for line in inner.splitlines())


def test_sections_clauses_and_appendices_have_their_levels() -> None:
    body = """\
- section: A
  clauses:
    - title: K
      body:
        - section: Under K
  body:
    - section: AA
- section: B
"""
    made = document(contract(body, "appendices: [{appendix: Et, body: [{section: Under}]}]\n"))
    assert outline(made) == [
        (1, "A"),
        (2, "1. K"),
        (3, "Under K"),
        (2, "AA"),
        (1, "B"),
        (1, "Bilag"),
        (2, "Et"),
        (3, "Under"),
    ]


def test_words_stand_in_the_order_in_which_they_are_written() -> None:
    body = """\
- text: Først
- section: A
  text: Afsnittet
  clauses: [{title: K, text: Klausulen, body: [{text: Efter klausulen}]}]
  body: [{text: Efter afsnittet}]
- text: Sidst
"""
    made = document(contract(body))
    assert [plain_text(block.content) for block in made.blocks if isinstance(block, Heading | Paragraph)] == [
        "Først",
        "A",
        "Afsnittet",
        "K",
        "Klausulen",
        "Efter klausulen",
        "Efter afsnittet",
        "Sidst",
    ]


def test_the_sixth_level_is_the_last() -> None:
    assert max(level for level, _ in outline(document(contract(nested(6, "- text: x"))))) == 6
    assert found(contract(nested(7, "- text: x"))) == [("KD503", "S7")]
    clause = contract(nested(6, "- section: x\n  clauses: [{title: K}]"))
    assert [code for code, _ in found(clause)] == ["KD503", "KD503"]
    goals = "- goals: [{group: G, goals: [{title: M, maal: y}]}]"
    assert found(contract(nested(4, goals))) == []
    assert [code for code, _ in found(contract(nested(5, goals)))] == ["KD503"]
    assert all(level <= 6 for level, _ in outline(examined(contract(nested(9, goals)))[0]))


def test_levels_never_skip_downwards() -> None:
    levels = [level for level, _ in outline(document(contract(nested(6, "- text: x"), "contents: true\n")))]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_contents_stand_first_when_they_are_asked_for() -> None:
    made = document(contract("- section: A\n", "contents: ja\n"))
    assert isinstance(made.blocks[0], Contents)
    assert made.blocks[0].title == "Indhold"
    assert not any(isinstance(block, Contents) for block in document(contract("- section: A\n")).blocks)


def test_the_parties_sign_in_the_order_of_the_block() -> None:
    (made,) = document(contract("- signatures: [hus, kkr]\n", PARTIES)).blocks
    assert isinstance(made, Signatures)
    assert [(one.heading, one.name, one.title) for one in made.signatories] == [
        ("For Erhvervshus", "", ""),
        ("For KKR Midtjylland", "Anna", "Formand"),
    ]


def test_an_unknown_party_is_found_with_what_was_meant() -> None:
    text = contract("- signatures: [hus, kr]\n", PARTIES)
    assert found(text) == [("KD402", "[hus, kr]")]
    assert hints(text) == ['did you mean "kkr"?']
    assert hints(contract("- signatures: [regionen]\n", PARTIES)) == ["the parties are kkr, hus"]
    assert found(contract("- signatures: [hus, hus]\n", PARTIES)) == [("KD208", "[hus, hus]")]


def test_two_signature_blocks_are_two() -> None:
    made = document(contract("- signatures: [hus]\n- signatures: [kkr]\n", PARTIES))
    assert [block.id for block in made.blocks] == ["signatures", "signatures-2"]


@pytest.mark.parametrize(
    "body",
    [
        '- section: ""\n',
        '- section: A\n  clauses: [{title: " "}]\n',
        '- goals: [{group: "", goals: [{title: x}]}]\n',
    ],
)
def test_a_heading_has_words(body: str) -> None:
    assert [code for code, _ in found(contract(body))] == ["KD204"]


def test_a_title_has_words_and_is_one_line() -> None:
    assert found(contract("- text: x\n").replace("title: Aftale", 'title: ""')) == [("KD204", '""')]
    assert found(contract("- section: '- a'\n")) == [("KD203", "'- a'")]
    assert document(contract("- section: 1\\. januar\n")).blocks


@pytest.mark.parametrize(
    ("state", "watermark"),
    [("udkast", "UDKAST"), ("til-godkendelse", "UDKAST"), ("vedtaget", None), ("underskrevet", None)],
)
def test_only_what_is_not_adopted_is_watermarked(state: str, watermark: str | None) -> None:
    made = document(contract("- text: x\n").replace("vedtaget", state))
    assert made.watermark == watermark


def test_a_document_carries_its_source_and_its_properties() -> None:
    text = contract(
        "- text: x\n", "author: KKR\nsubject: Emne\nkeywords: [a, b]\nremark: Opdigtet\n" + PARTIES
    )
    made = document(text)
    assert (made.source_name, made.source_text) == ("aftale.yaml", text)
    assert (made.author, made.subject, made.keywords, made.comments) == (
        "KKR",
        "Emne",
        ("a", "b"),
        "Opdigtet",
    )
    assert (made.id, made.version, made.title, made.language, str(made.date)) == (
        "aftale",
        "1",
        "Aftale",
        "da",
        "2022-01-01",
    )
    assert made.fields["parties"] == ({"name": "KKR Midtjylland"}, {"name": "Erhvervshus"})


def test_a_parameter_in_the_title_is_written_out() -> None:
    made = document(contract("- text: x\n").replace("title: Aftale", "title: Aftale *nr.* {{ version }}"))
    assert made.title == "Aftale nr. 1"


def test_a_table_is_described_by_the_heading_above_it() -> None:
    table = "{table: {id: ID, columns: [{key: k, title: K}], rows: [[x]]}}"
    made = document(
        contract(
            f"- {table.replace('ID', 'a')}\n"
            f"- section: Økonomi\n  body: [{table.replace('ID', 'b')}]\n"
            f"- section: B\n  clauses: [{{title: Betaling, body: [{table.replace('ID', 'c')}]}}]\n"
        )
    )
    assert [block.description for block in made.blocks if isinstance(block, Table)] == [
        "Aftale",
        "Økonomi",
        "Betaling",
    ]
