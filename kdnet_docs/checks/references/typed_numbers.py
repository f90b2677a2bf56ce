"""A number that the program counts is not typed: when a clause is put in, the typed one stays behind."""

from collections.abc import Iterator, Mapping

from kdnet_docs.assembly.bilag import bilag_numbers
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.mentions import Mention, Mentioned, mentions
from kdnet_docs.checks.reading.parts import Parts, parts
from kdnet_docs.checks.references.directions import directions
from kdnet_docs.checks.references.moved_parts import moved_parts
from kdnet_docs.checks.references.named_otherwise import named_otherwise
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting

_DOUBTS = (directions, moved_parts, named_otherwise)


def typed_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each number of a clause, a goal or a meeting's bilag that stands there in digits.

    Where another check doubts which part is meant, a parameter would only settle what is wrong.
    """
    known, bilag = parts(subject), _bilag(subject)
    doubted = [found.span for look in _DOUBTS for found in look(subject) if found.span]
    for mention in mentions(subject):
        if mention.whose == "other" or (mention.kind == "section" and mention.whose != "own"):
            continue
        for one in mention.numbers:
            span = mention.passage.span(one.start, one.end)
            parameter = _parameter(subject, mention, one, known, bilag)
            if parameter is None or span is None or span.text != one.number:
                continue
            if any(doubt.start <= span.start < doubt.end for doubt in doubted):
                continue
            yield Diagnostic(
                code=Code.TYPED_NUMBER,
                message=msg(
                    'the number of "{words}" is typed, and stays when the numbers move', words=mention.text
                ),
                span=span,
                hint=_hint(parameter),
                fix=mention.passage.edit(one.start, one.end, parameter) if parameter else (),
            )


def _hint(parameter: str) -> Message:
    if parameter:
        return msg("write {parameter}", parameter=parameter)
    return msg('give the bilag an "id" and write {parameter}', parameter="{{ bilag.ID }}")


def _parameter(
    subject: Subject, mention: Mention, one: Mentioned, known: Parts, bilag: Mapping[str, str]
) -> str | None:
    """What to write for a number: nothing for a bilag without an id; None where it may be another's."""
    match subject.model:
        case Contract() if one.number not in known.typed or mention.kind == "goal":
            headed = known.headed(mention.kind, one.number)
            of = "goals" if mention.kind == "goal" else "clauses"
            return f"{{{{ {of}.{headed[0]} }}}}" if len(headed) == 1 else None
        case Meeting(supplements=None) if mention.kind == "bilag" and known.has("bilag", one.number):
            return f"{{{{ bilag.{bilag[one.number]} }}}}" if one.number in bilag else ""
        case _:
            return None


def _bilag(subject: Subject) -> Mapping[str, str]:
    """The ids of a meeting's bilag by their numbers."""
    if not isinstance(subject.model, Meeting):
        return {}
    return {number: name for name, number in bilag_numbers(subject.model, ()).items()}
