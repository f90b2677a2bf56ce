"""What is different between a file and what its source makes: in words where words are different."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verifying.content.quoting import first_difference
from kdnet_docs.tagged_pdf.fields import Field, read_fields
from kdnet_docs.tagged_pdf.page_texts import Shown, read_shown
from kdnet_docs.tagged_pdf.portraits import Portrait, portrait
from kdnet_docs.tagged_pdf.verdicts import Unusable


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """A file with what it shows, its digests, and its signature fields."""

    shown: Shown
    portrait: Portrait
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is different. `of` is what: its words, its looks, what only programs see, or a field."""

    of: str
    message: Message


def looks(pdf: bytes, shown: Shown | None = None) -> Looks | Unusable:
    """How a file looks; `shown` is what it shows, where that is known."""
    known = shown or read_shown(pdf)
    if isinstance(known, Unusable):
        return known
    digests, fields = portrait(pdf), read_fields(pdf)
    if isinstance(digests, Unusable) or isinstance(fields, Unusable):
        return next(one for one in (digests, fields) if isinstance(one, Unusable))
    return Looks(shown=known, portrait=digests, fields=fields)


def differences(file: Looks, made: Looks) -> tuple[Difference, ...]:
    """What is different in a file from what its source makes, the gravest first."""
    return tuple(_differences(file, made))


def _differences(file: Looks, made: Looks) -> Iterator[Difference]:
    words = _words(file.shown.pages, made.shown.pages)
    if words:
        yield Difference(of="words", message=words)
    elif file.portrait.pages != made.portrait.pages:
        drawn = msg(
            "page {page} is drawn otherwise, with the same words",
            page=_first(file.portrait.pages, made.portrait.pages),
        )
        yield Difference(of="looks", message=drawn)
    for message in _of_fields(file.fields, made.fields):
        yield Difference(of="fields", message=message)
    if file.portrait.files != made.portrait.files:
        yield Difference(of="files", message=_of_files(file.shown, made.shown))
    if file.shown.title != made.shown.title:
        yield Difference(
            of="words", message=msg("the title of the file is “{title}”", title=file.shown.title or "")
        )
    if file.portrait.links != made.portrait.links:
        page = _first(file.portrait.links, made.portrait.links)
        yield Difference(of="looks", message=msg("page {page} has other links or notes", page=page))
    elif file.portrait.tags != made.portrait.tags:
        yield Difference(of="unseen", message=msg("what is read aloud to the blind is something else"))
    if file.portrait.bookmarks != made.portrait.bookmarks:
        yield Difference(of="unseen", message=msg("its bookmarks are others"))
    if file.portrait.settings != made.portrait.settings:
        yield Difference(of="unseen", message=msg("it tells PDF readers to show it otherwise"))


def _first(file: tuple[str, ...], made: tuple[str, ...]) -> int:
    pairs = enumerate(zip_longest(file, made), start=1)
    return next(number for number, (one, other) in pairs if one != other)


def _words(file: tuple[str, ...], made: tuple[str, ...]) -> Message | None:
    """The words that are different on the first page on which any are."""
    for number, (there, here) in enumerate(zip_longest(file, made), start=1):
        if there is None:
            return msg("page {page} and what comes after it is missing", page=number)
        if here is None:
            return msg("the file has a page {page}, and the source makes none", page=number)
        if quoted := first_difference(there, here):
            said, made_so = quoted
            return msg(
                "page {page} says “{there}”, and the source makes “{here}”",
                page=number,
                there=said,
                here=made_so,
            )
    return None


def _of_fields(file: tuple[Field, ...], made: tuple[Field, ...]) -> Iterator[Message]:
    there = {field.name: field for field in file}
    for field in made:
        found = there.pop(field.name, None)
        if found is None:
            yield msg("the signature field of {label} is missing", label=field.label)
        elif (found.page, found.rectangle, found.label) != (field.page, field.rectangle, field.label):
            yield msg("the signature field of {label} was changed or moved", label=field.label)
    for field in there.values():
        left, bottom, right, top = field.rectangle
        # A time-stamp over the file has a field that nobody sees.
        if field.page is not None and right > left and top > bottom:
            yield msg("on page {page} is a signature field that the source does not make", page=field.page)


def _of_files(file: Shown, made: Shown) -> Message:
    more = sorted(file.files.keys() - made.files.keys())
    if more:
        return msg("{name} lies in the file too", name=", ".join(more))
    return msg("the source lies in the file otherwise than it was put there")
