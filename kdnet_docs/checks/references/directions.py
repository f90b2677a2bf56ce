"""What is said to stand above stands above."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.mentions import Direction, mentions
from kdnet_docs.checks.reading.parts import parts
from kdnet_docs.checks.subject import Subject


def directions(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each clause and goal that does not stand where a reference says."""
    order = {leaf: at for at, leaf in enumerate(subject.anatomy.leaves)}
    known = parts(subject)
    for mention in mentions(subject):
        if mention.direction is None or mention.whose != "own":
            continue
        here = order[mention.passage.leaf.id]
        there = [order[leaf] for one in mention.numbers for leaf in known.headed(mention.kind, one.number)]
        if there and not any(stands(at, here, mention.direction) for at in (min(there), max(there))):
            yield Diagnostic(
                code=Code.OTHER_DIRECTION,
                message=not_there(mention.text, mention.direction),
                span=mention.passage.span(mention.start, mention.end),
                hint=msg("write where it stands"),
            )


def stands(at: int, here: int, direction: Direction) -> bool:
    """Whether the place `at` is above or below the place `here`, as places are counted through a document."""
    return at <= here if direction == "above" else at > here


def not_there(words: str, direction: Direction) -> Message:
    """That something is not where the words say."""
    if direction == "above":
        return msg('"{words}" does not stand above', words=words)
    return msg('"{words}" does not stand below', words=words)
