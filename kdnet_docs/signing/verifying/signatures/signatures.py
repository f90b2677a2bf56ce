"""Judges each signature by itself: whole, by whom, when, with a certificate that held then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.certificates import called, issuer_of, name_of, unfit, untimely
from kdnet_docs.signing.verdict import Flaw, Level, Signature
from kdnet_docs.signing.verifying.pdf.embedded import Embedded
from kdnet_docs.signing.verifying.pdf.revisions import Revision
from kdnet_docs.signing.verifying.signatures.damage import damaged
from kdnet_docs.signing.verifying.signatures.evidence import evidence_in
from kdnet_docs.signing.verifying.signatures.integrity import are_sound, is_sound
from kdnet_docs.signing.verifying.signatures.objections import claimed_time, obstructed
from kdnet_docs.signing.verifying.signatures.signatory import other_signatory
from kdnet_docs.signing.verifying.signatures.signed_data import (
    MalformedError,
    SignedData,
    flaws,
    read_signed_data,
)
from kdnet_docs.signing.verifying.signatures.timestamps import Stamp, imprint_of, read_stamp
from kdnet_docs.signing.verifying.signatures.trust import Evidence, Trust
from kdnet_docs.tagged_pdf.reading.access import name_in, text_in

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, NotImplementedError, OverflowError)
"""What asn1crypto, and pyHanko on top of it, raise for a signature that is none."""
SUBFILTERS = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The signatures of people in their order, and what is wrong with time-stamps over the document."""

    signatures: tuple[Signature, ...]
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, kw_only=True)
class _Case:
    """What all signatures of a file are judged by."""

    seen: Sequence[Embedded]
    trust: Trust
    evidence: Evidence
    moment: datetime
    final: Revision
    stamps: Sequence[tuple[Embedded, Stamp]]
    """The time-stamps over the document that hold, the oldest first."""

    def known(self, end: int) -> datetime:
        """When what ends there is known to have been there: the time of the first time-stamp over it."""
        return next((stamp.time for seen, stamp in self.stamps if seen.end > end), self.moment)


def judge_signatures(final: Revision, seen: Sequence[Embedded], trust: Trust, moment: datetime) -> Signatures:
    """Judges what stands in the signature fields of a file."""
    evidence = evidence_in(final.reader)
    stamps: list[tuple[Embedded, Stamp]] = []
    found: list[Flaw] = []
    for one in reversed(seen):
        if one.value.is_stamp:
            known = stamps[0][1].time if stamps else moment
            stamp = _document_stamp(one, trust, evidence, known)
            if isinstance(stamp, Flaw):
                found.append(stamp)
                continue
            found += stamp.flaws
            if stamp.holds:
                stamps.insert(0, (one, stamp))
    case = _Case(seen=seen, trust=trust, evidence=evidence, moment=moment, final=final, stamps=stamps)
    signatures = [_judged(case, one) for one in seen if not one.value.is_stamp]
    if trust.roots and not is_sound(evidence, trust.roots):
        found.append(Flaw(kind="evidence-broken", message=msg("the evidence on certificates was changed")))
    return Signatures(signatures=tuple(signatures), flaws=tuple(found))


def _document_stamp(one: Embedded, trust: Trust, evidence: Evidence, known: datetime) -> Stamp | Flaw:
    if isinstance(one.coverage, Flaw):
        return one.coverage
    if name_in(one.value.dictionary, "/SubFilter") != "/ETSI.RFC3161":
        return Flaw(
            kind="timestamp-broken", message=msg("a time-stamp over the file is of a kind unknown here")
        )
    return read_stamp(
        one.value.contents, one.digest, trust=trust, evidence=evidence, known=known, padded=True
    )


def _judged(case: _Case, one: Embedded) -> Signature:
    if isinstance(one.coverage, Flaw):
        return _told(one, None, (one.coverage,))
    if name_in(one.value.dictionary, "/SubFilter") not in SUBFILTERS:
        return _told(one, None, (_broken(msg("it is of a kind that is unknown here")),))
    try:
        data = read_signed_data(one.value.contents)
        wrong = flaws(data, one.digest)
        if any(flaw.kind == "bytes-changed" for flaw in wrong):
            wrong = (damaged(one),)
        return _whole(case, one, data, wrong)
    except MalformedError as error:
        return _told(one, None, (_broken(error.message),))
    except UNREADABLE as error:
        message = msg("the signature cannot be read ({reason})", reason=type(error).__name__)
        return _told(one, None, (_broken(message),))


# The level is what is really there, whatever is claimed (ETSI EN 319 142-1, 6.3): B-T has a time that can be
# relied upon, B-LT all evidence on its certificates too, B-LTA a time-stamp over both.
def _whole(case: _Case, one: Embedded, data: SignedData, wrong: tuple[Flaw, ...]) -> Signature:
    """A signature that could be read: its time-stamp, its certificate, its level."""
    known = case.known(one.end)
    stamp = _signature_stamp(case, data, known)
    held = stamp if isinstance(stamp, Stamp) and stamp.holds else None
    at = held.time if held else known
    is_stamped = held is not None or at != case.moment
    claimed = data.claimed_time or _stated_time(one)
    certificate = data.certificate
    stamp_flaws = stamp.flaws if isinstance(stamp, Stamp) else (stamp,) if stamp else ()
    late = tuple(untimely(certificate, at))
    found = [*wrong, *stamp_flaws, *unfit(certificate), *late]
    if not late:
        found += claimed_time(data, claimed, at if is_stamped else None, case.moment)
    obstacle = case.trust.obstacle(certificate, data.others, case.evidence, at) if case.trust.roots else None
    if obstacle and not (late and obstacle in {"expired", "not-yet-valid"}):
        found.append(obstructed(obstacle, certificate))
    if case.trust.roots and obstacle is None and not are_sound((certificate, *data.others), case.trust.roots):
        found.append(_broken(msg("the certificates in it were changed")))
    revocation = _revocation(case, data, at)
    if revocation == "revoked":
        found.append(obstructed("revoked", certificate))
    proven = revocation is None and (held is None or _is_proven(case, held, case.evidence))
    level: Level | None = "B-T" if is_stamped else "B-B"
    if wrong:
        level = None
    elif is_stamped and proven:
        level = _level(case, one, data, held)
    if level in {"B-B", "B-T"} and revocation != "revoked" and _claims_evidence(case, one):
        found.append(
            Flaw(
                kind="evidence-missing",
                message=msg("the evidence in the file does not show that the certificate was in force"),
            )
        )
    found += other_signatory(one.field, certificate, text_in(one.value.dictionary, "/Name"))
    remarks = [*_remarks(case, level)]
    is_trusted = bool(case.trust.roots) and obstacle is None and revocation != "revoked"
    root = case.trust.root(certificate, data.others, case.evidence, at) if is_trusted else None
    return _told(
        one,
        data,
        tuple(found),
        time=at if is_stamped else claimed,
        is_stamped=is_stamped,
        level=level,
        is_trusted=is_trusted,
        root=called(root) if root else "",
        remarks=tuple(remarks),
    )


def _signature_stamp(case: _Case, data: SignedData, known: datetime) -> Stamp | Flaw | None:
    """The time-stamp on the signature; where there are several, the one that holds."""
    digest = imprint_of(bytes(data.signer["signature"].native))
    found: Stamp | Flaw | None = None
    for token in data.stamp_tokens()[:_MOST_STAMPS]:
        found = read_stamp(token, digest, trust=case.trust, evidence=case.evidence, known=known)
        if isinstance(found, Stamp) and found.holds:
            break
    return found


_MOST_STAMPS = 4


def _revocation(case: _Case, data: SignedData, at: datetime) -> str | None:
    """What the evidence says of the certificate: "revoked", None where it was in force, or anything else."""
    if not case.trust.roots:
        return "unknown"
    return case.trust.obstacle(data.certificate, data.others, case.evidence, at, proven=True)


def _level(case: _Case, one: Embedded, data: SignedData, stamp: Stamp | None) -> Level:
    """B-LT or, where a time-stamp over the file covers the evidence that it takes, B-LTA."""
    at = stamp.time if stamp else case.known(one.end)
    for seen, _ in case.stamps:
        if seen.end <= one.end:
            continue
        evidence = evidence_in(seen.revision.reader)
        obstacle = case.trust.obstacle(data.certificate, data.others, evidence, at, proven=True)
        if obstacle is None and (stamp is None or _is_proven(case, stamp, evidence)):
            return "B-LTA"
    return "B-LT"


def _is_proven(case: _Case, stamp: Stamp, evidence: Evidence) -> bool:
    """Whether the certificate of a signature's time-stamp is shown to have been in force."""
    data = stamp.data
    return case.trust.obstacle(data.certificate, data.others, evidence, stamp.time, proven=True) is None


def _claims_evidence(case: _Case, one: Embedded) -> bool:
    """Whether evidence came into the file after this signature, and before the next one of somebody."""
    if not case.trust.roots:
        return False
    later = [seen for seen in case.seen if seen.end > one.end and not seen.value.is_stamp]
    until = later[0].revision if later else case.final
    before = evidence_in(one.revision.reader)
    after = evidence_in(until.reader)
    return len(after) > len(before)


def _remarks(case: _Case, level: Level | None) -> Iterator[Message]:
    if not case.trust.roots:
        yield msg("who signed is not known to be trusted: give the certificate of the authority with --trust")
    elif level in {"B-B", "B-T"}:
        yield msg("the file does not show whether the certificate had been revoked")


def _stated_time(one: Embedded) -> datetime | None:
    """What the signature dictionary says (ISO 32000-1, 7.9.4)."""
    found = _DATE.match(text_in(one.value.dictionary, "/M") or "")
    if found is None:
        return None
    zone = "+0000" if found["zone"] in {None, "", "Z"} else found["zone"].replace("'", "")[:5].ljust(5, "0")
    return datetime.strptime(found["time"] + zone, "%Y%m%d%H%M%S%z")


_DATE = re.compile(r"D:(?P<time>\d{14})(?P<zone>Z|[+-]\d\d'?(?:\d\d)?'?)?")


def _told(  # noqa: PLR0913 - what is told of a signature
    one: Embedded,
    data: SignedData | None,
    found: tuple[Flaw, ...],
    *,
    time: datetime | None = None,
    is_stamped: bool = False,
    level: Level | None = None,
    is_trusted: bool = False,
    root: str = "",
    remarks: tuple[Message, ...] = (),
) -> Signature:
    return Signature(
        field=one.field.name,
        label=one.field.label,
        signer=name_of(data.certificate) if data else "",
        issuer=issuer_of(data.certificate) if data else "",
        serial=f"{data.certificate.serial_number:x}" if data else "",
        time=time,
        is_stamped=is_stamped,
        level=level,
        is_trusted=is_trusted,
        root=root,
        flaws=found,
        remarks=remarks,
    )


def _broken(message: Message) -> Flaw:
    return Flaw(kind="signature-broken", message=message)
