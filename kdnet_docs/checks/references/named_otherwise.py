"""A reference that gives number and title gives those of one part."""

import re
from collections.abc import Iterator, Mapping

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.mentions import Mention, mentions
from kdnet_docs.checks.reading.parts import parts
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.stated import StatedBilag
from kdnet_docs.reading.reference_words import PartKind

_BETWEEN = re.compile(r"\s*(?:[,:(–-]|om|on|with the title|med titlen)?\s*[\"”“»«]?")


def named_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each number with the title of another part after it: "pkt. 4 om økonomi"."""
    titles = _titles(subject)
    for mention in mentions(subject):
        if mention.whose == "other" or len(mention.numbers) != 1:
            continue
        of_kind = titles.get("point" if mention.kind == "section" else mention.kind, {})
        (one,) = mention.numbers
        after = _BETWEEN.match(mention.passage.text, mention.end)
        start = after.end() if after else mention.end
        named = [number for number, title in of_kind.items() if _begins(mention, start, title)]
        if named and one.number in of_kind and one.number not in named:
            end = start + len(of_kind[named[0]])
            yield Diagnostic(
                code=Code.NAMED_OTHERWISE,
                message=msg(
                    '"{words}" is "{title}"; "{other}" has number {number}',
                    words=mention.text,
                    title=of_kind[one.number],
                    other=mention.passage.text[start:end],
                    number=named[0],
                ),
                span=mention.passage.span(mention.start, end),
                hint=msg("put the number or the words right"),
            )


def _begins(mention: Mention, start: int, title: str) -> bool:
    """Whether the title stands there as whole words."""
    text, end = mention.passage.text, start + len(title)
    return text[start:end].casefold() == title.casefold() and not text[end : end + 1].isalnum()


def _titles(subject: Subject) -> Mapping[PartKind, Mapping[str, str]]:
    """The titles of clauses, goals and bilag by their numbers, without numbers that several have."""
    found: dict[PartKind, dict[str, str]] = {}
    for kind, of_kind in parts(subject).headings.items():
        found[kind] = {
            number: subject.anatomy.leaves[names[0]].text.strip()
            for number, names in of_kind.items()
            if len(names) == 1
        }
    found["bilag"] = {one.number: one.title for one in subject.anatomy.stated(StatedBilag)}
    return {
        kind: {number: title for number, title in of_kind.items() if title} for kind, of_kind in found.items()
    }
