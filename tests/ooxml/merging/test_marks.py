from copy import deepcopy
from random import Random

import pytest

from kdnet_docs.ooxml.merging.marks import slide_marks
from kdnet_docs.ooxml.revisions.resolve import accept, reject
from kdnet_docs.ooxml.xml import Element, element, find, value


def paragraph(words: str, mark: str = "", style: str = "BodyText") -> Element:
    properties = element("pPr", value("pStyle", style))
    run = element("r", element("delText" if mark == "del" else "t"))
    run[0].text = words
    if mark:
        properties.append(element("rPr", element(mark)))
        run = element(mark, run)
    return element("p", properties, run)


def marks(body: Element) -> list[str]:
    """What has become of each paragraph's mark."""
    found = (find(one, "w:pPr/w:rPr") for one in body)
    return ["" if one is None or not len(one) else str(one[0].tag).rpartition("}")[2] for one in found]


def test_a_paragraph_typed_at_the_end_of_another_ends_with_the_mark_that_was_there() -> None:
    first = paragraph("et")
    first.append(element("ins", element("r", element("t"))))
    body = element("body", first, paragraph("to", "ins"), paragraph("tre", "ins"), paragraph("fire"))
    slide_marks(body)
    assert marks(body) == ["ins", "ins", "", ""]


def test_a_paragraph_before_a_table_keeps_its_mark_and_the_one_before_it_gives_its_own() -> None:
    body = element("body", paragraph("et"), paragraph("to", "del"), element("tbl"))
    slide_marks(body)
    assert marks(body)[:2] == ["del", ""]


@pytest.mark.parametrize(
    "body",
    [
        element("body", paragraph("et"), paragraph("to", "ins"), paragraph("tre")),
        element("body", paragraph("et"), paragraph("to", "ins", style="Quote"), element("tbl")),
    ],
)
def test_nothing_else_is_touched(body: Element) -> None:
    before = marks(body)
    slide_marks(body)
    assert marks(body) == before


@pytest.mark.parametrize("seed", range(30))
def test_what_is_accepted_and_what_is_rejected_stays_the_same(seed: int) -> None:
    random = Random(seed)  # noqa: S311 no secret
    body = element("body")
    for at in range(8):
        body.append(
            paragraph(str(at), random.choice(("", "ins", "ins", "del")), random.choice(("BodyText", "Quote")))
        )
        if random.random() < 0.2:
            body[-1].append(element("r", element("t")))
            body[-1][-1][0].text = "fast"
        if random.random() < 0.3:
            body[-1].append(element("ins", element("r", element("t"))))
    body.append(paragraph("sidst"))
    slid = deepcopy(body)
    slide_marks(slid)
    for resolve in (accept, reject):
        one, other = deepcopy(body), deepcopy(slid)
        resolve(one)
        resolve(other)
        assert [_read(found) for found in one] == [_read(found) for found in other]


def _read(found: Element) -> tuple[str, str]:
    style = find(found, "w:pPr/w:pStyle")
    return "".join(str(part) for part in found.itertext()), "" if style is None else str(style.values())
