"""One word in two ways: the finding stands at the rarer one, for that is the slip."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, takewhile
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.terms.vocabulary import Word

Ways: TypeAlias = tuple[Sequence[Word], Sequence[Word]]
"""The words in each of the two ways."""


def in_two_ways(
    code: Code, ways: Ways, told: Callable[[str, str], Message], *, can_be_fixed: bool = False
) -> tuple[Diagnostic, ...]:
    """The finding, with what it tells of the rarer way and the other; none if one of them is in no file.

    Where both are as many, the slip is the one that comes later.
    """
    one, other = (sorted(way, key=_number) for way in ways)
    rare, common = sorted((one, other), key=lambda way: (len(way), -way[0].number))
    return slip(code, (rare, common), told, can_be_fixed=can_be_fixed)


def slip(
    code: Code, ways: Ways, told: Callable[[str, str], Message], *, can_be_fixed: bool = False
) -> tuple[Diagnostic, ...]:
    """The same where the first of the ways is known to be the wrong one."""
    wrong = [word for word in ways[0] if word.span]
    right = [word for word in ways[1] if word.span]
    if not wrong or not right:
        return ()
    like = max(right, key=lambda word: _alike_at_last(word.text, wrong[0].text))
    return (
        Diagnostic(
            code=code,
            message=told(wrong[0].text, like.text),
            span=wrong[0].span,
            hint=msg("choose one of them, and write it so throughout"),
            labels=(*_labels([like], msg("in the other way")), *_labels(wrong[1:], msg("here too"))),
            fix=_fix(wrong, like.text) if can_be_fixed else (),
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
