"""A word is a defined term only if the document defines it."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.definitions import definitions
from kdnet_docs.checks.reading.vocabulary import Word, vocabulary
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.lexicon import words

# Who they are only the contract says, so with a capital letter they stand for somebody whom it has named.
_PARTS_TO_PLAY = words(
    "leverandør|kunde|køber|sælger|lejer|udlejer|licensgiver|licenstager|ordregiver|tilbudsgiver|entreprenør|"
    "bygherre|rådgiver|konsulent|databehandler|tilskudsgiver|tilskudsmodtager|bevillingsmodtager|opdragsgiver|"
    "opdragstager|udbyder|operatør|samarbejdspartner|driftsherre|projektejer"
)
# In a document that defines its terms, these with a capital letter are terms as well.
_TERMS = words("part|projekt|samarbejde|ydelse|tjenesteydelse|leverance|system|løsning|partnerskab")
_ENDINGS = words("en|et|n|t|ne|ene|erne|rne")
# As in: Kommunen og huset benævnes hver for sig Part og tilsammen Parterne.
_NAMING = re.compile(r"(?i:benævn|betegn|kald|omtal|herefter|tilsammen|defin|forstås)[^.\n]{0,80}")
_LEMMAS = {
    lemma + ending + genitive: lemma
    for lemma in (*_PARTS_TO_PLAY, *_TERMS)
    for ending in _ENDINGS
    for genitive in ("", "s")
}
"""The word that a definite form belongs to: "leverandørens"."""


def undefined_terms(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each word that is written as a defined term, and has no definition."""
    defined = definitions(subject)
    terms = {*_PARTS_TO_PLAY, *(_TERMS if defined else ())}
    written: dict[str, Word] = {}
    for text, uses in vocabulary(subject).items():
        word = next((use for use in uses if use.is_inside and use.has_capital), None)
        if word and _LEMMAS.get(text) in terms:
            written.setdefault(_LEMMAS[text], word)
    if written:
        known = {_lemma(one.term.split()[-1]) for one in defined} | _introduced(subject) | _small(subject)
        yield from (_finding(word) for lemma, word in written.items() if lemma not in known)


def _small(subject: Subject) -> set[str]:
    """The words that stand somewhere with a small letter: which of them is right is another matter."""
    uses = vocabulary(subject).items()
    return {_lemma(text) for text, words in uses if any(word.text.islower() for word in words)}


def _finding(word: Word) -> Diagnostic:
    return Diagnostic(
        code=Code.UNDEFINED_TERM,
        message=msg(
            '"{term}" is written as a defined term, and nothing says who or what it is', term=word.text
        ),
        span=word.span,
        hint=msg(
            'explain it where it stands first: "(herefter {term})"; or write it with a small letter',
            term=word.text,
        ),
    )


def _lemma(word: str) -> str:
    return _LEMMAS.get(word.lower(), word.lower())


def _introduced(subject: Subject) -> set[str]:
    """What the title names, what the text gives a name in whatever way, and the head of a row."""
    names = subject.document.title.split()
    for passage in subject.passages:
        head = passage.text.partition(":")[0].strip()
        names += [head, *(word for found in _NAMING.findall(passage.text) for word in found.split())]
    return {_lemma(name.strip("\"”“„»«',;()")) for name in names}
