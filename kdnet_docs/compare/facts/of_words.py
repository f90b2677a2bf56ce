"""What is left when no other fact speaks of a change: sentences, definitions, spelling, other words."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.facts.about import parties
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk, changed_leaves
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.leftovers import leftovers
from kdnet_docs.compare.facts.phrases import beside, length, neighbours, phrase
from kdnet_docs.compare.facts.signs import Typography
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.sentences import sentence_at, sentences
from kdnet_docs.reading.values import Words

_TERM = re.compile(r"[\"”“»«']([^\"”“»«']+)[\"”“»«']")


def facts_of_words(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """The changes of words that no fact speaks of: what remains of a leaf is one fact."""
    for leaf in changed_leaves(aligned):
        others: list[Hunk] = []
        spelled: list[Hunk] = []
        defined: dict[str, list[Hunk]] = {}
        left = leftovers(leaf, claims)
        signs = Typography(leaf) if left else None
        for hunk in left:
            if sentence := _whole_sentences(leaf, hunk):
                yield sentence
            elif signs and signs.only(hunk):
                spelled.append(hunk)
            elif _defines(leaf, hunk):
                defined.setdefault(sentence_at(leaf.new, hunk.new_start), []).append(hunk)
            else:
                others.append(hunk)
        yield from (_definition(leaf, hunks) for hunks in defined.values())
        yield from (_spelled(leaf, hunk) for hunk in spelled)
        if others:
            yield _changed(leaf, others)


def _spelled(leaf: ChangedLeaf, hunk: Hunk) -> Fact:
    old, new = phrase(leaf, hunk)
    place = _where(leaf, hunk)
    return Fact(
        kind=Kind.TYPOGRAPHY,
        subject=place.clause,
        old=old,
        new=new,
        places=(place,),
        parties=parties(leaf, hunk.old_start, hunk.new_start),
    )


def _changed(leaf: ChangedLeaf, hunks: Sequence[Hunk]) -> Fact:
    """What remains of a leaf, told by its longest change, with a place for each."""
    found = neighbours(leaf, hunks)
    shown = max(found, key=length)
    old, new = phrase(leaf, shown)
    place = _where(leaf, shown)
    return Fact(
        kind=Kind.TEXT_CHANGED,
        subject=beside(leaf, shown) if old is None or new is None else place.clause,
        old=old,
        new=new,
        places=(place, *(_where(leaf, hunk) for hunk in found if hunk is not shown)),
        parties=parties(leaf, shown.old_start, shown.new_start),
    )


# --- sentences ---------------------------------------------------------------------------------


def _whole_sentences(leaf: ChangedLeaf, hunk: Hunk) -> Fact | None:
    """Sentences that came, or went, between others that stayed."""
    gone, came = leaf.old[hunk.old_start : hunk.old_end], leaf.new[hunk.new_start : hunk.new_end]
    if gone.strip() and came.strip():
        return None
    kind = Kind.TEXT_ADDED if came.strip() else Kind.TEXT_REMOVED
    words = (
        _sentences(leaf.new, hunk.new_start, hunk.new_end)
        if kind is Kind.TEXT_ADDED
        else _sentences(leaf.old, hunk.old_start, hunk.old_end)
    )
    if not words:
        return None
    place = _where(leaf, hunk)
    return Fact(
        kind=kind,
        subject=place.clause,
        old=Words(text=words) if kind is Kind.TEXT_REMOVED else None,
        new=Words(text=words) if kind is Kind.TEXT_ADDED else None,
        places=(place,),
        parties=parties(leaf, *((hunk.old_start, 0) if kind is Kind.TEXT_REMOVED else (0, hunk.new_start))),
    )


def _sentences(text: str, start: int, end: int) -> str:
    """The sentences that a stretch consists of, "" if it has part of one.

    Where the same signs stand before a stretch and at its end, it may as well begin with those: of
    "One. [Two. ]Three." the stretch may also be "[. Two]".
    """
    whole = sentences(text)
    starts, ends = {one for one, _ in whole}, {other for _, other in whole}
    for first, last in _turned(text, start, end):
        words = text[first:last]
        begin, stop = first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
        if begin < stop and begin in starts and stop in ends and len(whole) > 1:
            return words.strip()
    return ""


def _turned(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, and each other that is taken out of the text with the same result."""
    yield start, end
    first, last = start, end
    while last < len(text) and text[first] == text[last] and first < end:
        first, last = first + 1, last + 1
        yield first, last
    first, last = start, end
    while first > 0 and text[first - 1] == text[last - 1] and last > start:
        first, last = first - 1, last - 1
        yield first, last


# --- definitions -------------------------------------------------------------------------------


def _defines(leaf: ChangedLeaf, hunk: Hunk) -> bool:
    """Whether a hunk stands in a sentence that says what something means."""
    defining = _defining(leaf)
    words = (sentence_at(leaf.old, hunk.old_start), sentence_at(leaf.new, hunk.new_start))
    return any(defining.search(one) for one in words)


def _defining(leaf: ChangedLeaf) -> re.Pattern[str]:
    return re.compile(lexicon(leaf.aligned.new.document.language).defining, re.IGNORECASE)


def _definition(leaf: ChangedLeaf, hunks: Sequence[Hunk]) -> Fact:
    """A sentence that says what something means, and says it otherwise now."""
    defining, first = _defining(leaf), hunks[0]
    old, new = sentence_at(leaf.old, first.old_start), sentence_at(leaf.new, first.new_start)
    found = defining.search(new) or defining.search(old)
    term = _TERM.search(new) or _TERM.search(old)
    return Fact(
        kind=Kind.DEFINITION,
        subject=term[1] if term else _defined(found) if found else "",
        old=Words(text=old) if defining.search(old) else None,
        new=Words(text=new) if defining.search(new) else None,
        places=tuple(_where(leaf, hunk) for hunk in hunks),
        parties=parties(leaf, first.old_start, first.new_start),
    )


def _defined(found: re.Match[str]) -> str:
    """What stands before the word that defines: "Ved årsværk forstås" defines "årsværk"."""
    words = re.sub(
        r"^(?:ved|med|begrebet|termen|the term)\s+", "", found.string[: found.start()], flags=re.IGNORECASE
    )
    return " ".join(words.split()[-5:])


def _where(leaf: ChangedLeaf, hunk: Hunk) -> Where:
    return leaf.where((hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end))
