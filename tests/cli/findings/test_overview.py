"""Many findings are shown so that a tired reader sees first what counts."""

from dataclasses import replace

from findings import WARNING, finding, page, span

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source
from kdnet_docs.cli.findings.full import MANY, render

_SOURCE = Source("aftale.yaml", "title: Aftale\ntext: Det er lang tid.\n")


def note(words: str = "lang") -> Diagnostic:
    return Diagnostic(
        code=Code.LONG_SENTENCE,
        message=msg("a sentence of {count} words", count=60),
        span=span(_SOURCE, words, _SOURCE.text.index(words)),
        hint=msg("keep one of them"),
    )


def test_few_are_shown_one_after_the_other() -> None:
    shown = render([note()] * MANY, page())
    assert shown.count("note[KD579]") == MANY
    assert "In all:" not in shown


def test_of_many_the_notes_are_a_line_each_below_their_file() -> None:
    shown = render([note(), *[WARNING] * MANY, note("tid")], page())
    assert (
        """\
Notes on taste and style, which stand in the way of nothing:
  aftale.yaml
    2:14  a sentence of 60 words (keep one of them)  [KD579]
    2:19  a sentence of 60 words (keep one of them)  [KD579]
"""
        in shown
    )
    assert shown.count("warning[KD502]") == MANY
    assert "note[KD579]" not in shown


def test_a_long_note_stays_in_its_column_on_a_narrow_screen() -> None:
    shown = render([note(), *[WARNING] * MANY, note("tid")], replace(page(), width=40))
    assert (
        """\
    2:14  a sentence of 60 words (keep
          one of them)  [KD579]
    2:19  a sentence of 60 words (keep
          one of them)  [KD579]
"""
        in shown
    )


def test_of_many_each_kind_is_counted_the_gravest_first() -> None:
    wrong = finding("titel: x\n", "titel")
    shown = render([*[note()] * 12, WARNING, wrong], page())
    overview = shown.split("In all:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[:2] for line in overview] == [["1", "KD201"], ["1", "KD502"], ["12", "KD579"]]
    assert shown.endswith("1 error, 1 warning and 12 notes; `kdnet explain KD201` tells more")
