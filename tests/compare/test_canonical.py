from dataclasses import replace
from datetime import date

import pytest
from authored import blocks
from edits_at_random import KINDS, edited
from project_documents import document
from samples import DOCUMENT

from kdnet_docs.base.spans import Source, Span
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.document.stated import StatedValue
from kdnet_docs.document.tree import Document, Generated, Paragraph, Text


@pytest.mark.parametrize("kind", KINDS)
def test_no_edit_leaves_the_canonical_text_as_it_was(kind: str) -> None:
    for base in (document("erhvervshus-midtjylland@2022"), DOCUMENT):
        new, log = edited(base, 5, 1, [kind])
        assert (canonical_text(new) != canonical_text(base)) == bool(log)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Ny titel"},
        {"version": "2023"},
        {"language": "en"},
        {"date": date(2023, 1, 1)},
        {"cover": None},
        {"watermark": None},
        {"author": "En anden"},
        {"subject": "Andet"},
        {"keywords": ("andet",)},
        {"comments": "En bemærkning"},
        {"fields": {"labels": {"page": "s."}}},
        {"stated": (StatedValue(key="effective", value=date(2023, 1, 1)),)},
    ],
    ids=str,
)
def test_what_frames_the_text_belongs_to_it(change: dict[str, object]) -> None:
    assert canonical_text(replace(DOCUMENT, **change)) != canonical_text(DOCUMENT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Se *her*", "Se **her**"),
        ("Se [her](https://a.dk)", "Se [her](https://b.dk)"),
        ("Se `her`", "Se her"),
        ("1. a", "2. a"),
        ("- a", "> a"),
        ("- a\n\n  b", "- a\n\nb"),
        ("a b", "a\u00a0b"),
        ("a\\\nb", "a b"),
        ("a[^1] b\n\n[^1]: c", "a b[^1]\n\n[^1]: c"),
        ("***", "\\*\\*\\*"),
    ],
)
def test_so_does_how_words_are_set(one: str, other: str) -> None:
    texts = (canonical_text(replace(DOCUMENT, blocks=blocks(markdown))) for markdown in (one, other))
    assert len(set(texts)) == 2


def test_where_a_word_stands_in_the_source_and_who_wrote_it_does_not() -> None:
    span = Span(Source("a.yaml", "2022"), 0, 4)
    typed = _saying(Text(text="i 2022 og", span=span))
    made = _saying(Text(text="i "), Generated(text="2022", expression="version"), Text(text=" og"))
    assert canonical_text(typed) == canonical_text(made)
    assert canonical_text(replace(typed, source_name="andet.yaml", source_digest="x")) == canonical_text(made)


def _saying(*content: Text | Generated) -> Document:
    return replace(DOCUMENT, blocks=(Paragraph(id="p", content=content),))
