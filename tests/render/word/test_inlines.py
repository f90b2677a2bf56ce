import pytest
from samples import text
from word_files import body_of, document_of, part, text_of, written

from kdnet_docs.document.tree import (
    Emphasis,
    Footnote,
    Generated,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Text,
)
from kdnet_docs.ooxml.xml import Element, descendants, find, get


def paragraph_of(*content: Inline) -> Element:
    return next(descendants(body_of(Paragraph(id="p", content=content)), "w:p"))


def looks(root: Element) -> list[tuple[str, str | None, list[str]]]:
    """Each run's words, its character style, and what is direct."""
    found = []
    for run in descendants(root, "w:r"):
        style = find(run, "w:rPr/w:rStyle")
        properties = find(run, "w:rPr")
        direct = [] if properties is None else [str(at.tag).partition("}")[2] for at in properties]
        name = None if style is None else get(style, "w:val")
        found.append((text_of(run), name, [tag for tag in direct if tag != "rStyle"]))
    return found


def test_each_kind_of_weight_has_its_style_and_both_together_stay_both() -> None:
    nested = Strong(content=(Text(text="a"), Emphasis(content=text("b"))))
    assert looks(paragraph_of(nested, Emphasis(content=text("c")), Text(text="d"))) == [
        ("a", "Strong", []),
        ("b", "IntenseEmphasis", []),
        ("c", "Emphasis", []),
        ("d", None, []),
    ]


def test_a_link_keeps_the_weight_around_and_inside_it() -> None:
    link = Link(content=(Emphasis(content=text("x")),), target="https://a.dk")
    assert looks(paragraph_of(Strong(content=(link,)))) == [("x", "HyperlinkStrongEmphasis", [])]


def test_a_link_inside_a_link_and_one_that_word_cannot_follow_are_words() -> None:
    inner = Link(content=text("b"), target="https://b.dk")
    outer = Link(content=(Text(text="a"), inner), target="https://a.dk")
    made = paragraph_of(outer, Link(content=text("c"), target="javascript:alert(1)"))
    assert len(list(descendants(made, "w:hyperlink"))) == 1
    assert text_of(made) == "abc"


def test_a_link_into_the_document_goes_to_its_block_s_bookmark() -> None:
    made = body_of(Paragraph(id="a", content=(Link(content=text("se her"), target="#a"),)))
    (link,) = descendants(made, "w:hyperlink")
    assert get(link, "w:anchor") in [get(mark, "w:name") for mark in descendants(made, "w:bookmarkStart")]


def test_a_parameter_has_its_style_and_an_anchor_of_its_own() -> None:
    made = paragraph_of(*(Generated(text=words, expression="version") for words in ("2022", "2022")))
    assert [look[1] for look in looks(made)] == ["Parameter"] * 2
    assert len({get(mark, "w:name") for mark in descendants(made, "w:bookmarkStart")}) == 3


def test_a_line_break_stands_inside_the_paragraph() -> None:
    made = paragraph_of(Text(text="a"), LineBreak(), Text(text="b"))
    assert len(list(descendants(made, "w:br"))) == 1


def test_a_note_in_a_note_becomes_words_in_brackets() -> None:
    inner = Footnote(id="n2", blocks=(Paragraph(id="n2/p", content=text("inderst")),))
    outer = Footnote(id="n1", blocks=(Paragraph(id="n1/p", content=(Text(text="yderst"), inner)),))
    file = written(document_of(Paragraph(id="p", content=(outer,))))
    assert text_of(part(file, "word/footnotes.xml")).strip() == "yderst [inderst]"


def test_a_link_in_a_note_is_the_notes_part_s_own() -> None:
    link = Link(content=text("her"), target="https://a.dk")
    note = Footnote(id="n", blocks=(Paragraph(id="n/p", content=(link,)),))
    file = written(document_of(Paragraph(id="p", content=(note,))))
    targets = [found.get("Target") for found in part(file, "word/_rels/footnotes.xml.rels")]
    assert targets == ["https://a.dk"]


def test_a_control_character_is_a_bug_and_no_silent_loss() -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        paragraph_of(Text(text="a\x07b"))
