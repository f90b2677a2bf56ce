"""Footnotes that come, go or say something else."""

from authored import prose
from told_sources import edited, told

NOTE = prose("""\
Beløbet betales i to rater efter aftale[^rater] med kommunen.

[^rater]: Den første rate betales, når kommunen har godkendt budgettet.
""")
WITHOUT = prose("Beløbet betales i to rater efter aftale med kommunen.\n")


def test_a_footnote_comes_and_goes() -> None:
    words = "”Den første rate betales, når kommunen har godkendt budgettet.”"
    assert told(WITHOUT, NOTE) == [f"footnote-added: Ny fodnote: {words}"]
    assert told(NOTE, WITHOUT) == [f"footnote-removed: Fodnote udgået: {words}"]


def test_a_footnote_with_some_other_words_is_one_change() -> None:
    new = edited(NOTE, ("når kommunen har godkendt budgettet", "når udvalget har vedtaget budgettet"))
    assert told(NOTE, new) == [
        (
            "footnote-changed: Fodnoten ”Den første rate betales, når kommunen har godkendt budgettet.” "
            "lyder nu ”Den første rate betales, når udvalget har vedtaget budgettet.”"
        )
    ]


def test_a_footnote_written_anew_is_one_change() -> None:
    at = NOTE.index("Den første")
    new = NOTE[:at] + "Se bilag 2.\n"
    assert [one.partition(":")[0] for one in told(NOTE, new)] == ["footnote-changed"]
