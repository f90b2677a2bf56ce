"""A verification for other programs; the shape is described in docs/verification.md."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from kdnet_docs.base.messages import Message
from kdnet_docs.signing.verdict import Flaw, Proof, Signature, Verification
from kdnet_docs.signing.verifying.conclusion import conclusion

SCHEMA = "kdnet-verification/1"
"""Of the shape; the number grows when a program that reads it would have to change."""


def write_json(verification: Verification) -> str:
    """One object: whether all holds, and each thing that was looked at."""
    whole = {
        "schema": SCHEMA,
        "file": verification.file,
        "sha256": verification.sha256,
        "verified": _time(verification.moment),
        "holds": verification.holds,
        "conclusion": _words(conclusion(verification)),
        "origin": verification.origin and asdict(verification.origin),
        "signatures": [_signature(one) for one in verification.signatures],
        "flaws": _flaws(verification.flaws),
        "source": _proof(verification.source),
        "adoption": _proof(verification.adoption),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _signature(signature: Signature) -> Mapping[str, Any]:
    return {
        "field": signature.field,
        "label": signature.label,
        "signer": signature.signer,
        "issuer": signature.issuer,
        "serial": signature.serial,
        "time": signature.time and _time(signature.time),
        "stamped": signature.is_stamped,
        "level": signature.level,
        "trusted": signature.is_trusted,
        "root": signature.root or None,
        "holds": signature.holds,
        "flaws": _flaws(signature.flaws),
        "remarks": [_words(remark) for remark in signature.remarks],
    }


def _proof(proof: Proof) -> Mapping[str, Any]:
    return {
        "answer": proof.answer,
        "reason": _words(proof.message),
        "flaws": _flaws(proof.flaws),
        "remarks": [_words(remark) for remark in proof.remarks],
        "hint": proof.hint and _words(proof.hint),
    }


def _flaws(flaws: Sequence[Flaw]) -> list[Mapping[str, Any]]:
    return [
        {"kind": flaw.kind, "message": _words(flaw.message), "hint": flaw.hint and _words(flaw.hint)}
        for flaw in flaws
    ]


def _words(message: Message) -> Mapping[str, str]:
    return {"da": message.to("da"), "en": message.to("en")}


def _time(moment: datetime) -> str:
    """As ISO 8601 has it, in UTC: "2021-10-12T10:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
