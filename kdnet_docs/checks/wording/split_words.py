"""A compound that is written as two words, or without its joint: "samarbejds aftale", "ledelse- og"."""

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

# These stand in compounds alone: the genitive is another ("arbejdes"), or is never used.
_PART = re.compile(
    r"(?<![\w-])(?P<one>arbejds|samarbejds|erhvervs)"
    r"[ ](?P<two>[a-zæøå]{4,})",
    re.IGNORECASE,
)
# These are genitives too ("en uddannelses længde"), but not after "og" or a preposition.
_PART_AFTER = re.compile(
    r"\b(?:og|eller|i|på|til|for|med|af|om|samt|ved|fra|som) "
    r"(?P<one>uddannelses|udviklings|forsknings|planlægnings|rådgivnings|markedsførings|beskæftigelses|"
    r"forvaltnings|informations|kommunikations|produktions|kvalitets|sikkerheds|virksomheds|sundheds)"
    r"[ ](?P<two>(?!samt\b|eller\b)[a-zæøå]{4,})"
)
# Two nouns that no comma parts; of words that are verbs too ("en borger møder") there are none here.
_NOUNS = re.compile(
    r"(?<![\w-])(?P<one>vækst|projekt|klima|miljø|energi|netværks|turisme|data|kommune)"
    r"[ ](?P<two>(?:driver|partner|partnerskab|medarbejder|aktør|gruppe|forum|strategi|indsats|virksomhed|"
    r"område|konsulent|segment|potentiale|aftale|leder|forløb|team|center|kontor|udvalg)"
    r"(?:e|er|r|s|et|en|n)?(?:ne)?s?)(?![\w-])",
    re.IGNORECASE,
)
# Words with these endings have an -s in compounds: "ledelses- og organisationsudvikling".
_WITHOUT_JOINT = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:else|ighed|ation|ning)-(?= (?:og|eller|samt) [a-zæøå])")
_PART_OR_WHOLE = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
_WORD = re.compile(r"[^\W\d_]{9,}")
# What may stand before a noun by itself, though the two make a word together too: "under støtte".
_OWN_WORD = re.compile(
    r"(?:under|over|efter|mellem|inden|uden|gennem|imod|igen|ikke|også|samme|alle|hele|hver|flere|mere|meget|selv|"
    r"sammen|tilbage|frem|videre|nær|ellers|deres|vores|stor|lang|kort|grøn|fast|halv|tung|nære|"
    r"\w+(?:lig|isk|sk|ig|ende|et|e|al|el|iv|bar|som|fuld|løs))$",
    re.IGNORECASE,
)


def split_words(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each pair of words that is one, in Danish or elsewhere in the document."""
    danish = [passage for passage in subject.passages if passage.is_danish]
    whole = {word.lower() for passage in danish for word in _WORD.findall(passage.text)}
    for passage in danish:
        places = {(match.start("one"), match.end("one"), match.end()) for match in _in_danish(passage.text)}
        places.update(_whole_elsewhere(passage.text, whole))
        for start, between, end in sorted(places):
            one, two = passage.text[start:between], passage.text[between + 1 : end]
            yield from found(
                Code.SPLIT_WORD,
                passage,
                (start, end),
                (
                    msg('"{one} {two}" is one word', one=one, two=two),
                    msg('write "{one}{two}"', one=one, two=two),
                ),
            )

        yield from _without_joint(passage)


def _without_joint(passage: Passage) -> Iterator[Diagnostic]:
    for match in _WITHOUT_JOINT.finditer(passage.text):
        right = f"{match[0][:-1]}s-"
        yield from found(
            Code.SPLIT_WORD,
            passage,
            match.span(),
            (
                msg('"{word}" has an "s" in compounds', word=match[0][:-1]),
                msg('write "{right}"', right=right),
            ),
            passage.edit(*match.span(), right),
        )


def _in_danish(text: str) -> Iterator[re.Match[str]]:
    yield from _PART.finditer(text)
    yield from _PART_AFTER.finditer(text)
    yield from _NOUNS.finditer(text)


def _whole_elsewhere(text: str, whole: Container[str]) -> Iterator[tuple[int, int, int]]:
    for one, two in pairwise(_PART_OR_WHOLE.finditer(text)):
        if two.start() != one.end() + 1 or text[one.end()] != " " or not two[0][0].islower():
            continue
        if (one[0] + two[0]).lower() in whole and not _OWN_WORD.match(one[0]):
            yield one.start(), one.end(), two.end()
