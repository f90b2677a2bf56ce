"""Whether a certificate leads to one that the user trusts, and was in force at a time.

Nothing is fetched, and nothing is trusted but what the user gives. Whether a certificate was revoked is
read out of the file itself, or not known.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from asn1crypto import crl, ocsp, pem, x509
from pyhanko_certvalidator import ValidationContext, find_valid_path
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    InsufficientRevinfoError,
    NotYetValidError,
    PathBuildingError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)

MOST_ROOTS = 1_000

Obstacle: TypeAlias = Literal["expired", "not-yet-valid", "foreign", "revoked", "weak", "unproven"]
"""Why a chain does not hold; "unproven" only where evidence was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a file itself holds to judge certificates by."""

    certificates: tuple[x509.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()
    unreadable: int = 0

    def __len__(self) -> int:
        """How many pieces there are, those that cannot be read too."""
        return len(self.certificates) + len(self.crls) + len(self.ocsps) + self.unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The certificates that the user trusts."""

    roots: tuple[x509.Certificate, ...] = field(default=())

    def obstacle(
        self,
        certificate: x509.Certificate,
        along: Iterable[x509.Certificate],
        evidence: Evidence,
        at: datetime,
        *,
        proven: bool = False,
    ) -> Obstacle | None:
        """Why a certificate was not to be trusted at a time; None where it was.

        `along` came with it. With `proven`, each certificate on the way must be shown to have been in force.
        """
        try:
            self._path(certificate, along, evidence, at, proven=proven)
        except RevokedError:
            return "revoked"
        except InsufficientRevinfoError:
            return "unproven"
        except DisallowedAlgorithmError:
            return "weak"
        except ExpiredError:
            return "expired"
        except NotYetValidError:
            return "not-yet-valid"
        except (ValidationError, PathBuildingError):
            return "foreign"
        return None

    def root(
        self,
        certificate: x509.Certificate,
        along: Iterable[x509.Certificate],
        evidence: Evidence,
        at: datetime,
    ) -> x509.Name | None:
        """Whose the trusted certificate is that one led to at a time; None where it led to none."""
        try:
            return self._path(certificate, along, evidence, at, proven=False).trust_anchor.authority.name
        except (ValidationError, PathBuildingError):
            return None

    def _path(
        self,
        certificate: x509.Certificate,
        along: Iterable[x509.Certificate],
        evidence: Evidence,
        at: datetime,
        *,
        proven: bool,
    ) -> ValidationPath:
        """The way to a trusted certificate. Raises what pyHanko does where there is none."""
        rule = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED if proven else RevocationCheckingRule.NO_CHECK
        context = ValidationContext(
            trust_roots=list(self.roots),
            other_certs=[*along, *evidence.certificates],
            moment=at,
            allow_fetching=False,
            crls=evidence.crls,
            ocsps=evidence.ocsps,
            revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy(rule, rule), retroactive_revinfo=True),
        )
        paths = context.path_builder.async_build_paths_lazy(certificate)
        found: ValidationPath = asyncio.run(find_valid_path(certificate, paths, context))
        return found


def read_roots(files: Sequence[bytes]) -> Trust:
    """The certificates in files, as PEM (one or several) or DER. Raises ValueError for a file without one."""
    found: list[x509.Certificate] = []
    for content in files:
        found += _certificates(content)
        if len(found) > MOST_ROOTS:
            raise ValueError("too many certificates")
    return Trust(roots=tuple(found))


def _certificates(content: bytes) -> list[x509.Certificate]:
    blocks = pem.unarmor(content, multiple=True) if pem.detect(content) else [("CERTIFICATE", {}, content)]
    found = [
        x509.Certificate.load(der, strict=True) for kind, _, der in blocks if kind.endswith("CERTIFICATE")
    ]
    for one in found:
        # asn1crypto reads lazily: a certificate that is none is found out here.
        _ = one.subject.native, one.public_key.algorithm
    if not found:
        raise ValueError("no certificate")
    return found
