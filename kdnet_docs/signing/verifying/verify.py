"""Verifies a file: its signatures, the file as a whole, its source, and the adoption of that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from kdnet_docs.base.messages import msg
from kdnet_docs.final.origin import Origin
from kdnet_docs.signing.verdict import Flaw, FlawKind, Proof, Signature, Verification
from kdnet_docs.signing.verifying.content.adopted import adopted
from kdnet_docs.signing.verifying.content.claims import read_claims
from kdnet_docs.signing.verifying.content.remade import remade
from kdnet_docs.signing.verifying.gravity import by_gravity, consequences
from kdnet_docs.signing.verifying.judge import Judged, judge
from kdnet_docs.signing.verifying.no_pdf import no_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import read_shown
from kdnet_docs.tagged_pdf.verdicts import Unusable


def verify(
    file: bytes, name: str, *, roots: Sequence[bytes], moment: datetime, project: Project | None
) -> Verification:
    """All that can be told of a file here and now.

    `roots` are files of certificates that the user trusts, `moment` is when it is judged, and `project` has
    what was adopted. Nothing is fetched. Raises ValueError for a root that is none, and nothing that is in
    the file raises anything.
    """
    other = no_pdf(file)
    judged = Judged(signatures=(), flaws=(other,)) if other else judge(file, roots=roots, moment=moment)
    origin, source, adoption = (None, *_untold()) if other else _proofs(file, project, judged)
    of_signatures = [flaw for one in judged.signatures for flaw in one.flaws]
    told = consequences((*judged.flaws, *of_signatures, *source.flaws, *adoption.flaws))
    return Verification(
        file=name,
        sha256=sha256(file).hexdigest(),
        moment=moment,
        origin=origin,
        signatures=tuple(_signature(one, told) for one in judged.signatures),
        flaws=_left([flaw for flaw in judged.flaws if flaw not in of_signatures], told),
        source=replace(source, flaws=_left(source.flaws, told)),
        adoption=replace(adoption, flaws=_left(adoption.flaws, told)),
    )


def _proofs(file: bytes, project: Project | None, judged: Judged) -> tuple[Origin | None, Proof, Proof]:
    shown = read_shown(file)
    if isinstance(shown, Unusable):
        return (None, *_untold())
    claims = read_claims(file, shown)
    if isinstance(claims, Flaw):
        source = Proof(
            answer="no", message=msg("the file has no source that could be looked at"), flaws=(claims,)
        )
        return None, source, _untold()[1]
    return (
        claims.origin,
        remade(file, shown, claims, project, is_untouched=judged.is_untouched),
        adopted(claims, project),
    )


def _untold() -> tuple[Proof, Proof]:
    return (
        Proof(answer="unknown", message=msg("what the pages were made from cannot be told")),
        Proof(answer="unknown", message=msg("what was adopted cannot be compared with it")),
    )


def _signature(signature: Signature, told: frozenset[FlawKind]) -> Signature:
    return replace(signature, flaws=_left(signature.flaws, told))


def _left(flaws: Sequence[Flaw], told: frozenset[FlawKind]) -> tuple[Flaw, ...]:
    return by_gravity(flaw for flaw in flaws if flaw.kind not in told)
