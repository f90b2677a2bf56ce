"""The open version has nothing of what is closed, keeps the numbers, and is an ordinary source."""

import re

import pytest
from authored import HEAD, ROOT, model
from closed_contracts import closed_contracts
from hypothesis import HealthCheck, given, settings

from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.closing.edits import in_original
from kdnet_docs.assembly.closing.open_version import open_version
from kdnet_docs.assembly.closing.redaction import redacted
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.run import examine
from kdnet_docs.render.html.writer import write_html
from kdnet_docs.render.text.writer import write_text
from kdnet_docs.sources.read import Authored, read

TEMPLATES = ROOT / "templates"
COLUMNS = "columns: [{key: k, title: K}, {key: b, title: B, type: amount}]"
OPEN = "{k: Løn, b: 1}"
TOTAL = ", total: {row: [I alt, 23]}"
TWO = "{group: G, goals: [{title: Et}, {title: To}]}"
THIRD = "{group: H, goals: [{title: Tre, maal: M}]}"
TARGETS = "targets: [{id: k, value: 45, unit: pct.}]"


def opened(text: str) -> Authored:
    made = open_version(model(text))
    assert not isinstance(made, Refused), [str(found.message) for found in made.diagnostics]
    return made


def open_text(text: str) -> str:
    """What the open version of a source says."""
    document, findings = examine(opened(text))
    assert [str(found.message) for found in findings] == []
    made = write_text(document, TEMPLATES)
    assert isinstance(made, bytes)
    return made.decode()


def test_a_source_keeps_its_layout_and_is_an_ordinary_one() -> None:
    source = f"""{HEAD}body:
  # En note til dem, der skriver: om fusionen.
  - section: Om aftalen
    text: Se punkt {{{{ clauses.fusion }}}} og [her](#fusion).   # en note
    clauses:
      - title: Fusion
        closed: true
        text: |
          Kommunen fusionerer.

          - et punkt
      - title: Økonomi
        closed: [text]
        text: Der er 4.711.000 kr.
      - title: Andet
        text: |
          Åbent.
"""
    assert (
        redacted(model(source)).text
        == f"""{HEAD}body:
  - section: Om aftalen
    text: Se punkt {{{{ clauses.lukket-punkt-1 }}}} og [her](#lukket-punkt-1).
    clauses:
      - {{id: "lukket-punkt-1", title: "Lukket punkt"}}
      - title: Økonomi
        text: "(lukket)"
      - title: Andet
        text: |
          Åbent.
"""
    )


@pytest.mark.parametrize(
    ("part", "closed", "says"),
    [
        ("- {closed: true, text: Hemmeligt}", "Hemmeligt", "(lukket)"),
        ("- {section: Afsnit, closed: true, clauses: [{title: A}, {title: B}]}", "Afsnit", "2. Lukket punkt"),
        ("- {section: Afsnit, closed: [section], text: Ord}", "Afsnit", "Ord"),
        ("- {section: Afsnit, closed: [text], text: Hemmeligt}", "Hemmeligt", "(lukket)"),
        (
            "- {table: {id: t, closed: true, columns: [{key: k, title: K}], rows: [[Hemmeligt]]}}",
            "Hemmeligt",
            "(lukket)",
        ),
        (
            f"- table: {{id: t, {COLUMNS}, rows: [{OPEN}, {{k: Bestik, b: 22, closed: true}}]{TOTAL}}}",
            "23",
            "Løn",
        ),
        (
            "- goals: [{group: G, goals: [{title: Et}, {title: To, maal: N, closed: true}, {title: Tre}]}]",
            "To",
            "Mål 2 – Lukket punkt",
        ),
        (
            "- goals: [{group: G, goals: [{title: Et, closed: [maal], maal: Hemmeligt}]}]",
            "Hemmeligt",
            "(lukket)",
        ),
        (
            f"- {{section: S, closed: true, body: [{{goals: [{TWO}]}}]}}\n  - goals: [{THIRD}]",
            "Et",
            "Mål 3 – Tre",
        ),
    ],
)
def test_a_part_is_left_out_and_its_number_kept(part: str, closed: str, says: str) -> None:
    text = open_text(f"{HEAD}body:\n  {part}\n")
    assert not re.search(rf"\b{closed}\b", text)
    assert says in text


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("values: {ejer: Havnen A/S}\nclosed: [values.ejer]\n", "{{ values.ejer }}"),
        ("values: {ejer: Havnen A/S}\nclosed: [values]\n", "{{ values.ejer }}"),
        ("effective: 2022-05-01\nclosed: [effective]\n", "{{ effective }}"),
        ("parties: [{id: a, name: Havnen A/S, closed: [name]}]\n", "{{ parties.a }}"),
    ],
)
def test_a_parameter_does_not_tell_a_closed_value(keys: str, words: str) -> None:
    made = opened(f"{HEAD}{keys}body:\n  - text: Det er {words} her.\n")
    text = write_text(examine(made)[0], TEMPLATES)
    assert isinstance(text, bytes)
    assert "Det er (lukket) her." in text.decode()
    assert "Havnen" not in text.decode() + made.span.source.text


def test_ids_and_names_of_values_tell_nothing_either_and_people_still_sign() -> None:
    parties = "parties: [{id: havnen, name: Havnen}, {id: skagen, name: Skagen Tank, closed: [name]}]\n"
    values = "values: {skagen-pris: '1', by: Aarhus, skagen-dag: '2'}\n"
    closed = "closed: [values.skagen-pris, values.skagen-dag]\n"
    body = "  - text: I {{ values.by }} til {{ parties.skagen }}.\n  - signatures: [havnen, skagen]\n"
    made = opened(f"{HEAD}{parties}{values}{closed}body:\n{body}")
    text = made.span.source.text
    assert "skagen" not in text.casefold()
    assert "values: {by: Aarhus}" in text
    assert "signatures: [havnen, lukket-punkt-1]" in text
    assert "I Aarhus til (lukket)." in document_words(made)


def test_figures_of_a_closed_goal_are_closed_where_others_speak_of_them() -> None:
    text = open_text(
        f"{HEAD}body:\n  - text: Målet {{{{ goals.g }}}} er {{{{ targets.k }}}}.\n"
        f"  - goals: [{{group: G, goals: [{{title: T, id: g, closed: true, {TARGETS}}}]}}]\n"
    )
    assert "Målet 1 er (lukket)." in text
    assert "45" not in text


def test_what_stands_in_the_place_of_closed_words_can_be_said_otherwise_and_in_english() -> None:
    body = "body:\n  - {section: Secret, closed: true}\n"
    assert "Closed item" in open_text(f"{HEAD}language: en\n{body}")
    assert 'Uden for "referat": #1' in open_text(
        f"{HEAD}labels: {{closed-part: 'Uden for \"referat\": #1'}}\n{body}"
    )


def test_a_finding_in_the_open_version_points_into_the_source() -> None:
    source = f"{HEAD}body:\n  - {{section: Et, closed: true}}\n  - text: Se [her](#findes-ikke).\n"
    (found,) = examine(opened(source))[1]
    assert found.span is not None
    told = in_original(found)
    assert told.span is not None
    assert told.span.text == "her"
    assert told.span.source.text == source


@pytest.mark.parametrize(
    ("closed", "where"),
    [
        ("closed: [tekst]", "tekst"),
        ("closed: [id]", "id"),
        ("closed: måske", "måske"),
    ],
)
def test_a_key_that_cannot_be_closed_is_a_finding_at_its_place(closed: str, where: str) -> None:
    refused = read(Source("a.yaml", f"{HEAD}body:\n  - section: Et\n    {closed}\n    text: Ord\n"))
    assert isinstance(refused, Refused)
    (found,) = refused.diagnostics
    assert found.span is not None
    assert found.span.text == where


def test_a_wrong_key_is_answered_with_the_right_one_and_a_document_is_not_closed_by_itself() -> None:
    refused = read(Source("a.yaml", f"{HEAD}body:\n  - {{section: Et, closed: [tekst], text: Ord}}\n"))
    assert isinstance(refused, Refused)
    assert str(refused.diagnostics[0].hint) == 'did you mean "text"?'
    whole = read(Source("a.yaml", f"{HEAD}closed: true\nbody:\n  - text: Ord\n"))
    assert isinstance(whole, Refused)


def test_a_column_may_be_called_closed_and_a_total_is_not_closed_by_itself() -> None:
    of_column = "columns: [{key: k, title: K}, {key: closed, title: Lukket}], rows: [{k: A, closed: ja}]"
    assert not has_closed_parts(model(f"{HEAD}body:\n  - table: {{id: t, {of_column}}}\n"))
    total = "total: {row: {k: I alt, b: 1, closed: true}}"
    _, found = examine(model(f"{HEAD}body:\n  - table: {{id: t, {COLUMNS}, rows: [{OPEN}], {total}}}\n"))
    assert [one.span.text for one in found if one.span] == ["closed"]


# --- any part of any contract


@given(closed_contracts())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_closed_word_is_left_of_any_contract(made: tuple[str, frozenset[str]]) -> None:
    text, closed = made
    whole = model(text)
    assert has_closed_parts(whole) == bool(closed)
    left = opened(text)
    assert not has_closed_parts(left)
    document, _ = examine(left)
    written = [write(document, TEMPLATES) for write in (write_text, write_html)]
    for one in (*written, left.span.source.text.encode(), repr(document).encode()):
        assert isinstance(one, bytes)
        assert set(re.findall(r"ord\d+q", one.decode())) & closed == set()
    # What goes along gives the same document again.
    again = read(Source(left.span.source.name, left.span.source.text))
    assert not isinstance(again, Refused)
    assert write_text(examine(again)[0], TEMPLATES) == written[0]
    shown = set(re.findall(r"ord\d+q", document_words(whole)))
    assert set(re.findall(r"ord\d+q", document_words(left))) == shown - closed


def document_words(source: Authored) -> str:
    made = write_text(examine(source)[0], TEMPLATES)
    assert isinstance(made, bytes)
    return made.decode()
