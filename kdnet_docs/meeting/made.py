"""What a build has made, before it is on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.tagged_pdf.verdicts import Claims

Role: TypeAlias = Literal["package", "dagsorden", "referat", "bilag", "changes", "document"]
"""What a file is: the combined PDF, the dagsorden, the referat, a bilag, what has changed in a bilag, or a
document built alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """The content of one file, and what the manifest tells of it."""

    content: bytes
    role: Role
    title: str
    bilag: str = ""
    """The number of the bilag as it is stamped: "1" or "3.1"."""
    sources: tuple[str, ...]
    """What it was made from, as paths from the project's folder."""
    pages: int | None = None
    """How many pages it has, for a PDF."""
    claims: Claims | None = None
    """What the combined PDF says of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Every file of a build, by its path from the folder that is built into; `findings` are warnings."""

    files: Mapping[str, MadeFile]
    findings: tuple[Diagnostic, ...] = ()
