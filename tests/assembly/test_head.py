import pytest
from authored import document

CONTRACT = """\
kind: contract
id: aftale
version: 2022
status: {status}
title: Aftale {{{{ version }}}}
date: 2021-09-01
body:
  - text: Parterne er enige.
"""


@pytest.mark.parametrize(
    ("status", "watermark", "line"),
    [
        ("udkast", "UDKAST", "Udkast"),
        ("til-godkendelse", "UDKAST", "Til godkendelse"),
        ("vedtaget", None, "Vedtaget"),
        ("vedtaget\nadopted: 2021-10-12", None, "Vedtaget den 12. oktober 2021"),
        ("vedtaget\nadopted: 2021-10-12\nlanguage: en", None, "Adopted on 12 October 2021"),
        ("underskrevet", None, "Underskrevet"),
        ("underskrevet\nadopted: 2021-10-12", None, "Vedtaget den 12. oktober 2021 · Underskrevet"),
        ("vedtaget\nlabels: {state-vedtaget: Godkendt}", None, "Godkendt"),
    ],
)
def test_a_document_says_how_far_it_has_come(status: str, watermark: str | None, line: str) -> None:
    made = document(CONTRACT.format(status=status))
    state = status.partition("\n")[0]
    assert (made.watermark, made.status, made.state) == (watermark, line, state)
    assert made.stem == f"aftale-2022-{state}"
