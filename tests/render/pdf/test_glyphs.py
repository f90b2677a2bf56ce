from dataclasses import replace

from samples import DOCUMENT, paragraph, text

from kdnet_docs.base.spans import Source, Span
from kdnet_docs.document.tree import Heading, Number, Paragraph, Text
from kdnet_docs.render.pdf.glyphs import missing_glyphs

FAMILIES = ("Source Sans Pro",)


def test_danish_and_the_signs_of_contracts_are_there() -> None:
    signs = paragraph(
        "p", "æøåÆØÅ éüñ – — … “” ‘’ „“ » « § € ½ ² ³ ≤ ≥ × ÷ → ← • · ° ‰ † ✓ \u00a0\u202f\u00ad"
    )
    assert missing_glyphs(replace(DOCUMENT, blocks=(signs,)), FAMILIES) == ()


def test_the_finding_points_at_the_wording_and_names_each_character_once() -> None:
    source = Source("kontrakt.yaml", "text: a 中 b 文 中\n")
    span = Span(source, 6, 17)
    words = Paragraph(id="p", content=(Text(text="a 中 b 文 中", span=span), *text("fint")))
    [finding] = missing_glyphs(replace(DOCUMENT, blocks=(words,)), FAMILIES)
    assert finding.span == Span(source, 8, 9)
    assert "中 (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D), 文 (U+6587" in str(finding.message)


def test_a_character_that_cannot_be_seen_is_numbered() -> None:
    [finding] = missing_glyphs(replace(DOCUMENT, blocks=(paragraph("p", "a\u0007b"),)), FAMILIES)
    assert "U+0007" in str(finding.message)
    assert "\u0007" not in str(finding.message)


def test_titles_and_labels_are_looked_at_too() -> None:
    number = Number(value=1, pattern="目 %1", sequence="x")
    heading = Heading(id="h", level=1, content=(), number=number)
    assert len(missing_glyphs(replace(DOCUMENT, title="標", blocks=(heading,)), FAMILIES)) == 2
