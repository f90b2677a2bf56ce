"""A word written twice in a row is one too many."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject

_TWICE = re.compile(r"(?<![\w./:@-])([^\W\d_]+)[ \n]+\1(?![\w-])", re.IGNORECASE)
# "Det, der der gøres", "som som regel", "meget meget", "had had": these may stand twice in right text.
_REPEATED = "der som den det de til for i på om over meget helt that had is"
_MAY_REPEAT = frozenset(_REPEATED.split())


def double_words(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each word that stands twice in a row, and cannot stand so in right text."""
    for passage in subject.passages:
        for twice in _TWICE.finditer(passage.text):
            if twice[1].lower() not in _MAY_REPEAT:
                yield Diagnostic(
                    code=Code.DOUBLE_WORD,
                    message=msg('"{word}" stands twice', word=twice[1]),
                    span=passage.span(*twice.span()),
                    hint=msg("leave one of them out"),
                    fix=passage.edit(*twice.span(), twice[1]),
                )
