"""Measures word differs on texts of the real contract with known edits: `python tests/measure_words.py`.

Prints the table in docs/decisions/alignment.md. No test, for what a machine takes is not promised.
"""

import difflib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

from edited_words import EditedText, edited_text
from rapidfuzz.distance import Indel

from kdnet_docs.alignment.words import tokens, word_changes

Differ = Callable[[str, str], list[tuple[str, str]]]
"""Two texts to what went and what came, in turn."""


def ours(old: str, new: str) -> list[tuple[str, str]]:
    """Word changes as this package shows them."""
    return [
        (old[one.old_start : one.old_end], new[one.new_start : one.new_end])
        for one in word_changes(old, new)
        if not one.same
    ]


def bare_indel(old: str, new: str) -> list[tuple[str, str]]:
    """The same without sliding and without absorbing slivers."""
    before, after = tokens(old), tokens(new)
    steps = [
        (step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(before, after)
        if step.tag != "equal"
    ]
    return list(_touching_joined(before, after, steps))


def difflib_words(old: str, new: str) -> list[tuple[str, str]]:
    """Python's own differ over the same tokens."""
    before, after = tokens(old), tokens(new)
    found = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [("".join(before[a:b]), "".join(after[c:d])) for tag, a, b, c, d in found if tag != "equal"]


def _touching_joined(
    before: Sequence[str], after: Sequence[str], steps: Sequence[tuple[int, int, int, int]]
) -> Iterator[tuple[str, str]]:
    joined: list[tuple[int, int, int, int]] = []
    for step in steps:
        if joined and (joined[-1][1], joined[-1][3]) == (step[0], step[2]):
            joined[-1] = (joined[-1][0], step[1], joined[-1][2], step[3])
        else:
            joined.append(step)
    return (("".join(before[a:b]), "".join(after[c:d])) for a, b, c, d in joined)


def quality(differ: Differ, edited: Sequence[EditedText]) -> tuple[float, float, float]:
    """Hunks for each true one, the share of edits found exactly, and characters marked for each true one."""
    hunks = true = exact = marked = least = 0
    for one in edited:
        found = differ(one.old, one.new)
        stripped = {(gone.strip(), come.strip()) for gone, come in found}
        hunks += len(found)
        true += len(one.edits)
        exact += sum(edit in stripped for edit in one.edits)
        marked += sum(len(gone) + len(come) for gone, come in found)
        least += sum(len(gone) + len(come) + (not gone or not come) for gone, come in one.edits)
    return hunks / true, exact / true, marked / least


def seconds(differ: Differ, pairs: Sequence[tuple[str, str]]) -> float:
    """How long it takes, in seconds of one processor."""
    start = time.process_time()
    for old, new in pairs:
        differ(old, new)
    return time.process_time() - start


def main() -> None:
    """Prints the table."""
    random = Random(4)  # noqa: S311 no secret
    edited = [edited_text(random) for _ in range(4000)]
    while sum(len(one.old.split()) for one in edited) < 200_000:
        edited.append(edited_text(random))
    pairs = [(one.old, one.new) for one in edited]
    words = sum(len(old.split()) for old, _ in pairs)
    sys.stdout.write(f"{words} words, {sum(len(one.edits) for one in edited)} edits\n\n")
    sys.stdout.write("| | hunks | exact | marked | seconds |\n|---|---|---|---|---|\n")
    for name, differ in (("ours", ours), ("Indel alone", bare_indel), ("difflib", difflib_words)):
        hunks, exact, marked = quality(differ, edited)
        sys.stdout.write(
            f"| {name} | {hunks:.2f} | {exact:.1%} | {marked:.3f} | {seconds(differ, pairs):.2f} |\n"
        )
    for count in (10_000, 200_000):
        whole = _whole(pairs, count)
        for name, differ in (("ours", ours), ("difflib", difflib_words)):
            if differ is ours or count == 10_000:
                sys.stdout.write(f"\none text of {count} words, {name}: {seconds(differ, [whole]):.2f} s")
    sys.stdout.write("\n")


def _whole(pairs: Sequence[tuple[str, str]], words: int) -> tuple[str, str]:
    """Both texts of as many pairs as have so many words, each as one text."""
    count = 0
    taken = []
    for old, new in pairs:
        taken.append((old, new))
        count += len(old.split())
        if count >= words:
            break
    return " ".join(old for old, _ in taken), " ".join(new for _, new in taken)


if __name__ == "__main__":
    main()
