"""A figure and its unit, or an abbreviation and its figure, written without the space between them."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.reading.abbreviations import in_address
from kdnet_docs.checks.subject import Subject

_FIGURE_FIRST = re.compile(
    r"(?<![\w.,/-])(?P<one>\d[\d.,]*)"
    r"(?P<two>(?:pct|procent(?:point)?|mio|mia|mill|kr|stk|km|kg|ha|m2|m²|kWh|MWh|GWh|mdr|timer|dage|uger|måneder|år"
    r"|millioner|milliarder|kroner)(?![\w-])\.?)"
)
_UNITS = re.compile(r"(?<![\w.])(?P<one>mio\.|mia\.)(?P<two>kr\.?)(?!\w)")
_FIGURE_LAST = re.compile(
    r"(?<![\w.-])(?P<one>(?i:lab|nr|pkt|kap|stk|kl|tlf|jf|ca|maks|art|bl|pr|d|kr|af)\.|§§?)"
    r"(?P<two>\d+(?:[.,]\d+)*)(?![\w@])"
)


def units(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each "65pct.", each "mia.kr." and each "lab.15"."""
    for passage in subject.passages:
        if not passage.is_danish:
            continue
        for pattern in (_FIGURE_FIRST, _UNITS, _FIGURE_LAST):
            for match in pattern.finditer(passage.text):
                if not in_address(passage.text, match.start()):
                    yield from found(
                        Code.SPACE_BEFORE_UNIT,
                        passage,
                        match.span(),
                        (
                            msg('a space is missing in "{words}"', words=match[0]),
                            msg('write "{one} {two}"', one=match["one"], two=match["two"]),
                        ),
                        # Before the unit, for the figure may be a parameter.
                        passage.edit(match.start("two"), match.end("two"), f" {match['two']}"),
                    )
