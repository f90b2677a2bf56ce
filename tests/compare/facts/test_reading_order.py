"""Facts stand in the order in which one reads."""

from authored import contract, document

from kdnet_docs.compare.compare import compare

BODY = """\
- section: Første
  text: |
    Huset[^a] er {one}.

    [^a]: Huset ligger i {town}.
- section: Anden
  text: Haven er {two}.
"""


def test_a_footnote_is_read_where_its_mark_stands() -> None:
    old, new = (
        document(contract(BODY.format(one=one, town=town, two=two)))
        for one, town, two in (("stort", "Viborg", "grøn"), ("lille", "Aarhus", "gul"))
    )
    found = compare(old, new).facts
    assert [(fact.kind.value, fact.where.clause) for fact in found] == [
        ("footnote-changed", "Første"),
        ("text-changed", "Første"),
        ("text-changed", "Anden"),
    ]
