"""Parties, signatories and measures are called in the text what the file states them to be."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.reading.one_letter import is_one_letter_apart
from kdnet_docs.checks.reading.vocabulary import Word, words_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.terms.names import LONG, Name, bare, is_run
from kdnet_docs.document.stated import StatedParty, StatedTarget

_NAME = re.compile(r"(?<!\w)[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){1,5}")
_DEFINITE = ("en", "et", "n", "t")


def stated_names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each name in the text that is nearly one that is stated as data, and is none of them."""
    known: dict[Name, Span | None] = {}
    for text, span in _stated(subject):
        known.setdefault(tuple(text.split()), span)
    right = {tuple(bare(word) for word in name) for name in known}
    for name, span in known.items():
        for words in words_of(subject):
            for run in zip(*(words[offset:] for offset in range(len(name))), strict=False):
                if _is_nearly(run, name) and tuple(bare(word.text) for word in run) not in right:
                    yield _finding(run, name, span)


def _finding(run: Sequence[Word], name: Name, stated: Span | None) -> Diagnostic:
    return Diagnostic(
        code=Code.NAME_SPELLED,
        message=msg(
            '"{spelled}" is nearly "{name}", as it is elsewhere in the file',
            spelled=" ".join(word.text for word in run),
            name=" ".join(name),
        ),
        span=run[0].passage.span(run[0].start, run[-1].end),
        hint=msg("write the name as it is"),
        labels=labelled(stated, msg("the name is stated here")),
    )


def _stated(subject: Subject) -> Iterator[tuple[str, Span | None]]:
    """The names of two words or more of parties and signatories, and those in what targets measure."""
    for party in subject.anatomy.stated(StatedParty):
        yield from ((name, party.span) for name in (party.name, party.signatory) if " " in name)
    for target in subject.anatomy.stated(StatedTarget):
        yield from ((found[0], target.span) for found in _NAME.finditer(target.measure))


def _is_nearly(run: Sequence[Word], name: Sequence[str]) -> bool:
    """Whether one of the words differs by a letter or is definite, and the others are those of the name."""
    if not run[0].text[0].isupper() or not (name[0] == run[0].text or bare(name[-1]) == bare(run[-1].text)):
        return False
    slips = [(word.text, part) for word, part in zip(run, name, strict=True) if bare(word.text) != bare(part)]
    if len(slips) != 1 or not is_run(run):
        return False
    ((spelled, part),) = slips
    is_definite = spelled in {part + ending for ending in _DEFINITE}
    alike = len(part) >= LONG and is_one_letter_apart(bare(spelled), bare(part))
    return is_definite or (alike and spelled.lower() != part.lower())
