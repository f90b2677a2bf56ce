"""Everything that does not fit, in one go, each at its place and with what was meant."""

import pytest
from command_line import CONTRACT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.read import read

TABLE = """\
  - table:
      id: t
      columns:
        - {key: a, title: A}
      rows:
        - [x]
"""


def findings(text: str) -> list[tuple[Code, str, str, str]]:
    """Code, message, hint and the words pointed at."""
    outcome = read(Source("a.yaml", text))
    assert isinstance(outcome, Refused)
    return [
        (finding.code, str(finding.message), str(finding.hint), finding.span.text if finding.span else "")
        for finding in outcome.diagnostics
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "code", "message", "hint", "pointed"),
    [
        (
            "title:",
            "titel:",
            Code.UNKNOWN_KEY,
            'the key "titel" is not known here',
            'did you mean "title"?',
            "titel",
        ),
        (
            "body:",
            "indhold:",
            Code.UNKNOWN_KEY,
            'the key "indhold" is not known here',
            'did you mean "body"?',
            "indhold",
        ),
        (
            "title: Aftale {{ version }}\n",
            "",
            Code.MISSING_KEY,
            'the key "title" is missing',
            'add a line "title: ..."',
            "kind",
        ),
        (
            "udkast",
            "udkst",
            Code.BAD_VALUE,
            '"udkst" is not one of the choices',
            'did you mean "udkast"?',
            "udkst",
        ),
        (
            "2022-01-01",
            "2022-02-30",
            Code.BAD_DATE,
            'there is no date "2022-02-30"',
            "februar 2022 has 28 days",
            "2022-02-30",
        ),
        (
            "id: aftale",
            "id: Aftale",
            Code.BAD_ID,
            '"Aftale" cannot be an id',
            "an id has small letters a-z, digits and hyphens, and begins with a letter or digit",
            "Aftale",
        ),
        (
            "title: Aftale {{ version }}",
            "title: [a]",
            Code.WRONG_SHAPE,
            "a single value belongs here, not a list or keys",
            'text with ": " in it, or beginning with "[" or "{", goes in quotes or below a |',
            "title",
        ),
    ],
)
def test_each_mistake_has_its_finding(  # noqa: PLR0913, PLR0917 - one of each
    right: str, wrong: str, code: Code, message: str, hint: str, pointed: str
) -> None:
    changed = CONTRACT.replace(right, wrong)
    assert (code, message, hint, pointed) in findings(changed)


@pytest.mark.parametrize(
    ("body", "code", "pointed"),
    [
        ("body: tekst\n", Code.WRONG_SHAPE, "tekst"),
        ("body: []\n", Code.WRONG_SHAPE, "body"),
        ("body:\n  - tekst\n", Code.UNKNOWN_BLOCK, "tekst"),
        ("body:\n  - sektion: x\n", Code.UNKNOWN_BLOCK, "sektion"),
        ("body:\n  - section: x\n    clauses:\n      - titel: y\n", Code.UNKNOWN_KEY, "titel"),
        ("body:\n" + TABLE.replace("rows:", "raekker:"), Code.UNKNOWN_KEY, "raekker"),
        ("parametre:\n  by: Aarhus\nbody: []\n", Code.UNKNOWN_KEY, "parametre"),
        ("body:\n" + TABLE.replace("title: A", "type: beløb"), Code.BAD_VALUE, "beløb"),
        ("body:\n" + TABLE.replace("[x]", "x"), Code.WRONG_SHAPE, "x"),
        ("body:\n  - signatures: kkr\n", Code.WRONG_SHAPE, "kkr"),
    ],
)
def test_deep_inside_too(body: str, code: Code, pointed: str) -> None:
    found = findings(CONTRACT.partition("body:")[0] + body)
    assert (code, pointed) in [(found_code, words) for found_code, _, _, words in found]


def test_all_at_once() -> None:
    text = CONTRACT.replace("title:", "titel:").replace("udkast", "kladde").replace("id: aftale", "id: Å")
    assert {code for code, _, _, _ in findings(text)} == {
        Code.UNKNOWN_KEY,
        Code.MISSING_KEY,
        Code.BAD_VALUE,
        Code.BAD_ID,
    }
