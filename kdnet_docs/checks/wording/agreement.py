"""Words that cannot stand together: "et midtjyske", "Erhvervshusenes skal", "af de vejlede virksomheder"."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.wording.found import found

_ARTICLE = re.compile(
    r"(?<![\w-])(?P<article>[Ee][nt]) "
    r"(?P<adjective>(?!lige\b|ulige\b)[a-zæøå]{2,}(?:jyske|iske|nske|lige|sige))"
    r"(?= [a-zæøå]{3,})"
)
_NOUNS = re.compile(r"(?:menneske|ønske|granske|svenske|danske|norske|fynske)$")
# "fjernes", "tjenes", "forenes" are verbs.
_OWNER = re.compile(
    r"(?<!\bog )(?<!\beller )(?<!\bend )(?<!\bsom )(?<![\w-])"
    r"(?P<owner>(?!\w*(?:fjernes|tjenes|forenes|lånes|lernes)\b)[^\W\d_]{4,}(?:enes|ernes|ets)) "
    r"(?:skal|kan|må|bør|vil|har|er)(?= (?!det\b|den\b|de\b)[a-zæøå])"
)
_OWNER_AFTER_THAT = re.compile(
    r"(?<=\bat )(?P<owner>[^\W\d_]{4,}(?:enes|ernes|ets))(?=, (?:som|der|når|hvis)\b)"
)
_VERBAL = {
    "vejlede": "vejledte",
    "henvise": "henviste",
    "godkende": "godkendte",
    "planlægge": "planlagte",
    "udpege": "udpegede",
    "aftale": "aftalte",
    "fastsætte": "fastsatte",
    "tildele": "tildelte",
    "bevillige": "bevilligede",
}
_PARTICIPLE = re.compile(
    rf"\b(?:af|for|til|blandt|hos|fra|med|om|mellem) (?:alle )?de (?P<word>{'|'.join(_VERBAL)})"
    r"(?= [a-zæøå]+(?:er|erne|e)\b)"
)


def agreement(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each pair of words whose endings do not fit each other."""
    for passage in subject.passages:
        if not passage.is_danish:
            continue
        for match in _ARTICLE.finditer(passage.text):
            if not _NOUNS.search(match["adjective"]):
                yield from _finding(passage, match.span(), _after_article(match), msg("check the endings"))
        for pattern in (_OWNER, _OWNER_AFTER_THAT):
            for match in pattern.finditer(passage.text):
                yield from _finding(
                    passage,
                    match.span("owner"),
                    msg('"{word}" owns something, and cannot do it', word=match["owner"]),
                    msg('is "{word}" meant?', word=match["owner"].removesuffix("s")),
                )
        for match in _PARTICIPLE.finditer(passage.text):
            yield from _finding(
                passage,
                match.span("word"),
                msg('"{word}" cannot stand between "de" and what they are', word=match["word"]),
                msg('is "{word}" meant?', word=_VERBAL[match["word"]]),
            )


def _after_article(match: re.Match[str]) -> Message:
    return msg(
        '"{adjective}" cannot stand after "{article}"',
        adjective=match["adjective"],
        article=match["article"].lower(),
    )


def _finding(
    passage: Passage, place: tuple[int, int], message: Message, hint: Message
) -> Iterator[Diagnostic]:
    yield from found(Code.ENDING, passage, place, (message, hint))
