"""What a change speaks of: the words around it, the party that its sentence names, the goal it stands in."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, Leaf
from kdnet_docs.document.stated import StatedParty, StatedTarget
from kdnet_docs.document.tree import Row
from kdnet_docs.document.walk import blocks_within, own_inlines, plain_text
from kdnet_docs.reading.danish import DANISH
from kdnet_docs.reading.english import ENGLISH
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.sentences import sentence_at, sentences

_WORDS_BESIDE = 5
_STOP = re.compile(r"(?<!\bpct)(?<!\bkr)(?<!\bmv)(?<!\bosv)[.;:]+\s*$")
_JOINING = DANISH.small | ENGLISH.small
_TARGET_ROW = re.compile(r"(?:mål|målsætning|targets?|goals?)\b", re.IGNORECASE)


def subject(leaf: ChangedLeaf, one: Read, *, old: bool) -> str:
    """The words around a value, which itself is "…"."""
    if around := words_around(leaf.old if old else leaf.new, one.start, one.end):
        return around
    side, one_leaf = (leaf.aligned.old, leaf.old_leaves[0]) if old else (leaf.aligned.new, leaf.new_leaves[0])
    return row_label(side, one_leaf) or side.clause(one_leaf.id)


def words_around(text: str, start: int, end: int) -> str:
    """The words of a sentence before and after a stretch of it, which itself is "…"; "" if there are none.

    They neither begin nor end with a word that only joins.
    """
    first, last = next(((a, b) for a, b in sentences(text) if a <= start and end <= b), (0, len(text)))
    before = re.split(r"[;:]\s", text[first:start])[-1].replace(NOTE_MARK, "").split()[-_WORDS_BESIDE:]
    after = re.split(r"[;:]\s", _STOP.sub("", text[end:last]))[0].replace(NOTE_MARK, "").split()
    closes = len(after) <= _WORDS_BESIDE
    after = after[:_WORDS_BESIDE]
    while len(before) == _WORDS_BESIDE and before[0].lower() in _JOINING:
        before = before[1:]
    while after and not closes and after[-1].strip(",").lower() in _JOINING:
        after.pop()
    if after:
        after[-1] = after[-1].rstrip(",;")
    around = " ".join((*before, "…", *after))
    return re.sub(r"… (?=[,;)])", "…", around) if before or after else ""


def parties(leaf: ChangedLeaf, at_old: int, at_new: int) -> tuple[str, ...]:
    """The ids of the parties that the sentences at these places name."""
    return parties_named(leaf.aligned, f"{sentence_at(leaf.old, at_old)}\n{sentence_at(leaf.new, at_new)}")


def parties_named(aligned: Aligned, words: str) -> tuple[str, ...]:
    """The ids of the parties that words name."""
    stated = (*aligned.new.stated(StatedParty), *aligned.old.stated(StatedParty))
    found = (one.id for one in stated if _named(one, words))
    return tuple(dict.fromkeys(found))


def _named(party: StatedParty, words: str) -> bool:
    """Whether its name stands there, or its id as a word ("erhvervshus", "erhvervshusets")."""
    by_name, by_id = _names(party.name, party.id)
    return bool(by_name.search(words) or by_id.search(words))


@lru_cache(maxsize=256)
def _names(name: str, identity: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?<!\w){re.escape(name)}(?:s|'s|’s|')?(?!\w)"),
        re.compile(rf"(?<!\w){re.escape(identity)}(?:et|en|ets|ens|s)?(?!\w)", re.IGNORECASE),
    )


def goal_of(leaf: ChangedLeaf) -> str:
    """The heading of the goal whose target a leaf states, "" for other leaves.

    A document that states its targets as data leaves nothing to guess.
    """
    side, one = leaf.aligned.new, leaf.new_leaves[0]
    if side.stated(StatedTarget):
        return ""
    heading = side.leaves.get(one.under)
    if heading is None or not _TARGET_ROW.match(heading.label):
        return ""
    label = row_label(side, one)
    return f"{heading.label} {heading.text}" if not label or _TARGET_ROW.match(label) else ""


def row_label(side: Anatomy, leaf: Leaf) -> str:
    """The words of the cell that heads the row a leaf stands in; "" outside tables."""
    if leaf.kind != "cell":
        return ""
    row = _rows(side).get(leaf.id)
    return _head(row) if row else ""


@lru_cache(maxsize=2)
def _rows(side: Anatomy) -> Mapping[str, Row]:
    """The row that each block stands in."""
    return {
        block.id: row
        for row in side.rows.values()
        for cell in row.cells
        for block in blocks_within(cell.blocks)
    }


def _head(row: Row) -> str:
    heads = (cell for cell in row.cells if cell.header)
    return " ".join(plain_text(own_inlines(block)) for cell in heads for block in blocks_within(cell.blocks))
