"""The year that a document is for, and by how many years a new version is shifted against the old."""

from collections import Counter

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.facts.changed_leaves import changed_leaves
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.reading.dates import YEAR

_ENOUGH = 3


def year_of(side: Anatomy) -> int:
    """The year in a document's version, or of its date where the version has none."""
    found = YEAR.match(side.document.version)
    return int(found[0]) if found else side.document.date.year


def year_step(aligned: Aligned) -> int:
    """By how many years years are shifted throughout; 0 where they are not.

    Versions named by their years say it. Otherwise it is the commonest difference between years that took
    each other's place, if it stands in three places and in more than half of all.
    """
    versions = [YEAR.match(side.document.version) for side in (aligned.old, aligned.new)]
    if all(versions):
        return year_of(aligned.new) - year_of(aligned.old)
    steps = Counter(
        int(new[0]) - int(old[0])
        for leaf in changed_leaves(aligned)
        for hunk in leaf.hunks
        if (old := YEAR.fullmatch(leaf.old[hunk.old_start : hunk.old_end]))
        and (new := YEAR.fullmatch(leaf.new[hunk.new_start : hunk.new_end]))
    )
    if not steps:
        return 0
    step, count = steps.most_common(1)[0]
    return step if count >= _ENOUGH and 2 * count > steps.total() else 0
