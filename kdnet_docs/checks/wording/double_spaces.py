"""Two spaces between words, which a reader of Word or PDF sees as a hole in the line."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.subject import Subject

_TWO = re.compile(r"(?<!\S)(?P<one>\S+)[ \u00a0]{2,}(?P<two>\S+)")


def double_spaces(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each place with more than one space."""
    for passage in subject.passages:
        if "  " not in passage.text and "\u00a0" not in passage.text:
            continue
        for match in _TWO.finditer(passage.text):
            yield from found(
                Code.DOUBLE_SPACE,
                passage,
                match.span(),
                (msg("more than one space"), msg("leave one")),
                passage.edit(*match.span(), f"{match['one']} {match['two']}"),
            )
