"""A contract has one name: a resultatkontrakt calls itself no samarbejdsaftale."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.vocabulary import Word, vocabulary
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.lexicon import one_of, words

_KINDS = re.compile(r"(?<!\w)[^\W\d_]{0,40}?(?:aftale|kontrakt|overenskomst)")
_KIND = re.compile(r"(?P<kind>[^\W\d_]*(?:aftale|kontrakt|overenskomst))(?P<article>e?n)?")
# What only a text can say of itself.
_THIS = re.compile(r"(?<!\w)(?:denne|nærværende)\s+\Z", re.IGNORECASE)
_HOLDS = re.compile(
    r"\s+(?:træder\s+i\s+kraft|gælder|løber|udløber|ophører|har\s+virkning|er\s+gældende|"
    r"kan\s+(?:opsiges|ændres|genforhandles)|underskrives|er\s+indgået|indgås)(?!\w)"
)
_MAY_BE_OTHERS = words(
    "en|ny|nye|anden|andre|særskilt|særlig|gældende|eksisterende|tidligere|hidtidige|indgåede"
)
_WHOSE = words("mellem|om|af|fra|nr.|vedr.|vedrørende|for|med")


def document_names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each place where the document calls itself by another name than its title's."""
    named = _KINDS.findall(subject.document.title.lower())
    if not named:
        return
    for text, uses in vocabulary(subject).items():
        found = _KIND.fullmatch(text)
        if found and not _fits(found["kind"], named):
            of_itself = [word for word in uses if _is_of_itself(word, is_definite=bool(found["article"]))]
            if of_itself and not _is_another(found["kind"], subject):
                yield from (_finding(word, found["kind"], named[0]) for word in of_itself)


def _finding(word: Word, kind: str, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.DOCUMENT_NAMES,
        message=msg('the text calls itself "{kind}" here, and "{name}" in its title', kind=kind, name=name),
        span=word.span,
        hint=msg("call it the same throughout"),
    )


def _is_of_itself(word: Word, *, is_definite: bool) -> bool:
    """Whether it is "denne kontrakt", or "kontrakten" that holds, ends or can be changed."""
    text = word.passage.text
    if is_definite:
        return _HOLDS.match(text, word.end) is not None
    return _THIS.search(text[max(0, word.start - 20) : word.start]) is not None


def _fits(kind: str, named: list[str]) -> bool:
    """Whether it is one of the names, or a short form of one; an aftale is a kontrakt."""
    is_plain = kind == "aftale" or (kind == "kontrakt" and "aftale" in named)
    return is_plain or any(name.endswith(kind) or kind.endswith(name) for name in named)


def _is_another(kind: str, subject: Subject) -> bool:
    """Whether the text speaks of another document of this kind: "en samarbejdsaftale", "aftalen med KL"."""
    another = re.compile(
        rf"(?<!\w)(?:{one_of(_MAY_BE_OTHERS)}\s+{kind}|{kind}\w{{0,4}}\s+(?:{one_of(_WHOSE)}|\d{{4}}))(?!\w)",
        re.IGNORECASE,
    )
    return any(another.search(passage.text) for passage in subject.passages)
