"""Parties and signatories are called in the text what they are called at its head."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.terms.names import LONG, bare, is_run
from kdnet_docs.checks.terms.one_letter import is_one_letter_apart
from kdnet_docs.checks.terms.vocabulary import Word, words_of
from kdnet_docs.model.contract import Contract

_DEFINITE = ("en", "et", "n", "t")


def stated_names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each name that is nearly a party's or a signatory's, and is nobody's."""
    known = sorted({tuple(name.split()) for name in _stated(subject)})
    right = {tuple(bare(word) for word in name) for name in known}
    for name in known:
        for words in words_of(subject):
            for run in zip(*(words[offset:] for offset in range(len(name))), strict=False):
                if _is_nearly(run, name) and tuple(bare(word.text) for word in run) not in right:
                    yield _finding(run, " ".join(name))


def _finding(run: Sequence[Word], name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NAME_SPELLED,
        message=msg(
            '"{spelled}" is nearly "{name}", as the contract has it at its head',
            spelled=" ".join(word.text for word in run),
            name=name,
        ),
        span=run[0].passage.span(run[0].start, run[-1].end),
        hint=msg("write the name as it is"),
    )


def _stated(subject: Subject) -> Iterator[str]:
    """The names of two words or more at the head of a contract."""
    if isinstance(subject.model, Contract):
        for party in subject.model.parties:
            for one in (party, party.signatory):
                if one and " " in str(one.name):
                    yield str(one.name)


def _is_nearly(run: Sequence[Word], name: Sequence[str]) -> bool:
    """Whether one of the words differs by a letter or is definite, and the others are those of the name."""
    if name[0] != run[0].text and bare(name[-1]) != bare(run[-1].text):
        return False
    slips = [(word.text, part) for word, part in zip(run, name, strict=True) if bare(word.text) != bare(part)]
    if len(slips) != 1 or not run[0].text[0].isupper() or not is_run(run):
        return False
    ((spelled, part),) = slips
    is_definite = spelled in {part + ending for ending in _DEFINITE}
    alike = len(part) >= LONG and is_one_letter_apart(bare(spelled), bare(part))
    return is_definite or (alike and spelled.lower() != part.lower())
