from dataclasses import replace

from samples import SIGNATURES
from word_files import body_of, text_of
from word_schema import faults

from kdnet_docs.ooxml.xml import Element, descendants, find


def block_of(count: int) -> Element:
    signatories = tuple(
        replace(SIGNATURES.signatories[0], id=f"s{at}", name=f"Navn {at}") for at in range(count)
    )
    return next(descendants(body_of(replace(SIGNATURES, signatories=signatories)), "w:tbl"))


def test_a_screen_reader_reads_one_party_to_its_end() -> None:
    made = next(descendants(body_of(SIGNATURES), "w:tbl"))
    assert [text_of(found) for found in descendants(made, "w:p")] == [
        line
        for signatory in SIGNATURES.signatories
        for line in (signatory.heading, signatory.date_line, signatory.name, signatory.title)
    ]


def test_it_is_never_broken_over_two_pages() -> None:
    made = block_of(4)
    assert all(find(row, "w:trPr/w:cantSplit") is not None for row in descendants(made, "w:tr"))
    texts = [found for found in descendants(made, "w:p") if text_of(found)]
    assert all(find(found, "w:pPr/w:keepNext") is not None for found in texts)


def test_any_number_of_parties_has_room() -> None:
    for count, rows in ((1, 1), (2, 1), (3, 2), (4, 2), (5, 3)):
        made = block_of(count)
        assert len(list(descendants(made, "w:tr"))) == rows
        assert text_of(made).count("Navn") == count
        assert list(faults(made)) == []


def test_signatories_side_by_side_sign_on_one_line() -> None:
    short, long = "For KKR", "For kommunerne i Region Midtjylland og Sundhedsklyngen for Horsens og Hedensted"
    parties = tuple(
        replace(SIGNATURES.signatories[0], id=f"s{at}", heading=heading)
        for at, heading in enumerate((short, long, short, short))
    )
    made = next(descendants(body_of(replace(SIGNATURES, signatories=parties)), "w:tbl"))
    assert [find(cell, "w:tcPr/w:vAlign") is not None for cell in descendants(made, "w:tc")] == [
        True,
        True,
        False,
        False,
    ]
    assert list(faults(made)) == []
