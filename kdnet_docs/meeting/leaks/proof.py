"""The proof that open files hold nothing that is closed: every closed word is looked for in every file.

It knows the closed words from the sources alone, and nothing of how they were left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, in_reading_order
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.meeting.audiences import is_closed, sources_of
from kdnet_docs.meeting.leaks.needles import Needle, Search
from kdnet_docs.meeting.leaks.passages import passages
from kdnet_docs.meeting.leaks.wanted import hidden, wanted_in
from kdnet_docs.sources.project import Project


def prove(project: Project, name: str, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What of the closed words of a meeting or document stands in files that everybody may have.

    An error for each place; also for closed words that stand open in a source, and a warning for names and
    numbers within others that do, and for those that cannot be looked for.
    """
    wanted = wanted_in(project, tuple(sources_of(project, name)))
    return in_reading_order((*wanted.told(), *search(wanted.places, files)))


def undecided(project: Project, name: str) -> Iterator[Diagnostic]:
    """What an author is to decide of a meeting or document: closed words that stand open elsewhere in it."""
    if is_closed(project, name):
        yield from wanted_in(project, tuple(sources_of(project, name))).findings


def search(places: Mapping[Needle, Span], files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """A finding for each closed text in each file, with the first place it is found at.

    Where files have a part in common, what stands in it is told of in the first of them.
    """
    looked_for = Search(places)
    read: dict[bytes, int] = {}
    # A name may be known for another reason: it is told of once.
    names: set[Span] = set()
    for number, (name, content) in enumerate(sorted(files.items()), start=1):
        called: object = name
        told: set[Span] = set()
        for needle in _without_parts(looked_for.found(name, is_words=True)):
            # A name that gives something away is not told again.
            called = msg("file {number}", number=number)
            if _is_new(needle, places[needle], told, names):
                yield _found(needle, places[needle], msg("the name of file {number}", number=number))
        for passage in passages(content, called, read):
            for needle in _without_parts(looked_for.found(passage.text, is_words=passage.is_words)):
                if _is_new(needle, places[needle], told, names):
                    yield _found(needle, places[needle], passage.place)


def _without_parts(found: Sequence[Needle]) -> Iterator[Needle]:
    """What was found, and a name not beside the sentence that it is part of."""
    sentences = [needle.letters for needle in found if not needle.is_name]
    for needle in found:
        if not needle.is_name or not any(needle.letters in sentence for sentence in sentences):
            yield needle


def _is_new(needle: Needle, span: Span, told: set[Span], names: set[Span]) -> bool:
    """Whether nothing has been told of these words, and notes that it is."""
    before = names if needle.is_name else told
    if span in before:
        return False
    before.add(span)
    return True


def _found(needle: Needle, span: Span, place: object) -> Diagnostic:
    if needle.is_name:
        return Diagnostic(
            code=Code.CLOSED_ORDINARY,
            message=msg("a name in closed words stands in an open file: {place}", place=place),
            span=hidden(span),
            hint=msg("read that place; if it tells what is closed, close what it comes from too"),
        )
    return Diagnostic(
        code=Code.CLOSED_LEAK,
        message=msg("these closed words stand in an open file: {place}", place=place),
        span=hidden(span),
        hint=msg("nothing has been written; close the place they come from too"),
    )
