"""An enumeration in a sentence has as many parts as the words before it say."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.counts import Count, counts
from kdnet_docs.checks.subject import Subject

_INTRODUCES = re.compile(r"[:()]")
_MARK = re.compile(r"(?<![\w(])\(?(\d{1,2}|[a-h])\)(?=\s)")
_NAMED = re.compile(r"\s*(?::\s+(?P<open>[^:()\n]+)|\((?P<bracketed>[^:()\n]+)\))")
# An enumeration with one of these is not of its parts alone, or not all of them.
_UNCOUNTABLE = re.compile(
    r"\b(?:samt|herunder|eller|både|dvs|såsom|henholdsvis|hhv|bl\.\s?a|f\.\s?eks|fx|eks|m\.?\s?v|osv|mfl|m\.\s?fl|"
    r"er|var|har|skal|kan|vil|bør|må|at|der|som|hvor|for|i|til|med|på|af|ikke)\b|[;\d/–—]",
    re.IGNORECASE,
)
_PAIRS = re.compile(
    r"\b(?:børn og unge|kultur og fritid|natur og miljø|teknik og miljø|klima og miljø|social og sundhed|"
    r"drift og vedligehold\w*|drift og anlæg|land og by|forskning og udvikling|vækst og udvikling|"
    r"\w+- og \w+|køb og salg|løn og pension|råd og vejledning)\b",
    re.IGNORECASE,
)
_LONGEST = 4
_FIRST = ("1", "a")
# What may stand between "fire spor" and "1)".
_UP_TO_MARKS = re.compile(r"\s*|[^.!?:]{0,60}:\s*")


def enumerations(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where fewer or more things are named than the sentence says."""
    for passage in subject.passages:
        if not passage.is_danish or not _INTRODUCES.search(passage.text):
            continue
        found = tuple(counts(passage))
        marked = dict(_marked(passage, found))
        for count in found:
            named = marked.get(count) or _named(count)
            if count.number > 1 and named and named != count.number:
                yield Diagnostic(
                    code=Code.COUNT,
                    message=msg('"{words}", but {count} are named after it', words=count.words, count=named),
                    span=count.span,
                    hint=msg("correct the number, or what it counts"),
                )


def _marked(passage: Passage, found: Sequence[Count]) -> Iterator[tuple[Count, int]]:
    """How many parts have marks of their own, "1)", "2)" or "a)", "b)", by the count right before them."""
    marks = list(_MARK.finditer(passage.text))
    before = [count for count in found if marks and count.end <= marks[0].start()]
    if not before or marks[0][1] not in _FIRST:
        return
    count = before[-1]
    if _UP_TO_MARKS.fullmatch(passage.text, count.end, marks[0].start()):
        begins = ord(marks[0][1])
        run = takewhile(lambda pair: pair[1][1] == _mark_at(begins, pair[0]), enumerate(marks))
        yield count, len(list(run))


def _mark_at(begins: int, index: int) -> str:
    """The mark of a part by its place, from 0: digits go on past 9."""
    return str(index + 1) if chr(begins).isdigit() else chr(begins + index)


def _named(count: Count) -> int:
    """How many things are named with commas and "og" right after the noun; 0 where that is not certain."""
    text = count.passage.text
    found = _NAMED.match(text, count.end, count.passage.sentence_at(count.start)[1])
    if found is None or count.passage.reads_in(count.end, found.end()):
        return 0
    words = (found["bracketed"] or found["open"]).strip().rstrip(".")
    if _UNCOUNTABLE.search(words) or _PAIRS.search(words):
        return 0
    *firsts, last = words.split(", ")
    ends = last.split(" og ")
    parts = [*firsts, *ends]
    whole = len(ends) == len(("one", "other")) and not any(" og " in part for part in firsts)
    return len(parts) if whole and all(part and len(part.split()) <= _LONGEST for part in parts) else 0
