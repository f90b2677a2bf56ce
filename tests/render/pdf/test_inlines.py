from samples import note, text

from kdnet_docs.document.tree import Code, Emphasis, LineBreak, Link, Strong, Text
from kdnet_docs.render.pdf.inlines import Runs

RUNS = Runs(labels={"her": "label-1"}, link_color="#000000", longest=10, blocks=lambda _: [])


def test_emphasis_within_emphasis_is_marked_once() -> None:
    inline = Strong(content=(Emphasis(content=(Strong(content=text("ord")),)), Code(text="x")))
    assert RUNS.of([inline]) == [
        {"text": "ord", "bold": True, "italic": True},
        {"code": "x", "bold": True},
    ]


def test_a_link_without_a_place_to_go_is_its_words() -> None:
    assert RUNS.of([Link(content=text("ord"), target="#væk"), Link(content=text("b"), target="")]) == [
        "ord",
        "b",
    ]


def test_a_link_inside_goes_to_a_label_and_one_outside_to_its_address() -> None:
    links = [Link(content=text("a"), target="#her"), Link(content=text("b"), target="https://x.dk/")]
    assert RUNS.of(links) == [
        {"link": ["a"], "to": "label-1", "color": "#000000"},
        {"link": ["b"], "url": "https://x.dk/", "color": "#000000"},
    ]


def test_a_line_of_the_source_that_ends_is_no_line_of_the_page() -> None:
    assert RUNS.of([Text(text="to\nlinjer"), LineBreak(), note("n", "x")]) == [
        "to linjer",
        {"break": True},
        {"note": []},
    ]


def test_only_an_overlong_word_may_be_broken() -> None:
    runs = RUNS.of(text("et ottebogsta elleve12345 ord"))
    assert [run for run in runs if run != {"may_break": True}] == [
        "et ottebogsta ",
        "elle",
        "ve12",
        "345",
        " ord",
    ]
    assert runs.count({"may_break": True}) == 3
