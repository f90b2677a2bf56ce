"""What a check looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable


@dataclass(frozen=True, slots=True)
class Subject:
    """A source as its author wrote it, and the document made from it."""

    model: Contract | StatusTable | Meeting
    document: Document


Check: TypeAlias = Callable[[Subject], Iterable[Diagnostic]]
