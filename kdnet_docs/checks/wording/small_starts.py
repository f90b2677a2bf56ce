"""A sentence that begins with a small letter, or a full stop that should be a comma."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.reading.abbreviations import ends_word, in_address
from kdnet_docs.checks.subject import Subject

_START = re.compile(r"(?<=[^\W\d_]{4})\.[ ](?P<word>[a-zæøå]{2,})(?![\w.]*[A-ZÆØÅ])")


def small_starts(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each small letter after the full stop of an ordinary word."""
    for passage in subject.passages:
        for match in _START.finditer(passage.text):
            start = match.start("word")
            if ends_word(passage.text, match.start()) and not in_address(passage.text, start):
                yield from found(
                    Code.SMALL_START,
                    passage,
                    match.span("word"),
                    (
                        msg('"{word}" begins with a small letter after a full stop', word=match["word"]),
                        msg("begin with a capital letter, or make the full stop a comma"),
                    ),
                )
