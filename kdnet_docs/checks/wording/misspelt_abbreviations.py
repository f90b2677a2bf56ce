"""An abbreviation with a space in it, without its full stop, or with one that it does not have."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.reading.abbreviations import in_address
from kdnet_docs.checks.subject import Subject

_WITH_SPACE = (
    "bl.a.",
    "f.eks.",
    "m.v.",
    "m.fl.",
    "m.m.",
    "o.l.",
    "p.g.a.",
    "d.v.s.",
    "o.s.v.",
    "ph.d.",
    "m.h.t.",
)
_WITHOUT_STOP = (
    r"bl\.a|f\.eks|m\.fl|m\.v|pct|pkt|mio|mia|kr|nr|stk|kap|jf|ca|hhv|ift|iht|mht|vedr|evt|inkl"
    r"|ekskl|osv|etc|mv|dvs|pga|vha|maks|tlf|kl|mfl"
)
_OTHERWISE = {
    "bla.": "bl.a.",
    "feks.": "f.eks.",
    "feks": "f.eks.",
    "f.ex.": "f.eks.",
    "fx.": "fx",
    "f.x.": "fx",
}

_SPACED = "|".join(
    r"\.[ ]?".join(map(re.escape, form.rstrip(".").split("."))) + r"\." for form in _WITH_SPACE
)
_WRONG = re.compile(
    rf"(?<![\w.-])(?:(?P<spaced>{_SPACED})(?!\w)"
    rf"|(?P<stopless>{_WITHOUT_STOP})(?![\w./:-])"
    rf"|(?P<other>{'|'.join(map(re.escape, sorted(_OTHERWISE, key=len, reverse=True)))})(?!\w))"
)
_FEW_WORDS = 3


def misspelt_abbreviations(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each abbreviation that is written as none is."""
    for passage in subject.passages:
        if not passage.is_danish or _is_heading_of_table(passage.leaf.kind, passage.text):
            continue
        for match in _WRONG.finditer(passage.text):
            right = _right(match)
            if right and not in_address(passage.text, match.start()):
                yield from found(
                    Code.ABBREVIATION_WRONG,
                    passage,
                    match.span(),
                    (msg('the abbreviation is "{right}"', right=right), msg('write "{right}"', right=right)),
                    passage.edit(*match.span(), right),
                )


def _right(match: re.Match[str]) -> str | None:
    if match["spaced"]:
        return match[0].replace(" ", "") if " " in match[0] else None
    return f"{match[0]}." if match["stopless"] else _OTHERWISE[match[0]]


def _is_heading_of_table(kind: str, text: str) -> bool:
    """Whether "nr" and "kr" stand alone, as they may above a column."""
    return kind in {"cell", "caption"} and len(text.split()) <= _FEW_WORDS
