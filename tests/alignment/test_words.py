from random import Random

import pytest
from edited_words import edited_text
from hypothesis import given
from hypothesis import strategies as st
from measure_words import ours, quality

from kdnet_docs.alignment.words import tokens, word_changes

WORDS = st.sampled_from(
    [
        "skal",
        "kan",
        "og",
        "i",
        "kommune",
        "39.010",
        "41,250",
        "SMV'erne",
        "2a",
        ",",
        ".",
        " ",
        " ",
        " ",
        "\u00a0",
        "\n",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map("".join), st.text(max_size=60))


def shown(old: str, new: str) -> str:
    """The changes as a person reads them: [-what went-]{+what came+}."""
    parts = []
    for change in word_changes(old, new):
        before, after = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
        if change.same:
            parts.append(before)
        else:
            parts.append((f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else ""))
    return "".join(parts)


def test_a_number_is_one_token_with_its_separators() -> None:
    assert tokens("39.010 kr. (41,250 mio.)")[:3] == ["39.010", " ", "kr"]
    assert "41,250" in tokens("39.010 kr. (41,250 mio.)")


def test_a_word_is_one_token_with_its_figures_apostrophes_accents_and_soft_hyphens() -> None:
    for word in ("SMV'erne", "2a", "B2B", "cafe\u0301en", "erhvervs\u00adservice"):
        assert tokens(f"x {word} y") == ["x", " ", word, " ", "y"]


@given(TEXTS)
def test_the_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_the_stretches_are_both_texts_and_cut_no_word(old: str, new: str) -> None:
    borders_old = {sum(map(len, tokens(old)[:at])) for at in range(len(tokens(old)) + 1)}
    borders_new = {sum(map(len, tokens(new)[:at])) for at in range(len(tokens(new)) + 1)}
    at_old = at_new = 0
    before = None
    for change in word_changes(old, new):
        assert (change.old_start, change.new_start) == (at_old, at_new)
        at_old, at_new = change.old_end, change.new_end
        same = old[change.old_start : at_old] == new[change.new_start : at_new]
        assert same == change.same != before
        assert at_old in borders_old
        assert at_new in borders_new
        before = change.same
    assert (at_old, at_new) == (len(old), len(new))


@given(TEXTS)
def test_a_text_has_not_changed_against_itself(text: str) -> None:
    assert all(change.same for change in word_changes(text, text))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("på 39.010 kr.", "på 41,250 kr.", "på [-39.010-]{+41,250+} kr."),
        ("3-4 gange om året", "mindst 4 gange om året", "[-3--]{+mindst +}4 gange om året"),
        ("er en forudsætning", "er en afgørende forudsætning", "er en {+afgørende +}forudsætning"),
        ("Vi har mødt dem.", "Vi har mødt dem. Huset ser til.", "Vi har mødt dem.{+ Huset ser til.+}"),
        ("Ja tak. Vi kan. Og så.", "Ja tak. Og så.", "Ja tak. [-Vi kan. -]Og så."),
        ("skal sikre os", "skal på sigt hjælpe os", "skal [-sikre-]{+på sigt hjælpe+} os"),
        ("et brev om sagen nu", "en mail om emnet nu", "[-et brev om sagen-]{+en mail om emnet+} nu"),
        ("senest i maj", "senest i\u00a0maj", "senest i[- -]{+\u00a0+}maj"),
        ("En sætning. To.", "En sætning.\nTo.", "En sætning.[- -]{+\n+}To."),
        ("Målet er, at 4.500 nu", "Målet er 5.000 nu", "Målet er[-, at-] [-4.500-]{+5.000+} nu"),
        ("Huset er her.", "Nu er Huset en del. Huset er her.", "{+Nu er Huset en del. +}Huset er her."),
        ("i by og omegn", "i by, omegn og land", "i by[- og-]{+,+} omegn{+ og land+}"),
        ("over for dem", "overfor dem", "[-over for-]{+overfor+} dem"),
    ],
)  # fmt: skip
def test_changes_are_phrases_that_begin_where_words_and_sentences_do(
    old: str, new: str, changes: str
) -> None:
    assert shown(old, new) == changes


def test_the_mark_of_a_footnote_is_never_taken_with_the_changes_around_it() -> None:
    assert shown("efter en nøgle\ufffc, som gælder", "efter en plan\ufffc. Den gælder").count("\ufffc") == 1


def test_known_edits_are_found_one_by_one() -> None:
    random = Random(7)  # noqa: S311 no secret
    hunks, exact, marked = quality(ours, [edited_text(random) for _ in range(400)])
    assert 0.99 <= hunks <= 1.01
    assert exact >= 0.99
    assert marked <= 1.01


def test_texts_too_large_to_compare_whole_are_compared_between_what_stands_once() -> None:
    old = " ".join(f"ord{number}" if number % 3 else "og" for number in range(30_000))
    new = old.replace(" ord10000 ", " andet ")
    assert shown(old, new) == old.replace(" ord10000 ", " [-ord10000-]{+andet+} ")
