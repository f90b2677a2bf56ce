"""A reference to a part by its title leads to a part with that title."""

import re
from collections.abc import Iterator
from functools import cache

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.checks.reading.whose import Place, whose
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.stated import StatedBilag
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.reading.reference_words import reference_words


def missing_titles(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each "afsnittet "Økonomi"" where nothing is called so."""
    titles = [leaf.text.strip() for leaf in subject.anatomy.leaves.values() if leaf.kind in _TITLES]
    titles += [bilag.title.strip() for bilag in subject.anatomy.stated(StatedBilag)]
    known = {_bare(title) for title in titles}
    in_meeting = isinstance(subject.model, Meeting)
    for passage in subject.passages:
        for match in _named(subject.document.language).finditer(passage.text):
            place = Place(passage, *match.span())
            if _bare(match["title"]) in known:
                continue
            if whose(place, is_pointed_at=False, in_meeting=in_meeting) != "other":
                yield Diagnostic(
                    code=Code.MISSING_PART,
                    message=msg('nothing in this document is called "{title}"', title=match["title"]),
                    span=passage.span(*match.span("title")),
                    hint=did_you_mean(match["title"], titles)
                    or msg("write which part is meant, or which document it stands in"),
                )


_TITLES = frozenset({"heading", "caption"})


def _bare(title: str) -> str:
    return " ".join(title.split()).rstrip(".,").casefold()


@cache
def _named(language: str) -> re.Pattern[str]:
    words = reference_words(language).named
    return re.compile(rf"(?<!\w)(?:{words})\s+[\"”“»](?P<title>[^\"”“»«\n]{{3,100}})[\"”“«]", re.IGNORECASE)
