from collections.abc import Iterator

import pytest
from markdown_it.token import Token

from kdnet_docs.assembly import markdown
from kdnet_docs.assembly.markdown import nesting


def parse(text: str) -> list[Token]:
    return markdown.parse(text)[0]


def inline_tokens(text: str) -> Iterator[tuple[str, str]]:
    """Each token of a one-paragraph text with the characters it was made from."""
    (inline,) = (token for token in parse(text) if token.type == "inline")
    for token in inline.children or ():
        if token.content or token.type.endswith("break"):
            yield token.type, text[slice(*_place(token))]


def _place(token: Token) -> tuple[int, int]:
    assert token.map
    return token.map[0], token.map[1]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a *b* c", [("text", "a "), ("text", "b"), ("text", " c")]),
        ("a `b c` d", [("text", "a "), ("code_inline", "`b c`"), ("text", " d")]),
        ("a **b", [("text", "a "), ("text", "*"), ("text", "*"), ("text", "b")]),
        (
            "a \\* b &amp; c",
            [
                ("text", "a "),
                ("text_special", "\\*"),
                ("text", " b "),
                ("text_special", "&amp;"),
                ("text", " c"),
            ],
        ),
        ("a {{ x }} b", [("text", "a "), ("parameter", "{{ x }}"), ("text", " b")]),
        ("a [b](c) d", [("text", "a "), ("text", "b"), ("text", " d")]),
        ("a <https://b.dk> c", [("text", "a "), ("text", "<https://b.dk>"), ("text", " c")]),
        ("a\nb", [("text", "a"), ("softbreak", "\n"), ("text", "b")]),
        ("a  \n b", [("text", "a"), ("hardbreak", "\n "), ("text", "b")]),
    ],
)
def test_every_token_of_a_paragraph_knows_its_characters(text: str, tokens: list[tuple[str, str]]) -> None:
    assert list(inline_tokens(text)) == tokens


def test_a_parameter_is_read_before_anything_else() -> None:
    assert [token.content for token in (parse("{{ a_b_c }}")[1].children or ())] == ["a_b_c"]
    assert [token.type for token in (parse("\\{{ a }}")[1].children or ())] == ["text_special", "text"]


def test_nesting_is_counted_through_blocks_and_inlines() -> None:
    assert nesting(parse("a")) == 1
    assert nesting(parse("> *a **b***")) == 4
    assert nesting(parse("*a " * 5000 + "b" + "*" * 5000)) == 5001


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[kl]\n\n[kl]: https://kl.dk\n", ()),
        ("[KL][kl] og [kl]\n\n[kl]: https://kl.dk\n", ()),
        ("Hej\n\n[1]: Bilag\n\nFarvel\n", ([2, 3],)),
        ("[kl]\n\n[kl]: https://kl.dk\n[kl]: https://andet.dk\n", ([3, 4],)),
    ],
)
def test_a_link_definition_that_shows_nowhere_is_told_of(text: str, lines: tuple[list[int], ...]) -> None:
    assert markdown.parse(text)[1] == lines
