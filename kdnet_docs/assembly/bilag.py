"""The numbers of a meeting's bilag."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kdnet_docs.model.meeting import AgendaItem, Bilag, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedBilag:
    """A bilag with the number it is known by: "1", or "3.1" where bilag are numbered per point.

    `key` is its point and place there, "3-1", which no other bilag of the package has.
    `replaces` says that it takes the number of one that has been sent.
    """

    key: str
    number: str
    replaces: bool
    item: AgendaItem
    bilag: Bilag

    @property
    def is_closed(self) -> bool:
        """Whether it is closed, with its point or by itself, and more than that is said of it."""
        keys = ("title", "document", "file")
        if self.item.closes("bilag") or any(key in self.bilag.closed_keys for key in keys):
            return True
        return self.bilag.closed is True and bool(self.bilag.document or self.bilag.file)


def compared_with(bilag: Bilag) -> str:
    """What a bilag is compared with, as it is said: "2021", or "aftale 2021" for another document.

    Empty where it is compared with nothing.
    """
    if not bilag.compare_with or not bilag.document:
        return ""
    identity, _, version = bilag.compare_with.partition("@")
    return version if identity == bilag.document.partition("@")[0] else f"{identity} {version}".strip()


def numbered_bilag(meeting: Meeting, sent: Sequence[Meeting] = ()) -> tuple[NumberedBilag, ...]:
    """The bilag of `meeting` in order; after those `sent`, the oldest first, the numbers go on."""
    return all_bilag(meeting, sent)[-1]


def bilag_sent(sent: Sequence[Meeting]) -> Mapping[str, NumberedBilag]:
    """The bilag that the packages `sent` leave with those who received them, by number."""
    return {numbered.number: numbered for package in _packages(sent) for numbered in package}


def all_bilag(meeting: Meeting, sent: Sequence[Meeting]) -> tuple[tuple[NumberedBilag, ...], ...]:
    """The bilag of each package, the oldest first and the meeting's own last."""
    return _packages((*sent, meeting))


def bilag_numbers(meeting: Meeting, sent: Sequence[Meeting]) -> Mapping[str, str]:
    """The number of each bilag by its id; one that has been replaced keeps its number, and so its id."""
    every = (one for package in all_bilag(meeting, sent) for one in package)
    return {one.bilag.id: one.number for one in every if one.bilag.id}


def _packages(packages: Sequence[Meeting]) -> tuple[tuple[NumberedBilag, ...], ...]:
    per_point = bool(packages) and packages[0].bilag_numbering == "per-point"
    counts: Counter[str] = Counter()
    return tuple(tuple(_numbered(package, counts, per_point=per_point)) for package in packages)


def _numbered(meeting: Meeting, counts: Counter[str], *, per_point: bool) -> Iterator[NumberedBilag]:
    for item in meeting.agenda:
        prefix = f"{item.number}." if per_point else ""
        for place, bilag in enumerate(item.bilag, start=1):
            if bilag.replaces is None:
                counts[prefix] += 1
            yield NumberedBilag(
                key=f"{item.number}-{place}",
                number=f"{prefix}{counts[prefix]}" if bilag.replaces is None else bilag.replaces,
                replaces=bilag.replaces is not None,
                item=item,
                bilag=bilag,
            )
