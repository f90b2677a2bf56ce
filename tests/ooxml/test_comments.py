"""A comment hangs on the very words, whatever they stand in, and the file says what it said."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from word_schema import faults

from kdnet_docs.ooxml.anchors import anchor_name
from kdnet_docs.ooxml.comments import Comment, add_comments
from kdnet_docs.ooxml.paragraph import line_break, link_to_bookmark, mark, words
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.xml import Element, build, descendants, element, find, get, qualified

MOMENT = datetime(2021, 9, 1, tzinfo=UTC)


def word_with(content: list[Element]) -> docx.document.Document:
    word = docx.Document()
    start = build("w:bookmarkStart", {"w:id": "1", "w:name": anchor_name("p")})
    word.add_paragraph("Først.")
    word.add_paragraph()._p.extend([start, *content, element("bookmarkEnd", id=1)])  # noqa: SLF001
    word.element.body.xpath(".//w:p")[-1].append(words(" Efter."))
    return word


def content() -> list[Element]:
    return [
        words("Vi er "),
        words("enige", "Strong"),
        line_break(),
        words("om "),
        link_to_bookmark("her", [words("“det "), words("hele”")]),
        mark(element("footnoteReference", id=1), "FootnoteReference"),
        words(" her."),
    ]


def commented(word: docx.document.Document) -> dict[str, str]:
    """What each comment hangs on, a line break as ⏎ and a footnote as *."""
    found: dict[str, str] = {}
    unfinished: dict[str, str] = {}
    signs = {qualified("w:br"): "⏎", qualified("w:footnoteReference"): "*"}
    for one in word.element.body.iter():
        if one.tag == qualified("w:commentRangeStart"):
            unfinished[get(one, "w:id") or ""] = ""
        elif one.tag == qualified("w:commentRangeEnd"):
            found[get(one, "w:id") or ""] = unfinished.pop(get(one, "w:id") or "")
        sign = (one.text or "") if one.tag == qualified("w:t") else signs.get(one.tag, "")
        unfinished = {identity: before + sign for identity, before in unfinished.items()}
    assert not unfinished
    return found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, "Vi"),
        (3, 5, "er"),
        (3, 9, "er eni"),
        (6, 11, "enige"),
        (7, 9, "ni"),
        (0, 12, "Vi er enige⏎"),
        (11, 14, "⏎om"),
        (16, 17, "“det hele”"),
        (12, 18, "om “det hele”"),
        (25, 26, "*"),
        (22, 29, "“det hele”* he"),
        (0, 31, "Vi er enige⏎om “det hele”* her."),
        (0, 999, "Vi er enige⏎om “det hele”* her."),
        (5, 5, ""),
        (40, 50, ""),
    ],
)
def test_the_words_are_those_that_were_named(start: int, end: int, expected: str) -> None:
    word = word_with(content())
    before = [paragraph.text for paragraph in word.paragraphs]
    looks = _looks(word)
    add_comments(word, [Comment(lines=["Her."], block="p", start=start, end=end)], author="A", moment=MOMENT)
    assert commented(word) == {"0": expected}
    assert [paragraph.text for paragraph in word.paragraphs] == before
    assert _looks(word) == looks
    assert list(faults(word.element)) == []


def _looks(word: docx.document.Document) -> list[tuple[str, str | None]]:
    """Every letter with the style of its run."""
    return [
        (letter, None if style is None else get(style, "w:val"))
        for run in descendants(word.element.body, "w:r")
        for style in [find(run, "w:rPr/w:rStyle")]
        for text in descendants(run, "w:t")
        for letter in text.text or ""
    ]


def test_comments_may_hang_on_the_same_words_and_within_one_another() -> None:
    word = word_with(content())
    places = [(0, 11), (3, 5), (3, 5), (4, 14)]
    made = [Comment(lines=[str(at)], block="p", start=at, end=end) for at, end in places]
    add_comments(word, made, author="A", moment=MOMENT)
    assert list(commented(word).values()) == ["er", "er", "Vi er enige", "r enige⏎om"]
    assert list(faults(word.element)) == []


@pytest.mark.parametrize("block", [None, "unknown"])
def test_what_has_no_place_hangs_on_the_first_words_of_the_file(block: str | None) -> None:
    word = word_with(content())
    add_comments(word, [Comment(lines=["Her."], block=block)], author="A", moment=MOMENT)
    assert commented(word) == {"0": "Først."}


def test_another_program_reads_who_said_what_and_when() -> None:
    word = word_with(content())
    said = [Comment(lines=["Advarsel: <æ> & ø", "Tip"], block="p", end=2), Comment(lines=["Og"], block="p")]
    add_comments(word, said, author="kdnet docs", moment=MOMENT)
    first, second = docx.Document(BytesIO(to_bytes(word))).comments
    assert (first.author, first.initials, first.timestamp) == ("kdnet docs", "kd", MOMENT)
    assert [one.text for one in first.paragraphs] == ["Advarsel: <æ> & ø", "Tip"]
    assert second.text == "Og"
