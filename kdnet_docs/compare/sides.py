"""One of the two documents of a comparison, with its leaves by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kdnet_docs.base.spans import Span
from kdnet_docs.document.tree import Cell, Document, Footnote, Row, Table

LeafKind: TypeAlias = Literal[
    "heading",
    "paragraph",
    "item",
    "quote",
    "code",
    "rule",
    "contents",
    "signature",
    "caption",
    "table",
    "cell",
]

NOTE_MARK = "\ufffc"
"""Stands in a leaf's text where a footnote's mark stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    r"""What holds words directly: a heading, a paragraph, an item's paragraph, a line of the signatures.

    `text` is its words, with a line break as "\n" and a footnote as `NOTE_MARK`. `label` is the number
    or bullet before them ("3.", "Mål 2 –", "•"). `under` is the id of the heading it stands below ("" at
    the top; a heading's is its own), `depth` a heading's level or an item's depth from 1, else 0.
    """

    id: str
    kind: LeafKind
    text: str
    label: str = ""
    under: str = ""
    depth: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A document taken apart: what stands in it, by id, each mapping in reading order."""

    document: Document
    leaves: Mapping[str, Leaf]
    tables: Mapping[str, Table]
    rows: Mapping[str, Row]
    cells: Mapping[str, Cell]
    notes: Mapping[str, Footnote]

    def clause(self, leaf: str) -> str:
        """The heading that a leaf stands under, with its number: "3. Grøn omstilling"; "" at the top."""
        heading = self.leaves.get(self.leaves[leaf].under)
        return f"{heading.label} {heading.text}".strip() if heading else ""
