"""The links of a document that authors wrote."""

from collections.abc import Iterator

from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.placed import Placed, placed
from kdnet_docs.document.tree import Link


def written_links(subject: Subject) -> Iterator[tuple[Placed, Link]]:
    """Each with its place in the text; links that the program makes stand in no file, and are none."""
    for one in placed(subject.anatomy):
        if isinstance(one.inline, Link) and one.inline.span:
            yield one, one.inline
