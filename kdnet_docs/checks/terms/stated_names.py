"""Parties, signatories and measures are called in the text what the file states them to be."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.reading.one_letter import LONG, is_one_letter_apart
from kdnet_docs.checks.reading.vocabulary import Name, Word, bare, is_run, vocabulary, words_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract

_NAME = re.compile(r"(?<!\w)[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){1,5}")
_DEFINITE = ("en", "et", "n", "t")


def stated_names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each name in the text that is nearly one that is stated as data, and is none of them."""
    known: dict[Name, Span] = {}
    for text, span in _stated(subject.model) if isinstance(subject.model, Contract) else ():
        known.setdefault(tuple(text.split()), span)
    right = {_bare(name) for name in known}
    for name, span in known.items():
        in_small = []
        is_said = False
        for words in words_of(subject):
            for run in zip(*(words[offset:] for offset in range(len(name))), strict=False):
                spelled = _bare(word.text for word in run)
                is_said = is_said or spelled == _bare(name)
                if spelled not in right and _is_nearly(run, name):
                    yield _finding(run, name, span)
                elif _is_in_small(run, name):
                    in_small.append(run)
        # Where the text has both, it is told of as a word with and without a capital letter.
        if in_small and not is_said:
            yield _finding(in_small[0], name, span)
    yield from _joined(subject, known)


def _joined(subject: Subject, known: Mapping[Name, Span]) -> Iterator[Diagnostic]:
    """Those like "Nordbyhavn" for "Nordby Havn"."""
    uses = vocabulary(subject)
    for name, span in known.items():
        joined = "".join(name).lower()
        for text in (joined, f"{joined}s"):
            yield from (_finding((word,), name, span) for word in uses.get(text, ()) if word.has_capital)


def _bare(name: Iterable[str]) -> Name:
    return tuple(bare(word) for word in name)


def _finding(run: Sequence[Word], name: Name, stated: Span) -> Diagnostic:
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


def _stated(contract: Contract) -> Iterator[tuple[str, Span]]:
    """The names of two words or more of parties and signatories, and those in what targets measure."""
    for party in contract.parties:
        named = (party, party.signatory) if party.signatory else (party,)
        yield from ((one.name, one.span_of("name")) for one in named if " " in one.name)
    for target in (target for goal in goals_of(contract) for target in goal.targets):
        yield from ((found[0], target.span_of("measure")) for found in _NAME.finditer(target.measure))


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


def _is_in_small(run: Sequence[Word], name: Sequence[str]) -> bool:
    """Whether a long word of the name has lost its capital letter: "Nordby kommune"."""
    pairs = [(bare(word.text), bare(part)) for word, part in zip(run, name, strict=True)]
    slips = [(spelled, part) for spelled, part in pairs if spelled != part]
    return (
        0 < len(slips) < len(pairs)
        and all(spelled == part.lower() and len(part) >= LONG for spelled, part in slips)
        and is_run(run)
    )
