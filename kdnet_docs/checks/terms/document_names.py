"""A contract has one name: a resultatkontrakt calls itself no samarbejdsaftale."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.lexicon import one_of, words

_KIND = r"(?<!\w)[^\W\d_]{0,40}?(?:aftale|kontrakt|overenskomst)"
_KINDS = re.compile(_KIND, re.IGNORECASE)
# What only a text can say of itself.
_OF_ITSELF = re.compile(
    rf"(?:denne|nærværende)\s+(?P<this>{_KIND})(?!\w)|"
    rf"(?P<the>{_KIND})(?P<article>e?n)\s+(?:træder\s+i\s+kraft|gælder|løber|udløber|ophører|har\s+virkning|"
    r"er\s+gældende|kan\s+(?:opsiges|ændres|genforhandles)|underskrives|er\s+indgået|indgås)(?!\w)",
    re.IGNORECASE,
)
_MAY_BE_OTHERS = words(
    "en|ny|nye|anden|andre|særskilt|særlig|gældende|eksisterende|tidligere|hidtidige|indgåede"
)
_WHOSE = words("mellem|om|af|fra|nr.|vedr.|vedrørende|for|med")


def document_names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each place where the document calls itself by another name than its title's."""
    named = [kind.lower() for kind in _KINDS.findall(subject.document.title)]
    if not named:
        return
    for passage in subject.passages:
        for found in _OF_ITSELF.finditer(passage.text) if passage.is_danish else ():
            kind = (found["this"] or found["the"]).lower()
            if not _fits(kind, named) and not _is_another(kind, subject):
                yield Diagnostic(
                    code=Code.DOCUMENT_NAMES,
                    message=msg(
                        'the text calls itself "{kind}" here, and "{name}" in its title',
                        kind=kind,
                        name=named[0],
                    ),
                    span=passage.span(*_place(found)),
                    hint=msg("call it the same throughout"),
                )


def _place(found: re.Match[str]) -> tuple[int, int]:
    """Where the name stands, with its article."""
    return found.span("this") if found["this"] else (found.start("the"), found.end("article"))


def _fits(kind: str, named: list[str]) -> bool:
    """Whether it is one of the names, or a short form of one; any contract is an aftale."""
    return kind == "aftale" or any(name.endswith(kind) or kind.endswith(name) for name in named)


def _is_another(kind: str, subject: Subject) -> bool:
    """Whether the text speaks of another document of this kind: "en samarbejdsaftale", "aftalen med KL"."""
    another = re.compile(
        rf"(?<!\w)(?:{one_of(_MAY_BE_OTHERS)}\s+{kind}|{kind}\w{{0,4}}\s+(?:{one_of(_WHOSE)}|\d{{4}}))(?!\w)",
        re.IGNORECASE,
    )
    return any(another.search(passage.text) for passage in subject.passages)
