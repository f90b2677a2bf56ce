"""From words to their place in the file, and back from the place to the words."""

import pytest
from authored import examined
from project_documents import PROJECT, REFERENCES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.checks.passages import passages
from kdnet_docs.checks.run import examine
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, anatomy
from kdnet_docs.document.source_places import words_at

_TEXT = """\
kind: contract
id: aftale
version: 1
status: udkast
title: Aftale
date: 2022-01-01
values: {sted: Aarhus}
body:
  - section: Om stedet
    text: |
      Vi mødes i {{ values.sted }}, og
      det er **ganske vist**.[^1]

      [^1]: Det står i brevet.
"""


def side(text: str) -> Anatomy:
    document, _ = examined(text)
    return anatomy(document)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mødes", "mødes"),
        ("i {{ values.sted }},", "i Aarhus,"),
        ("{{ values.sted }}", "Aarhus"),
        ("values", "Aarhus"),
        ("og\n      det er", "og\ndet er"),
        ("det er **ganske", "det er ganske"),
        ("vist", "vist"),
        ("i brevet", "i brevet"),
        ("Om stedet", "Om stedet"),
    ],
)
def test_words_are_found_where_they_stand_in_the_file(words: str, found: str) -> None:
    of = side(_TEXT)
    start = _TEXT.index(words, _TEXT.index("body"))
    place = words_at(of, Span(Source("aftale.yaml", _TEXT), start, start + len(words)))
    assert place is not None
    leaf, first, end = place
    assert " ".join(of.leaves[leaf].text[first:end].split()) == " ".join(found.split())


def test_a_place_of_no_length_is_found_between_its_words() -> None:
    of = side(_TEXT)
    at = _TEXT.index(" mødes")
    place = words_at(of, Span(Source("aftale.yaml", _TEXT), at, at))
    assert place is not None
    assert (of.leaves[place[0]].text[: place[1]], place[1]) == ("Vi", place[2])


@pytest.mark.parametrize(
    "place", [Span(Source("aftale.yaml", _TEXT), 0, 4), Span(Source("x.yaml", _TEXT), 200, 210)]
)
def test_what_is_no_word_of_the_document_is_not_found(place: Span) -> None:
    assert words_at(side(_TEXT), place) is None


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_sentence_of_the_real_sources_is_found_again(reference: str) -> None:
    model = PROJECT.read(reference)
    assert not isinstance(model, Refused)
    assert model.kind != "meeting"
    of = anatomy(examine(model)[0])
    for passage in passages(of):
        for start, end in passage.sentences:
            span = passage.span(start, end)
            if span is None or not span.text:
                continue
            place = words_at(of, span)
            assert place is not None
            # A title may stand in an overview before it heads its part.
            leaf, first, last = place
            words = passage.text[start:end].replace(NOTE_MARK, "").strip()
            assert words in of.leaves[leaf].text[first:last].replace(NOTE_MARK, "")
