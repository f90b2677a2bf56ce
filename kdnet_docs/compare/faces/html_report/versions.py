"""Which two versions are compared, as the head of the page tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.html_report.spoken import Spoken
from kdnet_docs.document.stated import StatedValue
from kdnet_docs.document.tree import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What is said of both documents."""

    name: str
    old: str
    new: str
    code: bool = False


def names(aligned: Aligned, spoken: Spoken) -> tuple[str, str]:
    """What the two documents are called where they stand side by side."""
    old, new = aligned.old.document, aligned.new.document
    if old.version == new.version:
        before, now = spoken(msg("before")), spoken(msg("now"))
        return f"{old.version} ({before})", f"{new.version} ({now})"
    return old.version, new.version


def properties(aligned: Aligned, spoken: Spoken) -> Sequence[Property]:
    """What tells the two documents from one another, and from others."""
    old, new = aligned.old.document, aligned.new.document

    def both(name: Message, before: str, after: str, *, code: bool = False) -> Iterator[Property]:
        if before or after:
            yield Property(name=spoken(name), old=before or "–", new=after or "–", code=code)

    return [
        *both(msg("Title"), old.title, new.title),
        *both(msg("Version"), old.version, new.version),
        *both(msg("Date"), _day(old.date, spoken), _day(new.date, spoken)),
        *both(msg("Status"), _stated(old, "status"), _stated(new, "status")),
        *both(msg("Source"), old.source_name, new.source_name, code=True),
        *both(msg("SHA-256 of the source"), old.source_digest, new.source_digest, code=True),
    ]


def _stated(document: Document, key: str) -> str:
    values = (one.value for one in document.stated if isinstance(one, StatedValue) and one.key == key)
    return str(next(values, ""))


def _day(day: date, spoken: Spoken) -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=spoken.language)
