"""An abbreviation written in two ways in one document."""

import re
from collections import Counter
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("f.eks.", "fx", "eks."),
    ("m.v.", "mv."),
    ("m.fl.", "mfl."),
    ("m.m.", "mm."),
    ("o.l.", "ol.", "o.lign.", "el.lign."),
    ("i.f.t.", "ift."),
    ("i.h.t.", "iht."),
    ("m.h.t.", "mht."),
    ("p.g.a.", "pga."),
    ("v.h.a.", "vha."),
    ("h.h.v.", "hhv."),
    ("o.s.v.", "osv."),
    ("d.v.s.", "dvs."),
    ("jf.", "jfr.", "jvf."),
    ("maks.", "max."),
    ("inkl.", "incl."),
    ("ekskl.", "excl."),
    ("mio. kr.", "mill. kr."),
)
"""Each abbreviation with the other ways to write it; what is wrong anywhere is a matter of its own."""

_GROUP = {form: group for group in _VARIANTS for form in group}
_FORMS = re.compile(
    rf"(?<![\w.])(?:{'|'.join(re.escape(form) for form in sorted(_GROUP, key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)


def variants(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each abbreviation that is not written as it mostly is in the document."""
    uses = [
        (passage, match)
        for passage in subject.passages
        if passage.is_danish
        for match in _FORMS.finditer(passage.text)
    ]
    counts = Counter(match[0].lower() for _, match in uses)
    for passage, match in uses:
        form = match[0].lower()
        # Of two that are equally common the one that stands first.
        rivals = [other for other in counts if other in _GROUP[form]]
        usual = max(rivals, key=lambda other: counts[other])
        if usual != form:
            yield from _other(passage, match, usual)


def _other(passage: Passage, match: re.Match[str], usual: str) -> Iterator[Diagnostic]:
    word = usual[0].upper() + usual[1:] if match[0][0].isupper() else usual
    yield from found(
        Code.ABBREVIATION_MIXED,
        passage,
        match.span(),
        (
            msg('"{form}" here, and "{usual}" elsewhere', form=match[0], usual=usual),
            msg('write "{usual}" everywhere', usual=usual),
        ),
        passage.edit(*match.span(), word),
    )
