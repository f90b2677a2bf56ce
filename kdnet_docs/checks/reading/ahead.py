"""Words that point ahead to a time: "I 2022 skal", "forventes afsluttet ultimo 2022"."""

import re

from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import Time, sentence_around

_AHEAD = r"(?:skal|bør|vil|må|forventes|forventet|planlægges|planlagt)"
# Danish has its verb right after what stands first: "I 2021 skal ...", and not "I 2021 blev ...".
_FIRST = re.compile(r"(?:\A|[,;:(•]\s*(?:og\s+|men\s+)?|\sog\s+)(?P<words>i\s+)?\Z", re.IGNORECASE)
_THEN = re.compile(
    rf"(?:\s+og\s+(?:i\s+)?\d{{4}})?\s+(?P<verb>{_AHEAD}|(?:angiver|udgør|kan)|\w{{3,}}erer|\w{{2,}}[^dt\W]es)(?!\w)"
)
# "skal erhvervshusene i 2021 udvikle", but not "skal bygge på kendskabet i 2021".
_BETWEEN = re.compile(
    rf"(?<!\w){_AHEAD}(?!\w)(?P<between>(?:\s+(?!(?:af|at|der|efter|end|for|fra|hos|iht|ift|jf|med|mod|om|over|pr|"
    r"på|siden|som|til|under|ved|i)\b)[\w'-]+){0,9}?)\s+(?P<time>(?:i|den|d\.)\s+)\Z",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"(?:aktivitet|andel|budget|forbrug|indtægt|kendskab|måling|niveau|omsætning|opgørelse|regnskab|resultat|"
    r"situation|tal|udgift)\w*\Z",
    re.IGNORECASE,
)
_DUE = re.compile(rf"(?<!\w){_AHEAD}(?!\w)(?:(?!\b(?:der|som|hvis|når|end)\b)[^,;:.()])*\s\Z", re.IGNORECASE)


def ahead(passage: Passage, time: Time) -> tuple[int, int] | None:
    """Where the words stand that point ahead to this time; None where they do not."""
    start, end = time.read.start, time.read.end
    begin, until = sentence_around(passage, start)
    before = passage.text[begin:start]
    first, then = _FIRST.search(before), _THEN.match(passage.text, end, until)
    if first and then and (first["words"] or time.is_day):
        return (begin + first.start("words") if first["words"] else start), then.end("verb")
    between = _BETWEEN.search(before)
    if between and not _LOOKED_AT.search(between["between"]):
        return begin + between.start(), end
    due = _DUE.search(before) if time.is_limit else None
    return (begin + due.start(), end) if due else None
