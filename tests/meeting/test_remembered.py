"""Warnings come back as they were told, with the words they point at; nonsense does not."""

import json
from decimal import Decimal
from typing import Any

import pytest

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.remembered import from_json, to_json

SOURCE = Source("a.yaml", "mål: tomt\n")
WARNING = Diagnostic(
    code=Code.EMPTY_ITEM,
    message=msg("goal {number} is empty", number=9),
    span=Span(SOURCE, 5, 9),
    hint=msg('did you mean "{name}"?', name=msg("first here")),
    labels=(Label(Span(SOURCE, 0, 3), msg("first here")),),
)


def there_and_back(*findings: Diagnostic) -> tuple[Diagnostic, ...]:
    return from_json(json.loads(json.dumps(to_json(findings))), {"a.yaml": SOURCE}.get)


def test_a_warning_comes_back_as_it_was() -> None:
    assert there_and_back(WARNING) == (WARNING,)


def test_a_value_that_json_has_not_comes_back_as_it_is_shown() -> None:
    (back,) = there_and_back(Diagnostic(code=Code.OUTPUT, message=msg("{total}", total=Decimal("39.010"))))
    assert str(back.message) == "39.010"


def test_a_source_that_is_gone_is_named_without_its_words() -> None:
    (back,) = from_json(
        to_json([Diagnostic(code=Code.OUTPUT, message=msg("x"), span=Span(SOURCE, 5, 9))]), lambda _name: None
    )
    assert back.span == Span(Source("a.yaml", ""), 0, 0)


@pytest.mark.parametrize(
    "kept",
    [
        1,
        [1],
        [{}],
        [{"code": "KD999"}],
        [{"code": "KD604", "message": ["{missing}", {}], "span": None, "hint": None, "labels": []}],
        [{"code": "KD604", "message": ["x", {}], "span": ["a"], "hint": None, "labels": []}],
        [{"code": "KD604", "message": ["x", {}], "span": None, "hint": None, "labels": [[None, ["x", {}]]]}],
    ],
)
def test_what_is_no_warning_is_refused(kept: Any) -> None:
    with pytest.raises((LookupError, TypeError, ValueError, AttributeError)):
        from_json(kept, lambda _name: None)
