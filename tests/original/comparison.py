"""Holds what a reader found against the original, word by word and in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from original.differences import FOOTNOTE, MARKS, TABLE, Difference, Generated, Reader

ORIGINAL = Path(__file__).with_name("package-2021-09.txt")

CONTEXT = 8
"""Words that a report shows on either side."""

MOST_SHOWN = 20
"""Deviations that a report shows; where there are more, something is wrong with the whole."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The running words of a package, its footnotes taken out of them and listed by number."""

    words: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A place where the words found are not the original's."""

    at: int
    expected: tuple[str, ...]
    found: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(
            (
                f"word {self.at + 1}: ... {' '.join(self.before)} [ HERE ] {' '.join(self.after)} ...",
                f"    expected: {' '.join(self.expected) or '(nothing)'}",
                f"    found:    {' '.join(self.found) or '(nothing)'}",
            )
        )


class StaleDifferenceError(AssertionError):
    """The table of differences speaks of words that the original does not have, or not so often."""


def read_original(text: str, reader: Reader) -> Reading:
    """What `reader` should find: the original with the differences that are meant."""
    notes = tuple(tuple(note.split()) for note in re.findall(FOOTNOTE.pattern, text))
    running = " ".join(re.sub(FOOTNOTE.pattern, "", text).split())
    for difference in TABLE:
        if isinstance(difference, Difference) and reader in difference.readers:
            running = _differ(running, difference)
    return Reading(tuple(running.split()), notes)


def _differ(text: str, difference: Difference) -> str:
    count = text.count(difference.original)
    if count != difference.times and not (difference.times is None and count):
        wanted = difference.times or "some"
        raise StaleDifferenceError(
            f'"{difference.original}" stands {count} times in the original, not {wanted}: '
            f"the difference that is meant ({difference.reason}) does not fit"
        )
    return text.replace(difference.original, difference.ours)


def read_pages(pages: Sequence[str], reader: Reader, notes: Sequence[Sequence[str]]) -> Reading:
    """The words printed on pages, without what is generated there and without the original's footnotes.

    A footnote is looked for, mark first, on the page that prints it. One that is not there whole stays
    among the running words, where it shows as a deviation.
    """
    text = "\n".join(f"\f\n{page}" for page in pages)
    for generated in TABLE:
        if isinstance(generated, Generated) and reader in generated.readers:
            text = _without(text, generated)
    running, found = text, []
    for number, note in enumerate(notes, start=1):
        printed = re.search(rf"(?<!\S){number}\s*" + r"\s+".join(map(re.escape, note)) + r"(?!\S)", running)
        if printed:
            running = running[: printed.start()] + running[printed.end() :]
            found.append(tuple(note))
    return Reading(tuple(running.split()), tuple(found))


def _without(text: str, generated: Generated) -> str:
    matches = list(re.finditer(generated.pattern, text, re.MULTILINE))
    for match in reversed(matches[generated.first_stays :]):
        text = text[: match.start()] + match.expand(generated.becomes) + text[match.end() :]
    return text


def join_broken(text: str, vocabulary: frozenset[str]) -> str:
    """The text with words joined that were broken at the end of a line, as the vocabulary has them.

    "ud-" and "vikling" are "udvikling", "Ikast-" and "Brande" or "og/" and "eller" lose the break only,
    and "drifts-" and "og" are two words.
    """

    def join(match: re.Match[str]) -> str:
        first, sign, second = match.groups()
        whole = (first + second, first + sign + second)
        return next((word for word in whole if word in vocabulary), f"{first}{sign} {second}") + "\n"

    return re.sub(r"(\S+)([-/])\n(\S+)\s", join, text)


def compare(expected: Sequence[str], found: Sequence[str]) -> tuple[Deviation, ...]:
    """Every place where the two sequences of words differ."""
    start = _common(expected, found)
    end = _common(expected[start:][::-1], found[start:][::-1])
    ours, theirs = expected[start : len(expected) - end], found[start : len(found) - end]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return tuple(
        Deviation(
            start + first,
            tuple(ours[first:last]),
            tuple(theirs[from_:to]),
            tuple(expected[max(start + first - CONTEXT, 0) : start + first]),
            tuple(expected[start + last : start + last + CONTEXT]),
        )
        for step, first, last, from_, to in steps
        if step != "equal"
    )


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def report(expected: Reading, found: Reading) -> str:
    """What differs, for people to read; empty where nothing does."""
    parts = [str(deviation) for deviation in compare(expected.words, found.words)]
    for number, note in enumerate(expected.notes):
        words = found.notes[number] if number < len(found.notes) else ()
        parts += [f"footnote {MARKS[number]}, {deviation}" for deviation in compare(note, words)]
    if len(parts) > MOST_SHOWN:
        parts[MOST_SHOWN:] = [f"... and {len(parts) - MOST_SHOWN} more"]
    return "\n".join(parts)
