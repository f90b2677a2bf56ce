"""A sentence that is too long to be read at once."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.subject import Subject

LONGEST = 45
"""As many words a sentence may have. Of the sentences of a real contract one in forty has more."""


def long_sentences(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each sentence with more words than that; parts between semicolons are read by themselves."""
    for passage in subject.passages:
        for start, end in passage.sentences:
            words = max(len(part.split()) for part in passage.text[start:end].split(";"))
            if words > LONGEST:
                yield from found(
                    Code.LONG_SENTENCE,
                    passage,
                    (start, end),
                    (
                        msg("a sentence of {words} words", words=words),
                        msg("make it two, or put what it lists into a list"),
                    ),
                )
