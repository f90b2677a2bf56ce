"""What a check looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.checks.dictionary.speller import Speller
from kdnet_docs.checks.passages import Passage, passages
from kdnet_docs.document.anatomy import Anatomy, anatomy
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable


def _none() -> None:
    """There is none."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A source as its author wrote it, and the document made from it.

    `find_earlier` reads the version before it, where there is one, and `find_speller` what knows how words
    are spelled.
    """

    model: Contract | StatusTable | Meeting
    document: Document
    find_earlier: Callable[[], Contract | StatusTable | None] = field(default=_none, kw_only=True)
    find_speller: Callable[[], Speller | Refused | None] = field(default=_none, kw_only=True)

    @cached_property
    def anatomy(self) -> Anatomy:
        """The document taken apart: its leaves, tables, rows, cells and notes by their ids."""
        return anatomy(self.document)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that stands in the document as words, in reading order."""
        return tuple(passages(self.anatomy))

    @cached_property
    def earlier(self) -> Contract | StatusTable | None:
        """The version before this one, if the project has it and it can be read."""
        return self.find_earlier()

    @cached_property
    def speller(self) -> Speller | Refused | None:
        """What knows how words are spelled, or how to get it; None where spelling is not checked."""
        return self.find_speller()


Check: TypeAlias = Callable[[Subject], Iterable[Diagnostic]]
