"""The result of a comparison, from which every face is made."""

from dataclasses import dataclass

from kdnet_docs.alignment.steps import NoteStep, Step
from kdnet_docs.compare.fact import Fact
from kdnet_docs.document.anatomy import Anatomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two documents side by side: the steps of the text, and those of the footnotes."""

    old: Anatomy
    new: Anatomy
    steps: tuple[Step, ...]
    notes: tuple[NoteStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two documents side by side, and what the differences mean; `facts` in reading order.

    `equal` is whether both canonical texts are the same: only then is "no changes" true.
    """

    aligned: Aligned
    facts: tuple[Fact, ...]
    equal: bool
