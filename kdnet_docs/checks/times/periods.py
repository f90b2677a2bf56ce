"""One period is written in one way."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import Time, sentence_around, times
from kdnet_docs.checks.subject import Subject

# What has a period: "rammeaftalen mellem KL og staten for 2021-2023", "Aftale om rammerne for ... 2021-2023".
_THING = re.compile(
    r"(?<!\w)(?P<what>\w*(?:aftale|bekendtgørelse|budget|forlig|indsats|kontrakt|plan|politik|program|projekt|"
    r"pulje|strategi))(?P<form>n|en|et|r|rne|erne|s|ns|ens|ets)?(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?P<about>(?: [^.;:()]{1,80}?)?)(?:,? (?:for|i)(?: perioden| årene)?)?\s", re.IGNORECASE
)
_BARE = frozenset(
    (
        "aftale",
        "bekendtgørelse",
        "budget",
        "forlig",
        "indsats",
        "kontrakt",
        "plan",
        "politik",
        "program",
        "projekt",
    )
)
# There may be two of them, with periods that are not the same.
_ANOTHER = re.compile(
    r"(?<!\w)(?:tidligere|forrige|foregående|gamle|ny|nye|næste|kommende|forlæng\w*|afløs\w*|erstat\w*|oprindelig\w*|"
    r"ændre\w*|første|anden|andet)(?!\w)",
    re.IGNORECASE,
)
_KIND = r"(?<!\w)[^\W\d_]{0,40}?(?:aftale|kontrakt|overenskomst)"
_KINDS = re.compile(_KIND, re.IGNORECASE)
# What a document says of its own period: "indgår denne aftale for perioden ", "Aftalen gælder i perioden ".
_HOLDS = r"\s+(?:gælder|løber|dækker|omfatter|indgås|er\s+(?:gældende|indgået)|har\s+virkning)"
_OF_ITSELF = re.compile(
    rf"(?<!\w)(?:(?:denne|nærværende)\s+(?P<this>{_KIND})(?:{_HOLDS})?|(?P<definite>{_KIND})e?n{_HOLDS})"
    r"(?:\s+(?:for|i|fra))?(?:\s+hele)?(?:\s+(?:perioden|årene))?\s+\Z",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\d{4}(?P<sign>\s*[-–—]\s*)(?P<last>\d{2,4})")


@dataclass(frozen=True, slots=True)
class _Named:
    """A period of years where it is named."""

    passage: Passage
    time: Time

    @property
    def years(self) -> tuple[int, int]:
        return self.time.first.year, self.time.last.year

    @property
    def form(self) -> tuple[str, int]:
        """How it is written: the dash with its spaces, and how many digits the last year has."""
        dashed = _DASHED.fullmatch(self.time.read.value.text)
        return (dashed["sign"], len(dashed["last"])) if dashed else ("", 0)


def periods(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for one agreement with two periods, a note for one period in two forms."""
    named = [
        _Named(passage, time)
        for passage in subject.passages
        for time in times(passage.reads)
        if time.is_years
    ]
    yield from _of_one_thing(named)
    yield from _in_two_forms(named)


def _of_one_thing(named: Sequence[_Named]) -> Iterator[Diagnostic]:
    things: dict[tuple[str, str], list[_Named]] = defaultdict(list)
    for one in named:
        if one.passage.is_danish and (thing := _itself(one) or _thing(one)):
            things[thing].append(one)
    for thing, ones in things.items():
        counts = Counter(one.years for one in ones)
        usual = counts.most_common(1)[0][0]
        first = next(one for one in ones if one.years == usual)
        for one in ones:
            # "Aftalen for 2018-2020" and "aftalen for 2021-2023" are two agreements.
            if one.years != usual and (one.years[0] == usual[0] or one.years[1] == usual[1]):
                yield _other_years(one, first, thing[0])


def _itself(one: _Named) -> tuple[str, str] | None:
    """The kind that the document's title names, where the words before the period say that it is its own.

    "Aftalen" may be another that its paragraph speaks of.
    """
    text, start = one.passage.text, one.time.read.start
    begin, _ = sentence_around(one.passage, start)
    said = _OF_ITSELF.search(text, begin, start)
    titled = _KINDS.findall(one.passage.anatomy.document.title.lower())
    if said is None or not titled or _ANOTHER.search(text, begin, start):
        return None
    kinds = (said["this"],) if said["this"] else _KINDS.findall(text)
    if not all(titled[0].endswith(kind.lower()) for kind in kinds):
        return None
    return titled[0], "denne" if titled[0] in _BARE else ""


def _thing(one: _Named) -> tuple[str, str] | None:
    """What the period belongs to: a word that says it alone ("rammeaftalen"), or with what it is about."""
    begin, end = sentence_around(one.passage, one.time.read.start)
    named = tuple(_THING.finditer(one.passage.text, begin, one.time.read.start))
    if not named or _ANOTHER.search(one.passage.text, begin, end):
        return None
    found = _ABOUT.fullmatch(one.passage.text, named[-1].end(), one.time.read.start)
    if found is None:
        return None
    what, about = named[-1]["what"].lower(), " ".join(found["about"].lower().split())
    is_clear = what not in _BARE and named[-1]["form"] and not about.startswith("om ")
    return what, "" if is_clear else about


def _other_years(one: _Named, usual: _Named, thing: str) -> Diagnostic:
    place = usual.passage.span(usual.time.read.start, usual.time.read.end)
    return Diagnostic(
        code=Code.PERIOD_DIFFERS,
        message=msg(
            'the period of "{thing}" is "{one}" here, and "{other}" elsewhere',
            thing=thing,
            one=one.time.words,
            other=usual.time.words,
        ),
        span=one.passage.span(one.time.read.start, one.time.read.end),
        hint=msg("write the right one in both places"),
        labels=labelled(place, msg("it stands so here")),
    )


def _in_two_forms(named: Sequence[_Named]) -> Iterator[Diagnostic]:
    by_years: dict[tuple[int, int], list[_Named]] = defaultdict(list)
    for one in named:
        if one.form[1]:
            by_years[one.years].append(one)
    for ones in by_years.values():
        counts = Counter(one.form for one in ones)
        # Of two that are as common, a period stands without spaces.
        usual = max(counts, key=lambda form: (counts[form], " " not in form[0]))
        first = next(one for one in ones if one.form == usual)
        for one in ones:
            if one.form != usual:
                start, end, words = one.time.read.start, one.time.read.end, first.time.read.value.text
                yield Diagnostic(
                    code=Code.PERIOD_FORM,
                    message=msg(
                        'the period is written "{one}" here, and "{other}" elsewhere',
                        one=one.time.words,
                        other=words,
                    ),
                    span=one.passage.span(start, end),
                    hint=msg('write "{words}"', words=words),
                    fix=one.passage.edit(start, end, words),
                )
