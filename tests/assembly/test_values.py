import pytest
from authored import blocks, contract, document, examined, found

from kdnet_docs.document.tree import Generated
from kdnet_docs.document.walk import blocks_within, own_inlines

HEAD = """\
parties:
  - {id: kkr, name: KKR Midtjylland}
  - {id: hus, name: Erhvervshus}
effective: 2022-01-01
values: {frist: tre måneder, tal: "007"}
"""
BODY = """\
- section: Tekst
  text: "{expression}"
  clauses:
    - {{title: Første, id: foerste}}
    - {{title: Anden, id: anden}}
- table:
    id: penge
    columns:
      - {{key: hvem, title: Hvem}}
      - {{key: kr, title: Kr., type: amount, unit: 1000 DKK}}
      - {{key: aar, title: År, type: amount, unit: DKK}}
    rows:
      - [Aarhus, {a}, {c}]
      - [Odder, {b}, {c}]
    total: {{row: [I alt, "", ""]}}
- goals:
    - group: Mål
      goals:
        - title: Et
          id: maal-1
        - title: To
          id: maal-2
          targets: [{{id: tilfreds, value: {d}, unit: pct.}}, {{id: antal, value: 5}}]
"""
SYNTAX = "a parameter is a name with dots and perhaps a filter: {{ targets.kendskab }}"
DANISH = {"a": '"38.000,5"', "b": "1.010", "c": "7", "d": "'82,5'"}
ENGLISH = {"a": '"38,000.5"', "b": '"1,010"', "c": "7", "d": "'82.5'"}


def written(expression: str, language: str = "da") -> str:
    figures = DANISH if language == "da" else ENGLISH
    made = document(contract(BODY.format(expression=expression, **figures), f"{HEAD}language: {language}\n"))
    (word,) = [
        one.text
        for block in blocks_within(made.blocks)
        for one in own_inlines(block)
        if isinstance(one, Generated)
    ]
    return word


@pytest.mark.parametrize(
    ("expression", "danish", "english"),
    [
        ("{{ version }}", "1", "1"),
        ("{{version}}", "1", "1"),
        ("{{ parties.kkr }}", "KKR Midtjylland", "KKR Midtjylland"),
        ("{{ values.frist }}", "tre måneder", "tre måneder"),
        ("{{ values.tal }}", "007", "007"),
        ("{{ effective }}", "1. januar 2022", "1 January 2022"),
        ("{{ clauses.anden }}", "2", "2"),
        ("{{ goals.maal-2 }}", "2", "2"),
        ("{{ targets.tilfreds }}", "82,5 pct.", "82.5 pct."),
        ("{{ targets.tilfreds.value }}", "82,5", "82.5"),
        ("{{ targets.tilfreds.unit }}", "pct.", "pct."),
        ("{{ targets.antal }}", "5", "5"),
        ("{{ tables.penge.rows | count }}", "2", "2"),
        ("{{ tables.penge.total.kr }}", "39.010,5", "39,010.5"),
        ("{{ tables.penge.total.kr | mio }}", "39,011 mio. kr.", "39.011 million"),
        ("{{ tables.penge.total.aar|mio }}", "0,000 mio. kr.", "0.000 million"),
    ],
)
def test_a_parameter_in_words_of_the_language(expression: str, danish: str, english: str) -> None:
    assert written(expression) == danish
    assert written(expression, "en") == english


@pytest.mark.parametrize(
    ("expression", "code", "message", "hint"),
    [
        ("verison", "KD308", 'there is no parameter "verison"', 'did you mean "version"?'),
        ("parties.kr", "KD308", 'there is no "kr" in "parties"', 'did you mean "kkr"?'),
        ("parties.zzzzz", "KD308", 'there is no "zzzzz" in "parties"', "known are kkr, hus"),
        ("version.x", "KD308", 'there is no "x" in "version"', "None"),
        ("tables.pengene.total.kr", "KD308", 'there is no "pengene" in "tables"', 'did you mean "penge"?'),
        ("targets.antal.vaerdi", "KD308", 'there is no "vaerdi" in "targets.antal"', "known are value, unit"),
        ("tables.penge.rows", "KD309", "this parameter is not a single value", 'add "| count"'),
        ("parties", "KD309", "this parameter is not a single value", "go on with a dot and one of kkr, hus"),
        (
            "version | mio",
            "KD309",
            'the filter "mio" does not fit this value',
            "None",
        ),
        (
            "version | upper",
            "KD309",
            'there is no filter "upper"; there are count and mio',
            "None",
        ),
        ("version +", "KD307", '"version +" is not a parameter', SYNTAX),
        ("", "KD307", '"" is not a parameter', SYNTAX),
    ],
)
def test_what_is_wrong_with_a_parameter(expression: str, code: str, message: str, hint: str) -> None:
    wrong = f"{{{{ {expression} }}}}"
    text = contract(BODY.format(expression=wrong, **DANISH), HEAD)
    assert found(text) == [(code, wrong)]
    (finding,) = examined(text)[1]
    assert (str(finding.message), str(finding.hint)) == (message, hint)


def test_what_a_parameter_stands_for_is_not_read_again() -> None:
    words = '"*fed* {{ version }} <b> [a](b)"'
    made = document(contract("- text: '{{ values.x }}'\n", f"values: {{x: {words}}}\n"))
    (one,) = own_inlines(made.blocks[0])
    assert isinstance(one, Generated)
    assert one.text == "*fed* {{ version }} <b> [a](b)"


def test_a_generated_word_keeps_its_expression_and_its_place() -> None:
    (made,) = blocks("Aftale {{  version }}.")
    (one,) = [one for one in own_inlines(made) if isinstance(one, Generated)]
    assert (one.expression, one.span.text if one.span else "") == ("version", "{{  version }}")
