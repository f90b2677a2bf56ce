"""What the parts of one document are in a later one, whatever ids they bear there."""

from collections.abc import Iterator, Mapping

from kdnet_docs.alignment.steps import TablePair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.facts.pairing import pairing
from kdnet_docs.compare.facts.targets import matched_targets
from kdnet_docs.compare.facts.walk import all_steps


def successors(aligned: Aligned) -> Mapping[str, str]:
    """The new ids by the old ones, of blocks, rows and targets, as the facts take them for the same."""
    targets = {old: new.id for old, new in matched_targets(aligned).items()}
    return {**pairing(aligned).new_of, **dict(_rows(aligned)), **targets}


def _rows(aligned: Aligned) -> Iterator[tuple[str, str]]:
    for step in all_steps(aligned):
        if isinstance(step, TablePair):
            yield from ((row.old, row.new) for row in step.rows if row.old and row.new)
