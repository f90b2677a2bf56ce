"""Rows without changes folded away, but for the headings that changes stand under."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.faces.html_report.rows import Row

_WORTH_FOLDING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Rows one after another: shown, or folded, with the outermost headings and how many other rows."""

    rows: Sequence[Row]
    folded: bool = False
    headings: Sequence[str] = ()
    paragraphs: int = 0


def folded(rows: Sequence[Row]) -> Iterator[Stretch]:
    """All rows in stretches that are shown and stretches that are folded."""
    shown = _headings_of_changes(rows)
    for fold, group in groupby(rows, key=lambda row: row.sort == "same" and row.anchor not in shown):
        stretch = tuple(group)
        if not fold or len(stretch) < _WORTH_FOLDING:
            yield Stretch(rows=stretch)
            continue
        top = min((row.level for row in stretch if row.level), default=0)
        yield Stretch(
            rows=stretch,
            folded=True,
            headings=[row.heading for row in stretch if row.level and row.level == top],
            paragraphs=sum(1 for row in stretch if not row.level),
        )


def _headings_of_changes(rows: Iterable[Row]) -> set[str]:
    """The addresses of the headings under which something changed."""
    found: set[str] = set()
    above: list[Row] = []
    for row in rows:
        if row.level and row.sort not in ("deleted", "left"):
            above = [*(one for one in above if one.level < row.level), row]
        if row.sort != "same":
            found |= {one.anchor for one in above}
    return found


def unchanged(stretch: Stretch) -> Message:
    """What is folded away, in words."""
    count = stretch.paragraphs
    paragraphs = (
        msg("{count} unchanged paragraphs", count=count) if count != 1 else msg("1 unchanged paragraph")
    )
    if not stretch.headings:
        return paragraphs
    headings = ", ".join(stretch.headings)
    if not count:
        return msg("unchanged: {headings}", headings=headings)
    return msg("{headings} · {paragraphs}", headings=headings, paragraphs=paragraphs)
