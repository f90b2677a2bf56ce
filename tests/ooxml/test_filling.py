from collections.abc import Mapping
from typing import Any

import pytest
from lxml import etree

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.filling import Place, fill
from kdnet_docs.ooxml.package import W

PLACE = Place(file="templates/word/cover-contract.docx", part=msg("cover"))


def body(*paragraphs: str) -> Any:
    """A body of paragraphs; "|" divides a paragraph into runs, as Word likes to."""
    runs = (
        "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in paragraph.split("|")) for paragraph in paragraphs
    )
    content = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in runs)
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{content}</w:body>')


def filled(context: Mapping[str, object], *paragraphs: str) -> list[str]:
    made = fill(body(*paragraphs), context, PLACE)
    assert not isinstance(made, Diagnostic), str(made.message)
    return ["".join(found.itertext()) for found in made.iter(f"{W}p")]


def test_a_tag_that_word_has_split_into_runs_is_still_a_tag() -> None:
    assert filled({"title": "Aftale"}, "En {|{ ti|tle }|}!") == ["En Aftale!"]


def test_a_paragraph_stands_for_each_party() -> None:
    parties = ({"name": "A & B"}, {"name": "<C>"})
    lines = ("{%p for party in parties %}", "{{ party.name }}", "{%p endfor %}")
    assert filled({"parties": parties}, *lines) == ["A & B", "<C>"]


def test_the_template_itself_stays_as_it_was() -> None:
    template = body("{{ title }}")
    before = etree.tostring(template)
    fill(template, {"title": "x"}, PLACE)
    assert etree.tostring(template) == before


@pytest.mark.parametrize(
    ("paragraphs", "line", "text"),
    [
        (("a", "{{ titel }}"), 2, "{{ titel }}"),
        (("a", "b", "c {{ title }} {{ titel }}"), 3, "{{ titel }}"),
        (("{{ title }}", "{{ title"), 2, "{{ title"),
    ],
)
def test_a_finding_points_at_the_tag_and_its_paragraph(
    paragraphs: tuple[str, ...], line: int, text: str
) -> None:
    found = fill(body(*paragraphs), {"title": "x"}, PLACE)
    assert isinstance(found, Diagnostic)
    assert found.span is not None
    assert (found.span.line, found.span.text) == (line, text)
