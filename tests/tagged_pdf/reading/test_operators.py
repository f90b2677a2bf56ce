"""The operators of page content, as they are told from strings, names and pictures."""

import pytest

from kdnet_docs.tagged_pdf.reading.operators import called, operators


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"q 1 0 0 1 5 5 cm/F1 12 Tf(a)Tj Q", [b"q", b"cm", b"Tf", b"Tj", b"Q"]),
        (rb"(Q \) (Q) Q) Tj", [b"Tj"]),
        (b"% Q\nf*", [b"f*"]),
        (b"<51> Tj [(Q) -20 <51>] TJ", [b"Tj", b"TJ"]),
        (b"BI /W 1 /H 1 ID Q Q EI Q", [b"BI", b"EI", b"Q"]),
        (b"BI ID without end Q", [b"BI", b"EI"]),
        (b"(without end Q", []),
    ],
)
def test_operators_are_told_from_what_they_are_applied_to(content: bytes, names: list[bytes]) -> None:
    found = list(operators(content))
    assert [one.name for one in found] == names
    assert content == b"".join(content[one.start : one.end] for one in found) or not names


def test_a_name_is_found_by_its_bytes_however_it_is_written() -> None:
    [drawn, shown] = operators(b"/X#e6#F8 Do (a) Tj")
    assert (drawn.resource, drawn.operands, shown.resource) == ("/X\xe6\xf8", b"/X#e6#F8 ", "")
    assert called(b"/\xe6#zz#") == "/\xe6#zz#"
