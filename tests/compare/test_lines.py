"""A source as lines for git: a sentence each, and nothing that a reader would miss."""

from authored import model
from meetings import meeting
from project_documents import PROJECT, REFERENCES
from versions import FIRST

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.lines import sentences, source_lines

LINES = list(source_lines(model(FIRST)))


def test_sentences_stand_on_lines_of_their_own() -> None:
    assert list(sentences("Parterne er enige. Aftalen  gælder\ni 2021, jf. pkt. 3. ”Ja”")) == [
        "Parterne er enige.",
        "Aftalen gælder i 2021, jf. pkt. 3.",
        "”Ja”",
    ]


def test_clauses_have_their_ids_and_rows_their_cells() -> None:
    assert LINES[0] == "title: Aftale 2021"
    assert [line for line in LINES if "{#samarbejde}" in line]
    assert "| Odder | 673 |" in LINES
    assert "target kendskab-procent: 40 pct. (2021): kendskab til huset" in LINES


def test_each_line_is_a_line() -> None:
    for reference in (*REFERENCES, *PROJECT.meetings()):
        made = PROJECT.read(reference)
        assert not isinstance(made, Refused)
        assert [line for line in source_lines(made) if "\n" in line] == []


def test_what_is_changed_shows() -> None:
    changes = (
        ("status: vedtaget", "status: udkast"),
        ("date: 2021-01-01", "date: 2021-01-02"),
        ("value: 40", "value: 41"),
        ("due: 2021", "due: 2023"),
        ("[Odder, 673]", "[Odder, 674]"),
        ("id: samarbejde", "id: samspil"),
        ("kan holde", "skal holde"),
    )
    for old, new in changes:
        assert list(source_lines(model(FIRST.replace(old, new)))) != LINES, new


def test_of_a_meeting_what_was_decided_too() -> None:
    made = meeting("- {number: 1, title: Et, beslutning: Godkendt.}")
    assert "Godkendt." in list(source_lines(made))
