"""What is looked for are the closed words of the sources; what cannot be looked for is told of."""

from pathlib import Path

import pytest
from authored import HEAD, ROOT, model
from meetings import meeting, tillaeg

from kdnet_docs.meeting.leaks.needles import Search, needles
from kdnet_docs.meeting.leaks.wanted import wanted_in
from kdnet_docs.sources.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    return Project(tmp_path)


def told(project: Project, body: str) -> list[tuple[str, int]]:
    """The code and line of each finding."""
    wanted = wanted_in(project, (model(f"{HEAD}body:\n{body}"),))
    return [(one.code.value, one.span.line) for one in wanted.told() if one.span]


def letters(project: Project, body: str) -> set[str]:
    wanted = wanted_in(project, (model(f"{HEAD}body:\n{body}"),))
    # The digest of the whole source, which is looked for too, is as long as no word is.
    return {needle.letters for needle in wanted.places if len(needle.letters) < 64}


def test_every_five_closed_words_in_a_row_are_looked_for_but_those_that_stand_open(project: Project) -> None:
    closed = "  - {text: 'Vi sælger *hele* grunden i morgen tidlig.', closed: true}\n"
    runs = {"visælgerhelegrundeni", "sælgerhelegrundenimorgen", "helegrundenimorgentidlig"}
    runs |= {"visaelgerhelegrundeni", "saelgerhelegrundenimorgen"}
    assert letters(project, closed) == runs
    opened = f"{closed}  - text: Nogen sagde, at hele grunden, i morgen tidlig, er solgt.\n"
    assert letters(project, opened) == runs - {"helegrundenimorgentidlig"}
    assert told(project, opened) == []


def test_a_closed_name_that_stands_open_is_for_the_author_to_decide(project: Project) -> None:
    body = "  - {section: Jens Hansen, closed: true}\n  - text: Jens  Hansen har sagt ja.\n"
    assert told(project, body) == [("KD862", 8)]
    (found,) = wanted_in(project, (model(f"{HEAD}body:\n{body}"),)).told()
    (label,) = found.labels
    assert label.span.line == 9
    assert "Hansen" not in label.span.source.text


@pytest.mark.parametrize(
    ("closed", "opened"),
    [
        ("14.250.000 kr.", "Det koster 14,25 mio. kr."),
        ("14.250.000", "A price of 14.250 million."),
        ("2022-10-01", "Det gælder fra 1. oktober 2022."),
        ("2022-10-01", "Det gælder fra den 1.10.2022."),
        ("2022-10-01", "01-10-2022"),
        ("Nordhavnsbanken", "Det er Nordhavnsbankens bud."),
        ("Økonomirådet", "Se filen oekonomiraadet_bud.pdf."),
    ],
)
def test_words_are_found_in_other_forms(closed: str, opened: str) -> None:
    assert Search(needles(closed)).found(opened, is_words=True)
    assert not Search(needles(closed)).found("Ring 14 25 00 00 den 11. oktober 2022", is_words=True)


def test_a_word_in_utf_16_is_found_by_itself_and_not_within_others() -> None:
    search = Search(needles("Havn"))
    assert search.found("Vor havn her".encode("utf-16-le").decode("latin-1"), is_words=True)
    assert not search.found("Om havnen her".encode("utf-16-le").decode("latin-1"), is_words=True)


def test_an_id_goes_with_its_name_and_references_to_it_follow(project: Project) -> None:
    section = "section: Om Skagen Tank, id: om-skagen-tank, closed: [section]"
    body = f"  - {{{section}, text: 'Se [her](#om-skagen-tank)'}}\n"
    assert letters(project, body) == {"omskagentank", "skagentank"}
    assert told(project, body) == []


def test_a_number_is_found_in_all_ways_to_write_it(project: Project) -> None:
    body = "  - {text: 14.250.000, closed: true}\n  - text: Der er 14 250 000 kr. her.\n"
    assert told(project, body) == [("KD862", 8)]


def test_what_is_too_short_or_in_every_file_is_told_of_once(project: Project) -> None:
    body = (
        "  - {section: Ja, closed: true}\n  - {section: Økonomi, closed: true}\n  - section: Økonomi\n"
        "  - {section: Dagsorden, closed: true}\n"
    )
    (found,) = wanted_in(project, (model(f"{HEAD}body:\n{body}"),)).told()
    assert found.code.value == "KD863"
    assert "8, 9, 11" in str(found.message)


def test_only_what_is_closed_is_looked_for(project: Project) -> None:
    body = """\
  - section: Skjult overskrift
    closed: [section]
    text: Åben tekst her.
  - table:
      id: t
      columns: [{key: post, title: Post}, {key: kr, title: Beløb, type: amount}]
      rows: [{post: Åben række, kr: 1000}, {post: Hemmelig række, kr: 4711, closed: true}]
      total: {row: [I alt, 5711]}
"""
    found = {"skjultoverskrift", "hemmeligrække", "hemmeligraekke", "4711", "5711"}
    assert letters(project, body) == found


def test_markup_and_parameters_are_no_words() -> None:
    found = {
        needle.letters for needle in needles("Se [Skagen *Tank*](https://skagen.dk) og {{ values.x }} nu[^1]")
    }
    assert found == {"seskagentankog", "skagentank", "httpsskagendk"}


def test_a_year_that_is_closed_and_stands_open_is_only_told_of(project: Project) -> None:
    body = "  - {text: 2022, closed: true}\n  - text: Det var i 2022.\n"
    assert told(project, body) == [("KD863", 8)]


def test_a_text_that_stands_open_in_an_older_version_is_for_the_author_to_decide(project: Project) -> None:
    text = "text: Havnen betaler syv millioner kroner for grunden ved vandet."
    new = model(f"{HEAD}body:\n  - section: Pris\n    closed: [text]\n    {text}\n")
    old = model(f"{HEAD.replace('version: 1', 'version: 0')}body:\n  - section: Pris\n    {text}\n")
    (found,) = wanted_in(project, (new, old)).told()
    assert found.code.value == "KD862"


@pytest.mark.parametrize(
    ("says", "codes"),
    [("", ["KD864"]), (", closed: false", []), (", closed: true", []), (", closed: [indstilling]", [])],
)
def test_a_tillaeg_says_whether_what_is_new_of_a_closed_point_is_closed(
    says: str, codes: list[str], project: Project
) -> None:
    sent = meeting("- {number: 4, title: Salg af havnens grund, closed: true}")
    new = tillaeg(f"- {{number: 4, indstilling: Det indstilles straks{says}}}")
    assert [one.code.value for one in wanted_in(project, (new, sent)).told()] == codes


@pytest.mark.parametrize(
    ("opened", "count"),
    [
        ("Prisen er 14.250.000 kr. i alt.", 1),
        ("Det drejer sig om 14,25 mio. kr.", 1),
        ("Skagen Tank A/S var her.", 1),
        ("Det har Skagen Tank spurgt om.", 1),
        ("Det er Torben Hansens bord.", 1),
        ("Skagen Tank har spurgt om de 14 250 000 kr.", 2),
        ("Nordby Kommune sælger i 2022.", 0),
        ("Skagen Tankstation og 114.250.000 kr.", 0),
    ],
)
def test_names_and_numbers_in_closed_sentences_are_told_of_where_they_stand_open(
    opened: str, count: int, project: Project
) -> None:
    head = f"{HEAD}parties: [{{id: a, name: Nordby Kommune}}]\nbody:\n"
    closed = (
        "Skagen Tank A/S har i 2022 budt 14.250.000 kr., og Torben Hansen, Nordby Kommune, har takket ja."
    )
    body = f"  - text: {opened}\n  - {{text: '{closed}', closed: true}}\n"
    found = wanted_in(project, (model(head + body),)).findings
    assert {one.code.value for one in found} <= {"KD863"}
    assert all(label.span.line == 9 for one in found for label in one.labels)
    assert [one.span.line for one in found if one.span] == [10] * count


def test_what_is_told_of_shows_neither_words_nor_how_long_they_are(project: Project) -> None:
    body = "  - {section: Jens Hansen, closed: true}\n  - text: Jens  Hansen har sagt ja.\n"
    (found,) = wanted_in(project, (model(f"{HEAD}body:\n{body}"),)).told()
    for span in (found.span, *(label.span for label in found.labels)):
        assert span is not None
        assert span.text == ""
        assert span.source.line_text(span.line) == "…"
