"""A commitment that is said twice below one heading binds both times alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

# What binds, with the verb that says to what: "skal have", "skal parterne afholde", "forventes at have".
_BETWEEN = (
    r"(?:\s+(?:[A-ZÆØÅ]\w+|der|de|den|det|parterne|kommunerne?|kommunen|erhvervshusene|erhvervshuset|"
    r"virksomhederne|leverandøren|også|altid|årligt|løbende|desuden|endvidere|dermed|således|derfor|mindst|"
    r"som\s+minimum|hvert\s+år)){0,4}"
)
_BINDS = re.compile(
    r"(?<!\w)(?P<duty>skal|bør|kan|må|forventes\s+at|tilstræber\s+at|opfordres\s+til\s+at)"
    rf"{_BETWEEN}\s+(?P<verb>[a-zæøå]{{2,}}e|få|gå|stå|se|bestå|indgå|opnå|nå)(?!\w)"
)
_FORCES = {
    "skal": "shall",
    "bør": "should",
    "kan": "may",
    "må": "may",
    "forventes at": "should",
    "tilstræber at": "should",
    "opfordres til at": "should",
}
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 5
_STEM = 8
# So many words must two sentences share, and so much of the shorter one. A "kan" beside a "skal" may well
# go further than it, so these must say nearly the same.
_FEWEST = 4
_ALIKE = 0.6
_NEARLY_THE_SAME = 0.85
# So many sentences back a reader remembers; it also keeps a long section from taking long.
_LATELY = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Commitment:
    """What a sentence binds to: its first verb that binds, and the stems of what it is about."""

    passage: Passage
    start: int
    end: int
    duty: str
    verb: str
    about: frozenset[str]

    @property
    def force(self) -> str:
        """How far it binds."""
        return _FORCES[self.duty]

    def is_the_same_as(self, other: "_Commitment") -> bool:
        """Whether two sentences speak of doing the same with the same."""
        shared = len(self.about & other.about)
        fewer = min(len(self.about), len(other.about))
        needed = _NEARLY_THE_SAME if "may" in (self.force, other.force) else _ALIKE
        return self.verb == other.verb and shared >= _FEWEST and shared >= fewer * needed


def said_twice(subject: Subject) -> Iterator[Diagnostic]:
    """A note for a commitment that binds less or more than the same one before it."""
    below: dict[str, list[_Commitment]] = {}
    for passage in subject.passages:
        if passage.is_danish and passage.leaf.kind != "heading":
            below.setdefault(passage.leaf.under, []).extend(_commitments(passage))
    for found in below.values():
        for at, one in enumerate(found):
            lately = found[max(0, at - _LATELY) : at]
            before = next((other for other in lately if one.is_the_same_as(other)), None)
            if before and before.force != one.force:
                span = before.passage.span(before.start, before.end)
                yield Diagnostic(
                    code=Code.MIXED_FORCE,
                    message=msg(
                        '"{one}" and "{other}" are said of one commitment', one=before.duty, other=one.duty
                    ),
                    span=one.passage.span(one.start, one.end),
                    hint=msg("choose the one that is meant"),
                    labels=labelled(span, msg("the other one")),
                )


def _commitments(passage: Passage) -> Iterator[_Commitment]:
    for start, end in passage.sentences:
        if match := _BINDS.search(passage.text, start, end):
            words = passage.text[start:end].lower()
            stems = frozenset(word[:_STEM] for word in _WORD.findall(words) if len(word) >= _LONG)
            duty = " ".join(match["duty"].lower().split())
            yield _Commitment(
                passage=passage,
                start=match.start(),
                end=match.end("duty"),
                duty=duty,
                verb=match["verb"].lower(),
                about=stems - {match["verb"].lower()[:_STEM]},
            )
