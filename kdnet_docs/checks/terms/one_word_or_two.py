"""A preposition is one word or two: "inden for" and "indenfor" are both right, and one document has one."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.vocabulary import Word
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.two_ways import in_two_ways

# Only before what they govern: "de står udenfor" and "flyttes over for at" may be written in one way only.
_PREPOSITION = re.compile(
    r"(?<![\w-])(?P<first>inden|uden|over)(?P<space>\s?)for(?=\s+(?!(?:at|og|eller|samt|som|der|er|har|skal|kan|vil)\b)\w)",
    re.IGNORECASE,
)


def one_word_or_two(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each preposition in one word and in two, with the fix that makes them alike."""
    ways: dict[str, tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for number, passage in enumerate(subject.passages):
        if not passage.is_danish:
            continue
        for found in _PREPOSITION.finditer(passage.text):
            word = Word(
                number=number,
                text=found[0].replace("\n", " "),
                passage=passage,
                start=found.start(),
                end=found.end(),
            )
            ways[found["first"].lower()][bool(found["space"])].append(word)
    for both in ways.values():
        if all(both):
            yield from in_two_ways(Code.ONE_WORD_OR_TWO, both, _told, can_be_fixed=True)


def _told(rare: str, common: str) -> Message:
    return msg('"{rare}" here is "{common}" elsewhere: in one word or in two', rare=rare, common=common)
