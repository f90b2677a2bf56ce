"""Which flaw is told first: that which makes the others matter less."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kdnet_docs.signing.verdict import Flaw, FlawKind

GRAVITY: tuple[FlawKind, ...] = (
    # nothing else can be told
    "no-pdf",
    "unreadable",
    "encrypted",
    "cut-off",
    # the pages are not those that were signed
    "bytes-changed",
    "signature-broken",
    "bad-byte-range",
    "page-swapped",
    "page-added",
    "page-removed",
    "page-changed",
    "field-signed-twice",
    "signature-copied",
    "signature-removed",
    "field-removed",
    "attachment-replaced",
    "attachment-removed",
    "attachment-added",
    "active-content",
    "annotation-added",
    "annotation-changed",
    "annotation-removed",
    "field-added",
    "field-changed",
    "tags-changed",
    "metadata-changed",
    "changed-after-signing",
    "bytes-before-the-start",
    "bytes-after-the-end",
    # who signed is not certain
    "certificate-revoked",
    "certificate-foreign",
    "certificate-expired",
    "certificate-not-yet-valid",
    "certificate-not-for-signing",
    "weak-algorithm",
    "other-signatory",
    # it is not what was to be signed
    "source-not-of-these-pages",
    "other-than-adopted",
    "false-origin",
    "not-adopted",
    "source-unreadable",
    # the file is not ready
    "no-signature",
    "not-final",
    "no-source",
    # when it was signed is not certain
    "timestamp-broken",
    "timestamp-foreign",
    "timestamp-expired",
    "signing-time-impossible",
    "evidence-broken",
    "evidence-missing",
    # all is well so far
    "field-unsigned",
)
"""Every kind of flaw, the gravest first."""

_REPLACED: frozenset[FlawKind] = frozenset(
    {"source-not-of-these-pages", "source-unreadable", "other-than-adopted", "false-origin", "no-source"}
)
_FOLLOWS: Mapping[FlawKind, frozenset[FlawKind]] = MappingProxyType(
    {
        "no-signature": frozenset({"field-unsigned"}),
        "bytes-changed": _REPLACED | {"timestamp-broken"},
        "attachment-removed": frozenset({"no-source"}),
        "attachment-replaced": _REPLACED,
        "attachment-added": frozenset({"source-not-of-these-pages"}),
        "page-swapped": frozenset({"source-not-of-these-pages"}),
        "page-added": frozenset({"source-not-of-these-pages"}),
        "page-removed": frozenset({"source-not-of-these-pages"}),
        "page-changed": frozenset({"source-not-of-these-pages"}),
    }
)
"""What need not be told beside a flaw, since it follows from it."""


def by_gravity(flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """The flaws, the gravest first; equally grave ones as they come."""
    return tuple(sorted(flaws, key=lambda flaw: GRAVITY.index(flaw.kind)))


def consequences(flaws: Iterable[Flaw]) -> frozenset[FlawKind]:
    """The kinds of flaws that follow from these."""
    return frozenset().union(*(_FOLLOWS.get(flaw.kind, frozenset()) for flaw in flaws))
