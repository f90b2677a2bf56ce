"""Ids: what an author wrote must be unique, what an author left out follows from the words."""

import re
from dataclasses import dataclass, field

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "é": "e", "ß": "ss"}
)


def slug(words: str) -> str:
    """Words as an id: "Økonomi" becomes "oekonomi"."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS)).strip("-")[:60].rstrip("-") or "x"


@dataclass(slots=True)
class Ids:
    """The ids of one document, given out in reading order.

    Those that the author wrote are reserved first, so that a derived id never takes one of them.
    """

    findings: list[Diagnostic]
    _written: dict[str, Span] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def reserve(self, identity: str | None, span: Span) -> None:
        """Notes an id that the author wrote; a second one of that name is a finding."""
        if identity is None:
            return
        if first := self._written.get(identity):
            self.findings.append(
                Diagnostic(
                    code=Code.DUPLICATE_ID,
                    message=msg('the id "{name}" is used twice', name=identity),
                    span=span,
                    hint=msg("give one of them another id"),
                    labels=(Label(first, msg("first here")),),
                )
            )
        self._written.setdefault(identity, span)

    def given(self, identity: str | None, words: str) -> str:
        """The author's id, or one derived from the words that nothing else has."""
        if identity is not None:
            return identity
        base, count = slug(words), 1
        candidate = base
        while candidate in self._written or candidate in self._taken:
            count += 1
            candidate = f"{base}-{count}"
        self._taken.add(candidate)
        return candidate
