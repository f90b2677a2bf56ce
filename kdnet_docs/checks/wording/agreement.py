"""Words that cannot stand together: "et midtjyske", "Erhvervshusenes skal", "af de vejlede virksomheder"."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

_ARTICLE = re.compile(
    r"\b(?P<article>[Ee][nt]) (?<!-...)"
    r"(?P<adjective>(?!ulige\b|tillige\b|ganske\b)[a-zæøå]{2,}(?:jyske|iske|nske|lige))"
    r"(?= [a-zæøå]{3,})"
)
_NOUNS = re.compile(r"(?:menneske|ønske|granske|svenske|danske|norske|fynske)$")
# After "og" and "end" the thing may be left out: "regionens plan og kommunernes skal vedtages".
_OWNER = re.compile(
    r"e(?:nes|rnes|ts)(?: (?:skal|kan|må|bør|vil|har|er)(?= (?!det\b|den\b|de\b)[a-zæøå])"
    r"|, (?P<that>som|der|når|hvis)\b)"
)
_WORD_BEFORE = re.compile(r"(?P<before>[^\W\d_]*) ?(?<![\w-])(?P<owner>[^\W\d_]+)$")
# "fjernes", "tjenes", "forenes" are verbs.
_VERB = re.compile(r"\w*(?:fjernes|tjenes|forenes|lånes|lernes)$")
_SHORTEST = 6
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
        for start, end in _owners(passage.text):
            word = passage.text[start:end]
            yield from _finding(
                passage,
                (start, end),
                msg('"{word}" owns something, and cannot do it', word=word),
                msg('is "{word}" meant?', word=word.removesuffix("s")),
            )
        for match in _PARTICIPLE.finditer(passage.text):
            yield from _finding(
                passage,
                match.span("word"),
                msg('"{word}" cannot stand between "de" and what they are', word=match["word"]),
                msg('is "{word}" meant?', word=_VERBAL[match["word"]]),
            )


def _owners(text: str) -> Iterator[tuple[int, int]]:
    """Genitives where the doer should stand; before a comma only after "at", where nothing else can."""
    for match in _OWNER.finditer(text):
        end = match.start() + len(re.split("[ ,]", match[0])[0])
        words = _WORD_BEFORE.search(text, max(0, end - 60), end)
        if words is None or len(words["owner"]) < _SHORTEST or _VERB.match(words["owner"]):
            continue
        before = words["before"].lower()
        if before == "at" if match["that"] else before not in {"og", "eller", "end", "som"}:
            yield words.start("owner"), end


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
