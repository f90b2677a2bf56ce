"""The Word copy says of the document what was found in it, at the words that were pointed at."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from authored import examined
from docx.document import Document as Word
from project_documents import PROJECT
from word_files import TEMPLATES, converted

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.check import check, inspect
from kdnet_docs.meeting.commented import write_commented
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.ooxml.xml import get, qualified

_TEXT = """\
kind: contract
id: aftale
version: 1
status: udkast
title: Aftale
date: 2022-01-01
parties: [{id: a, name: Kommunen}]
body:
  - section: Beløb
    text: |
      Vi mødes mødes og betaler.[^1]

      [^1]: Det står i brevet.
    body:
      - table: {id: t, columns: [{key: k, title: Bidrag, type: text}], rows: [[Aarhus]]}
  - section: Til sidst
    text: Det er alt
"""


def finding(*words: str) -> Diagnostic:
    """A finding at the last place of the first words, with the others beside it."""
    source = Source("aftale.yaml", _TEXT)
    spans = [Span(source, at := _TEXT.rindex(one), at + len(one)) for one in words]
    labels = tuple(Label(span, msg("first here")) for span in spans[1:])
    return Diagnostic(
        code=Code.DOUBLE_WORD,
        message=msg('"{word}" stands twice', word="x"),
        span=spans[0] if spans else None,
        hint=msg("leave one of them out"),
        labels=labels,
    )


def copy(*findings: Diagnostic) -> Word:
    made = write_commented(examined(_TEXT)[0], findings, TEMPLATES, "da")
    assert isinstance(made, bytes)
    return docx.Document(BytesIO(made))


def hung_on(word: Word) -> list[str]:
    """The words in the body that each comment hangs on, in the order of the comments."""
    found: dict[str, str] = {}
    unfinished: set[str] = set()
    for one in word.element.body.iter():
        identity = get(one, "w:id") or ""
        if one.tag == qualified("w:commentRangeStart"):
            unfinished.add(identity)
            found[identity] = ""
        elif one.tag == qualified("w:commentRangeEnd"):
            unfinished.remove(identity)
        elif one.tag == qualified("w:footnoteReference"):
            found |= {identity: found[identity] + "*" for identity in unfinished}
        elif one.tag == qualified("w:t"):
            found |= {identity: found[identity] + (one.text or "") for identity in unfinished}
    return [found[str(number)] for number in range(len(found))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("mødes mødes", "mødes mødes", id="words in a sentence"),
        pytest.param("Til sidst", "Til sidst", id="a heading"),
        pytest.param("Aarhus", "Aarhus", id="a cell"),
        pytest.param("Bidrag", "Bidrag", id="the head of a column"),
        pytest.param("i brevet", "*", id="the text of a footnote hangs on its mark"),
        pytest.param("{id: t,", "Bidrag", id="a key of a table"),
        pytest.param("status: udkast", "Aftale", id="what stands before all words"),
        pytest.param("section: Til", "Til", id="a key and words"),
    ],
)
def test_each_hangs_where_it_belongs(words: str, expected: str) -> None:
    (found,) = hung_on(copy(finding(words)))
    assert found == expected


def test_what_is_missing_is_shown_at_the_word_before() -> None:
    missing = finding("Det er alt")
    assert missing.span is not None
    end = Span(missing.span.source, missing.span.end, missing.span.end)
    at_the_end = Diagnostic(code=missing.code, message=missing.message, span=end)
    assert hung_on(copy(at_the_end)) == ["alt"]


def test_it_says_what_was_found_and_what_to_do_in_the_language_of_the_reader() -> None:
    (comment,) = copy(finding("mødes mødes", "Bidrag")).comments
    assert [one.text for one in comment.paragraphs] == [
        'Advarsel KD570: "x" står to gange',
        f"Tip: {msg('leave one of them out').to('da')}",
        f"{msg('first here').to('da')} (Beløb): “Bidrag”",
    ]
    assert comment.author == "kdnet"
    assert comment.timestamp
    assert comment.timestamp.date().isoformat() == "2022-01-01"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("Aarhus", "alt"), "første gang her (Til sidst): “Det er alt”", id="another place"),
        pytest.param(
            ("Aarhus", "betaler"), "første gang her (Beløb): “Vi mødes mødes og betaler.”", id="in a sentence"
        ),
        pytest.param(("Aarhus", "{id: a,"), "første gang her (linje 7 i kilden): “{id: a,”", id="a key"),
        pytest.param(("i brevet",), "I fodnoten: “Det står i brevet.”", id="in a footnote"),
        pytest.param(("status: udkast",), "Linje 4 i kilden: “status: udkast”", id="no word of the document"),
        pytest.param(
            ("Aarhus", "parties: [{id: a, name: Kommunen}]\nbody"),
            "første gang her (linje 7 i kilden): “parties: [{id: a, name: Kommunen}]”",
            id="several lines of the source",
        ),
    ],
)
def test_a_reader_of_the_word_file_finds_every_place(words: tuple[str, ...], said: str) -> None:
    (comment,) = copy(finding(*words)).comments
    assert comment.paragraphs[-1].text == said


def test_nothing_found_is_a_copy_without_comments() -> None:
    assert list(copy().comments) == []


def test_the_same_findings_give_the_same_file() -> None:
    document = examined(_TEXT)[0]
    made = [write_commented(document, [finding("mødes mødes")], TEMPLATES, "da") for _ in range(2)]
    assert made[0] == made[1]


def test_the_findings_of_the_real_contract_are_shown_by_libreoffice_too(tmp_path: Path) -> None:
    reference = "erhvervshus-midtjylland@2022"
    model = PROJECT.read(reference)
    assert not isinstance(model, Refused | Meeting)
    findings = check(PROJECT, [reference])
    made = write_commented(inspect(model, PROJECT)[0][0], findings, TEMPLATES, "da")
    assert isinstance(made, bytes)
    comments = docx.Document(BytesIO(made)).comments
    assert len(comments) == len(findings) > 0
    shown = converted(made, "txt:Text (encoded):UTF8", tmp_path).decode()
    flat = converted(made, "fodt", tmp_path).decode()
    assert flat.count("<office:annotation ") == len(findings)
    assert "Resultatkontrakt" in shown
