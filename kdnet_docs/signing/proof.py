"""Whether evidence that was fetched proves what it is to prove: signed, in time, for these certificates."""

import asyncio
from datetime import datetime, timedelta
from typing import Final

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError

from kdnet_docs.signing.evidence import Evidence

_CLOCKS_DIFFER: Final = timedelta(minutes=5)


def proves(evidence: Evidence, certificate: x509.Certificate, moment: datetime) -> bool:
    """Whether the evidence shows by itself that the certificate was valid and not revoked at a moment.

    The topmost certificate that came along counts as trusted: whom to trust is for the reader to say.
    """
    context = ValidationContext(
        trust_roots=[evidence.certificates[-1]],
        other_certs=list(evidence.certificates),
        ocsps=list(evidence.ocsps),
        crls=list(evidence.crls),
        moment=moment,
        revocation_mode="require",
        allow_fetching=False,
        time_tolerance=_CLOCKS_DIFFER,
    )
    validator = CertificateValidator(certificate, validation_context=context)
    try:
        asyncio.run(validator.async_validate_usage(set()))
    except (PathBuildingError, PathValidationError):
        return False
    return True
