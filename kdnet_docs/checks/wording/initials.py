"""An ending that stands on initials without an apostrophe: "SMVer"."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.reading.abbreviations import in_address
from kdnet_docs.checks.subject import Subject

_ENDING = re.compile(
    r"(?<![\w-])(?P<initials>[A-ZÆØÅ]{2,5})[-´`]?(?P<ending>er|ere|erne|ernes|erens|eren|en|ens|et|ets)(?![\w-])"
)


def initials(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each ending that lacks its apostrophe."""
    for passage in subject.passages:
        if not passage.is_danish:
            continue
        for match in _ENDING.finditer(passage.text):
            if not in_address(passage.text, match.start()):
                right = f"{match['initials']}'{match['ending']}"
                yield from found(
                    Code.ENDING_OF_INITIALS,
                    passage,
                    match.span(),
                    (
                        msg('an apostrophe is missing in "{word}"', word=match[0]),
                        msg('write "{right}"', right=right),
                    ),
                    passage.edit(*match.span(), right),
                )
