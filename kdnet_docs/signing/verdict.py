"""What verification of a file finds: each signature, the file as a whole, its source and its adoption."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from kdnet_docs.base.messages import Message
from kdnet_docs.final.origin import Origin

Level: TypeAlias = Literal["B-B", "B-T", "B-LT", "B-LTA"]
"""How long a signature can be judged by itself (ETSI EN 319 142-1): signed, time-stamped, with the evidence
of what was valid then, and that evidence time-stamped too."""

FlawKind: TypeAlias = Literal[
    # the file
    "no-pdf",
    "unreadable",
    "encrypted",
    "no-signature",
    "field-unsigned",
    "field-removed",
    "field-signed-twice",
    "field-added",
    "field-changed",
    "signature-removed",
    "signature-copied",
    "cut-off",
    "bytes-before-the-start",
    "bytes-after-the-end",
    "page-swapped",
    "page-added",
    "page-removed",
    "page-changed",
    "annotation-added",
    "annotation-changed",
    "annotation-removed",
    "attachment-added",
    "attachment-replaced",
    "attachment-removed",
    "metadata-changed",
    "tags-changed",
    "active-content",
    "changed-after-signing",
    # a signature
    "bytes-changed",
    "signature-broken",
    "bad-byte-range",
    "certificate-expired",
    "certificate-not-yet-valid",
    "certificate-foreign",
    "certificate-revoked",
    "certificate-not-for-signing",
    "weak-algorithm",
    "timestamp-broken",
    "timestamp-foreign",
    "timestamp-expired",
    "signing-time-impossible",
    "evidence-missing",
    "evidence-broken",
    "other-signatory",
    # source and adoption
    "not-final",
    "no-source",
    "source-unreadable",
    "source-not-of-these-pages",
    "false-origin",
    "not-adopted",
    "other-than-adopted",
]
"""What can be wrong with a file that was to be trusted, each by its own name; programs rely on these."""


UNSIGNED: frozenset[FlawKind] = frozenset({"no-signature", "field-unsigned"})
"""The kinds of flaws which mean no more than that somebody has still to sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing that is wrong, in a sentence, and what to do about it."""

    kind: FlawKind
    message: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature: who, when, how, and what is wrong with it.

    `label` is the field's name for people. `signer` and `issuer` are names as the certificate has them, and
    `root` is that of the trusted certificate to which it leads, "" where it leads to none.
    `time` is that of a time-stamp where `is_stamped`, and otherwise what the signer's machine said.
    """

    field: str
    label: str
    signer: str
    issuer: str
    serial: str
    time: datetime | None
    is_stamped: bool
    level: Level | None
    is_trusted: bool
    root: str = ""
    flaws: tuple[Flaw, ...] = ()
    remarks: tuple[Message, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.is_trusted and not self.flaws


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The answer to one question on a file, with its reason; "unknown" where it cannot be told here.

    `remarks` are what one should know though nothing is wrong; `hint` is how more can be told.
    """

    answer: Literal["yes", "no", "unknown"]
    message: Message
    flaws: tuple[Flaw, ...] = ()
    remarks: tuple[Message, ...] = ()
    hint: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """All that verification tells of a file.

    `moment` is when it was judged, and `origin` where the file says that it comes from. `flaws` are of the
    file as a whole, the gravest first. `source` answers whether the attached source made these pages,
    `adoption` whether that is the version which was adopted in this repository.
    """

    file: str
    sha256: str
    moment: datetime
    origin: Origin | None
    signatures: tuple[Signature, ...]
    flaws: tuple[Flaw, ...]
    source: Proof
    adoption: Proof

    @property
    def holds(self) -> bool:
        """Whether the file is signed, and everything about it holds."""
        return (
            bool(self.signatures)
            and all(signature.holds for signature in self.signatures)
            and not self.flaws
            and self.source.answer == self.adoption.answer == "yes"
        )

    def every_flaw(self) -> tuple[Flaw, ...]:
        """All that is wrong, of whatever."""
        of_signatures = (flaw for one in self.signatures for flaw in one.flaws)
        return (*self.flaws, *of_signatures, *self.source.flaws, *self.adoption.flaws)
