"""Which leaf of the one document is which of the other, and which have no counterpart."""

from dataclasses import dataclass, field

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedTo, Paired, TablePair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.facts.walk import all_steps


@dataclass(slots=True)
class Pairing:
    """Leaves by their ids: `new_of` and `old_of` the other document's, `moved` the old ids by the new."""

    new_of: dict[str, str] = field(default_factory=dict)
    old_of: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    inserted: set[str] = field(default_factory=set)

    def add(self, old: str, new: str) -> None:
        """Notes that two leaves are the same one."""
        self.new_of.setdefault(old, new)
        self.old_of.setdefault(new, old)


def pairing(aligned: Aligned) -> Pairing:
    """The pairs of an alignment; a paragraph that was split goes with its first part."""
    made = Pairing()
    for step in all_steps(aligned):
        match step:
            case Paired():
                for old in step.old:
                    made.add(old, step.new[0])
                for new in step.new:
                    made.add(step.old[0], new)
            case MovedTo():
                made.add(step.old, step.new)
                made.moved[step.new] = step.old
            case TablePair():
                made.add(step.old, step.new)
            case Deleted():
                made.deleted.add(step.old)
            case Inserted():
                made.inserted.add(step.new)
            case _:
                pass
    return made
