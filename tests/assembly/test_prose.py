import json
import re
from collections.abc import Callable
from textwrap import indent

import pytest
from authored import PROJECT, blocks, contract, document, examined, found, hints, prose, real, texts
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import (
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    Generated,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
)
from kdnet_docs.document.walk import blocks_within, own_inlines


def folded(words: str) -> str:
    return " ".join(words.split())


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


# --- what comes of Markdown


def test_words_emphasis_code_and_breaks() -> None:
    (made,) = blocks("Et *lille* **stort** `ord`\\\npå to  \ntre linjer\nog så videre")
    assert isinstance(made, Paragraph)
    assert [type(one) for one in made.content] == [
        Text, Emphasis, Text, Strong, Text, Code, LineBreak, Text, LineBreak, Text,
    ]  # fmt: skip
    assert [one.text for one in made.content if isinstance(one, Text | Code)][-3:] == [
        "ord",
        "på to",
        "tre linjer og så videre",
    ]


def test_lists_quotes_code_and_rules() -> None:
    made = blocks("3. tre\n4.\n5. fem\n\n   - under\n\n> citat\n\n    kode\n\n***")
    assert [type(one) for one in made] == [List, Quote, CodeBlock, Rule]
    numbered = made[0]
    assert isinstance(numbered, List)
    assert (numbered.start, len(numbered.items), numbered.items[1].blocks) == (3, 3, ())
    under = numbered.items[2].blocks[1]
    assert isinstance(under, List)
    assert under.start is None


def test_a_footnote_stands_where_its_mark_stands() -> None:
    (made,) = blocks("Ord[^a] og mere.\n\n[^a]: Se *loven*.\n\n    - også her")
    assert isinstance(made, Paragraph)
    note = made.content[1]
    assert isinstance(note, Footnote)
    assert [type(one) for one in note.blocks] == [Paragraph, List]
    assert note.span is not None
    assert note.span.text == "[^a]"


def test_ids_follow_the_order_of_blocks_of_a_kind() -> None:
    made = blocks("et\n\n- a\n- b\n\n  c\n\nto")
    assert [one.id for one in blocks_within(made)] == [
        "tekst/p1",
        "tekst/list1",
        "tekst/list1/1/p1",
        "tekst/list1/2/p1",
        "tekst/list1/2/p2",
        "tekst/p2",
    ]


# --- what is refused, and where the finding points


@pytest.mark.parametrize(
    ("markdown", "code", "words"),
    [
        ("Før <b>fed</b> efter", "KD301", "<b>"),
        ("<div>\nhej\n</div>", "KD301", "<div>\n      hej\n      </div>"),
        ("Før ![billede](x.png)", "KD302", "![billede](x.png)"),
        ("# Overskrift", "KD303", "# Overskrift"),
        ("Overskrift\n===", "KD303", "Overskrift\n      ==="),
        ("Ord[^mangler].", "KD304", "[^mangler]"),
        ("Ord.\n\n[^note]: Ingen peger hertil.", "KD305", "[^note]: Ingen peger hertil."),
        ("A[^n] og B[^n].\n\n[^n]: Note.", "KD306", "[^n]"),
        ("A[^n].\n\n[^n]: Note.\n\n[^n]: En til.", "KD306", "[^n]: En til."),
        ("A[^n].\n\n[^n]: Se [^n].", "KD306", "[^n]"),
        ("Ord {{ 1 + 1 }} her", "KD307", "{{ 1 + 1 }}"),
        ("Ord {{ versoin }} her", "KD308", "{{ versoin }}"),
        ("- a\n- {{ parties }}", "KD309", "{{ parties }}"),
        ("Se [afsnittet](#findes-ikke).", "KD310", "afsnittet"),
        ("Se [**afsnit *to***]().", "KD310", "**afsnit *to***"),
        ("> " * 13 + "dybt", "KD312", "> " * 13 + "dybt"),
        ("- " * 13 + "dybt", "KD312", "- " * 13 + "dybt"),
    ],
)
def test_a_finding_points_at_the_words_it_is_about(markdown: str, code: str, words: str) -> None:
    assert (code, words) in found(prose(markdown))


@pytest.mark.parametrize(
    "deep", ["*a " * 13 + "b" + "*" * 13, "*a " * 4000 + "b" + "*" * 4000, "> " * 900 + "a"]
)
def test_any_depth_of_nesting_is_a_finding(deep: str) -> None:
    assert {code for code, _ in found(contract(f"- text: {json.dumps(deep)}\n"))} == {"KD312"}


def test_twelve_levels_are_read() -> None:
    words = "".join(f"*{letter} " for letter in "abcdefghijkl") + "m" + "*" * 12
    assert "".join(text.text for text in texts(document(prose(words)))[1:]).split() == list("abcdefghijklm")


def test_a_finding_says_what_to_write_instead() -> None:
    assert hints(prose("Ord {{ versoin }}")) == ['did you mean "version"?']
    assert hints(prose("Ord[^nte].\n\n[^note]: Note.")) == [
        'did you mean "note"?',
        "put [^note] where its mark belongs, or delete it",
    ]


@pytest.mark.parametrize(
    "escaped",
    [
        "1\\. januar",
        "\\# 5",
        "\\{{ ikke en parameter }}",
        "x \\< y",
        "\\[^1]",
        "\\!\\[a](b)",
        "2 \\* 3 \\* 4",
    ],
)
def test_the_hints_escapes_work(escaped: str) -> None:
    assert [text.text for text in texts(document(prose(escaped)))[1:]] == [escaped.replace("\\", "")]


def test_many_lines_are_read_in_time_in_proportion() -> None:
    assert len(blocks("- et punkt\n" * 5000)) == 1
    assert len(blocks("en linje\n" * 20_000)) == 1


def test_prose_is_never_evaluated() -> None:
    for expression in ("''.__class__", "range(9)", "version | upper", "version()", "values['x']", "% raw %"):
        codes = {code for code, _ in found(prose(f"{{{{ {expression} }}}}"))}
        assert codes <= {"KD307", "KD308", "KD309"}, expression
        assert codes


# --- places


@pytest.mark.parametrize("name", PROJECT.references())
def test_every_text_of_the_real_documents_stands_where_it_says(name: str) -> None:
    made, _ = examine(real(name))
    placed = [text for text in texts(made) if text.span is not None]
    assert len(placed) > 30
    assert [
        (text.text, text.span)
        for text in placed
        if text.span and folded(unescaped(text.span.text)) != folded(text.text)
    ] == []


STYLES: dict[str, Callable[[str], str]] = {
    "literal": lambda text: f"|\n{indent(text, '      ')}\n",
    "folded": lambda text: f">\n{indent(text, '      ')}\n",
    "quoted": lambda text: json.dumps(text, ensure_ascii=False) + "\n",
    "escaped": lambda text: json.dumps(text) + "\n",
    "single": lambda text: "'" + text.replace("'", "''").replace("\n", "\n\n      ") + "'\n",
}

WORDS = st.lists(st.text("aæ'bé–,.", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=4).map(
    " ".join
)
INLINES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.builds("x *y{}y* x".format, inner),
        st.builds("x **y{}y** x".format, inner),
        st.builds("[y{}y](#tekst)".format, inner),
        st.builds("{} `kode` {}".format, inner, inner),
        st.builds("{} {{{{ version }}}} {}".format, inner, inner),
        st.builds("{}\n{}".format, inner, inner),
        st.builds("\\*{}\\_".format, inner),
    ),
    max_leaves=4,
)


def _hanging(mark: str, text: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


BLOCKS = st.recursive(
    INLINES.map("y{}y".format),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "\n".join(_hanging("- ", i) for i in items)
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "\n".join(_hanging("1. ", i) for i in items)
        ),
        inner.map(lambda text: "> " + text.replace("\n", "\n> ")),
    ),
    max_leaves=5,
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(BLOCKS, st.sampled_from(sorted(STYLES)))
def test_no_letter_is_lost_and_every_one_has_its_place(markdown: str, style: str) -> None:
    assume("[" not in markdown or not re.search(r"\[[^\]]*\[", markdown))  # links stand in no link
    made, findings = examined(contract(f"- section: Tekst\n  text: {STYLES[style](markdown)}"))
    assert findings == ()
    inlines = [one for block in blocks_within(made.blocks[1:]) for one in own_inlines(block)]
    plain = re.sub(r"\{\{ version \}\}", "1", re.sub(r"\]\(#tekst\)", "", markdown))
    assert _letters(
        "".join(one.text for one in inlines if isinstance(one, Text | Code | Generated))
    ) == _letters(re.sub(r"^[> 1.-]*", "", plain, flags=re.MULTILINE))
    for one in inlines:
        if isinstance(one, Text) and one.text.strip():
            assert one.span is not None
            written = one.span.text.encode().decode("unicode_escape") if style == "escaped" else one.span.text
            assert _letters(written).replace("n", "") == _letters(one.text)
        if isinstance(one, Generated) and one.span:
            assert one.span.text == "{{ version }}"
        if isinstance(one, Code) and one.span:
            assert one.span.text == "`kode`"


def _letters(text: str) -> str:
    """The letters alone: the numbers of a list are marks or words, as the YAML folds its lines."""
    return "".join(letter for letter in text if letter.isalpha())


SIGNS = "*_`#>-+ \n\t1.abæ\\{}:^=[]"


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=60))
def test_whatever_signs_an_author_types_no_letter_is_lost_without_a_finding(text: str) -> None:
    assume("```" not in text and "]:" not in text)  # the language of a code block, and addresses of links
    made, findings = examined(contract(f"- section: Tekst\n  text: {json.dumps(text)}\n"))
    if findings:
        return
    words = "".join(
        block.text
        if isinstance(block, CodeBlock)
        else "".join(one.text for one in own_inlines(block) if isinstance(one, Text | Code))
        for block in blocks_within(made.blocks[1:])
    )
    assert re.sub("[^abæ]", "", words) == re.sub("[^abæ]", "", text)


def test_a_link_to_a_place_in_the_document_keeps_its_target() -> None:
    (made,) = blocks("Se [her](#tekst) og [der](https://eksempel.dk/a?b=c).")
    assert isinstance(made, Paragraph)
    assert [one.target for one in made.content if isinstance(one, Link)] == [
        "#tekst",
        "https://eksempel.dk/a?b=c",
    ]


@pytest.mark.parametrize("text", ["Jf. {{ effective } og", "Jf. { effective }} og", "{{ a.b", "x }}"])
def test_half_a_parameter_is_refused(text: str) -> None:
    assert [code for code, _ in found(prose(text))] == ["KD307"]


@pytest.mark.parametrize("text", ["\\{{ name }}", "`{{ x`", "en { klamme }"])
def test_braces_that_are_meant_are_left_alone(text: str) -> None:
    assert found(prose(text)) == []


@pytest.mark.parametrize(
    "text", ["1. januar 2022", "af\n1. april", "25. April 2022", "3. August\n4. september"]
)
def test_a_date_that_begins_a_line_is_told_of(text: str) -> None:
    assert {code for code, _ in found(prose(text))} == {"KD313"}


TABLE = "Kajerne er\n| Kaj | Meter |\n|:----|------:|\n| Nord | 300 |\n"


def test_a_table_as_other_markdown_has_it_is_told_of_where_it_begins() -> None:
    assert found(prose(TABLE)) == [("KD315", "| Kaj | Meter |")]
    assert "table:" in hints(prose(TABLE))[0]
    assert found(prose("Tekst | med | streger |\n\n|x|\n\n- |---|\n- | a |\n")) == []


def test_what_a_meeting_has_no_keys_for_has_another_hint() -> None:
    agenda = "agenda:\n  - number: 1\n    title: Kajer\n    sagsfremstilling: |\n"
    meeting = "kind: meeting\nid: 2022-01\ntitle: Møde\ndate: 2022-01-01\n" + agenda
    heading, table = (hints(meeting + indent(text, "      ")) for text in ("# Baggrund\n", TABLE))
    assert "section:" not in heading[0]
    assert "**bold**" in heading[0]
    assert "bilag" in table[0]
