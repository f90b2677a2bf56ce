"""A question that was left open when the draft was written from the version before must be answered."""

from collections.abc import Iterator, Mapping

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.notes import Unanswered
from kdnet_docs.sources.parts import Part, parts


def unanswered(subject: Subject) -> Iterator[Diagnostic]:
    """A warning at the words of each question, or at the question itself where its words are gone."""
    model = subject.model
    if isinstance(model, Meeting) or not model.unanswered:
        return
    by_name = {part.name: part for part in parts(model.node)}
    for question in model.unanswered:
        span = _words(question, by_name)
        if span:
            yield Diagnostic(
                code=Code.UNANSWERED,
                message=msg("not decided yet: {question}", question=question.question),
                span=span,
                hint=msg('write what is to stand here, and delete the question under "unanswered"'),
                labels=(Label(question.span_of("question"), msg("the question")),),
            )
        else:
            yield Diagnostic(
                code=Code.UNANSWERED,
                message=msg(
                    'the words "{words}" do not stand in {part} any more',
                    words=question.words,
                    part=question.part,
                ),
                span=question.span_of("words"),
                hint=msg("delete the question, if they have been put right"),
            )


def _words(question: Unanswered, by_name: Mapping[str, Part]) -> Span | None:
    """Where the words stand; of several the one that is meant, or the last that is left."""
    part = by_name.get(question.part)
    found = part.places(question.words) if part else ()
    return part.wording.locate(*found[min(question.number, len(found)) - 1]) if part and found else None
