"""One word in two ways: the finding stands at the rarer one, for that is the slip."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, takewhile
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.vocabulary import Word

Ways: TypeAlias = tuple[Sequence[Word], Sequence[Word]]
"""The words in each of the two ways."""


def in_two_ways(
    code: Code,
    ways: Ways,
    told: Callable[[str, str], Message],
    *,
    can_be_fixed: bool = False,
    trust: Callable[[str], int] | None = None,
) -> tuple[Diagnostic, ...]:
    """The finding, with what it tells of the rarer way and the other; none if one of them is in no file.

    Where both are as many, the slip is the one to `trust` less, or else the one that comes later.
    """
    one, other = (sorted((word for word in way if word.span), key=_number) for way in ways)
    if not one or not other:
        return ()
    how_far = trust if trust and len(one) == len(other) else lambda _: 0
    rare, common = sorted((one, other), key=lambda way: (len(way), how_far(way[0].text), -way[0].number))
    like = max(common, key=lambda word: _alike_at_last(word.text, rare[0].text))
    return (
        Diagnostic(
            code=code,
            message=told(rare[0].text, like.text),
            span=rare[0].span,
            hint=msg("choose one of them, and write it so throughout"),
            labels=(*_labels([like], msg("in the other way")), *_labels(rare[1:], msg("here too"))),
            fix=_fix(rare, like.text) if can_be_fixed else (),
        ),
    )


def _number(word: Word) -> int:
    return word.number


def _alike_at_last(one: str, other: str) -> int:
    """How many of their last letters are the same: so a form is told beside the same form."""
    pairs = zip(reversed(one.lower()), reversed(other.lower()), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _labels(words: Iterable[Word], message: Message) -> tuple[Label, ...]:
    return tuple(Label(span, message) for word in words if (span := word.span))


def _fix(words: Iterable[Word], text: str) -> tuple[Edit, ...]:
    """The edits that write all the words so, with their own first letters; none unless all can be written."""
    edits = [word.passage.edit(word.start, word.end, word.text[0] + text[1:]) for word in words]
    return tuple(chain.from_iterable(edits)) if all(edits) else ()
