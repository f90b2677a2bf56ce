"""Reads a source as an experienced secretary does: what is no error of the file, and should not be sent so.

A build does not need these checks; `kdnet check`, the page of `kdnet watch` and the gate before final files
tell what they find.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, in_reading_order
from kdnet_docs.checks.subject import Check, Subject
from kdnet_docs.checks.wording.double_words import double_words
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.bilag import MeetingSources, Written

PROOFREADING: tuple[Check, ...] = (
    # wording
    double_words,
)
"""Every check of the words of a document, in the order in which they run."""

PackageCheck: TypeAlias = Callable[[MeetingSources], Iterable[Diagnostic]]

OF_PACKAGES: tuple[PackageCheck, ...] = ()
"""Every check of what is sent out for a meeting."""


def proofread(
    source: Written | MeetingSources,
    documents: Sequence[Document],
    find_earlier: Callable[[], Contract | StatusTable | None],
) -> tuple[Diagnostic, ...]:
    """What is found in the words of a source's documents; of a meeting they are dagsorden and referat."""
    model = source.meeting if isinstance(source, MeetingSources) else source
    findings: list[Diagnostic] = []
    for document in documents:
        subject = Subject(model, document, find_earlier=find_earlier)
        for check in PROOFREADING:
            findings.extend(check(subject))
    if isinstance(source, MeetingSources):
        for look in OF_PACKAGES:
            findings.extend(look(source))
    return in_reading_order(findings)
