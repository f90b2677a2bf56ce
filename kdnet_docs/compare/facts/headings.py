"""The headings of one document, what stands below each, and where goals stand in the overview."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kdnet_docs.compare.facts.inlines import marks
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed
from kdnet_docs.document.tree import Heading, List
from kdnet_docs.document.walk import blocks_within


@dataclass(frozen=True)
class Headings:
    """The headings of one document by their ids."""

    side: Anatomy

    @cached_property
    def by_id(self) -> Mapping[str, Heading]:
        """The headings, in reading order."""
        return {
            block.id: block
            for block in blocks_within(self.side.document.blocks)
            if isinstance(block, Heading)
        }

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The heading above each heading, "" at the top."""
        open_ones: list[Heading] = []
        parents = {}
        for heading in self.by_id.values():
            while open_ones and open_ones[-1].level >= heading.level:
                open_ones.pop()
            parents[heading.id] = open_ones[-1].id if open_ones else ""
            open_ones.append(heading)
        return parents

    @cached_property
    def in_overview(self) -> Mapping[str, str]:
        """The leaf in the overview of each goal, by the goal's id."""
        blocks = blocks_within(self.side.document.blocks)
        lists = (
            block for block in blocks if isinstance(block, List) and block.id.endswith("/overview/goals")
        )
        return {
            item.id.rsplit("/", 1)[-1]: item.blocks[0].id if item.blocks else item.id
            for one in lists
            for item in one.items
        }

    @cached_property
    def of_overview(self) -> tuple[str, ...]:
        """Every leaf of the overview of goals."""
        groups = {leaf.rpartition("/overview/")[0] for leaf in self.in_overview.values()}
        known = {f"{group}/overview" for group in groups}
        return tuple(
            leaf for leaf in self.side.leaves if f"{leaf.rpartition('/overview/')[0]}/overview" in known
        )

    @cached_property
    def marks(self) -> Mapping[str, Placed]:
        """The place of each footnote's mark, by the footnote's id."""
        return marks(self.side)

    @cached_property
    def in_notes(self) -> frozenset[str]:
        """The leaves that stand in footnotes."""
        notes = self.side.notes.values()
        return frozenset(block.id for note in notes for block in blocks_within(note.blocks))

    def held_by(self, leaf: str) -> Iterator[str]:
        """A leaf, and of a table the leaves inside it."""
        yield leaf
        if leaf in self.side.tables:
            yield from (block.id for block in blocks_within((self.side.tables[leaf],)))

    def is_goal(self, identity: str) -> bool:
        """Whether a heading is that of a numbered goal."""
        return self.sequence(identity) == "goals"

    def sequence(self, identity: str) -> str:
        """What a heading is counted with, "" where it has no number."""
        number = self.by_id[identity].number
        return number.sequence if number else ""

    def number(self, identity: str) -> int:
        """The number of a heading, 0 where it has none."""
        number = self.by_id[identity].number
        return number.value if number else 0

    def label(self, identity: str) -> str:
        """The number of a heading as it is spoken of: "Mål 3", "5"."""
        return self.side.leaves[identity].label.rstrip(" .:–-")

    def goal_number(self, line: str) -> str:
        """The number of a goal that only the overview has, as the headings of other goals say it."""
        number = self.side.leaves[line].label.rstrip(".")
        goal = next((one for one in self.by_id if self.is_goal(one)), None)
        return self.label(goal).replace(str(self.number(goal)), number) if goal else number

    def name(self, identity: str) -> str:
        """A heading with its number, as it is read: "5. Økonomi"."""
        leaf = self.side.leaves[identity]
        return f"{leaf.label} {leaf.text}".strip()

    def above(self, leaf: str) -> Iterator[str]:
        """The headings that a leaf stands below, the nearest first; a heading's own is the first of its."""
        identity = self.side.leaves[leaf].under
        while identity:
            yield identity
            identity = self.parents[identity]

    def unit(self, leaf: str, among: "set[str] | Mapping[str, str]") -> str | None:
        """The part a leaf went or came with: the highest heading of `among` above it, or a goal's."""
        found = None
        for heading in self.above(leaf):
            if heading not in among:
                return found
            found = heading
            if self.is_goal(heading):
                return found
        return found

    def before(self, identity: str) -> str | None:
        """The heading before a heading below the same one."""
        siblings = [one for one, parent in self.parents.items() if parent == self.parents[identity]]
        at = siblings.index(identity)
        return siblings[at - 1] if at else None
