"""The signatures and time-stamps that a file shows, each with what it covers."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import new

from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.pdf.coverage import Coverage, coverage
from kdnet_docs.signing.verifying.pdf.fields import SignatureField, Value
from kdnet_docs.signing.verifying.pdf.revisions import Revision, revision


@dataclass(frozen=True, kw_only=True)
class Embedded:
    """A signature or time-stamp in its field, and what it covers or why that cannot be told."""

    file: bytes
    field: SignatureField
    value: Value
    coverage: Coverage | Flaw

    @property
    def end(self) -> int:
        """Where what it covers ends; 0 where it covers nothing that can be told."""
        return self.coverage.end if isinstance(self.coverage, Coverage) else 0

    @cached_property
    def revision(self) -> Revision:
        """The file as it was when this came."""
        return revision(self.file, self.end)

    def digest(self, algorithm: str) -> bytes:
        """The digest of what it covers. Raises ValueError for an algorithm that is unknown."""
        covered = self.coverage.covered(self.file) if isinstance(self.coverage, Coverage) else b""
        return new(algorithm, covered, usedforsecurity=False).digest()


def embedded_in(file: bytes, final: Revision) -> tuple[Embedded, ...]:
    """What is in the signature fields, in the order in which it came."""
    found = [
        Embedded(file=file, field=field, value=field.value, coverage=coverage(file, field.value))
        for field in final.fields
        if field.value is not None
    ]
    return tuple(sorted(found, key=lambda one: one.value.end))
