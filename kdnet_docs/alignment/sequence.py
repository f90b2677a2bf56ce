"""Which parts of two sequences are the same: paragraphs, rows, columns, footnotes.

First what bears the same name or the same words, then what is alike between two of those, then what
is alike anywhere. What then stands in another order than the heaviest part of the rest has moved.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from kdnet_docs.alignment.division import neighbours
from kdnet_docs.alignment.gaps import best_pairs
from kdnet_docs.alignment.hunks import hunks
from kdnet_docs.alignment.increasing import heaviest
from kdnet_docs.alignment.similarity import Vocabulary, Words, is_within, similarity

_ALIKE = 0.5
"""How alike two parts are that stand in the same place."""
_ALONE = 0.35
"""How alike they are if nothing else stands there."""
_WITHIN, _WORDS_WITHIN = 0.8, 6
"""How many words of the shorter of two, and how many it needs, that the longer grew from it in its place."""
_BESIDE = 1.05
"""How much more a pair is worth that stands right beside another."""
_MOVED = 0.75
"""How alike two parts are of which one stands elsewhere."""
_WORDS = 4
"""How many words a part needs to be known again, with some of them changed, where it stands elsewhere."""
_MOST_CELLS = 10_000
"""Of a gap in which all are compared with all."""
_LIKELIEST = 5
"""How many parts that share most words are compared with one that stands elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a sequence.

    `key` is a name that outlives moving, or "". Parts of different `kind` are the same only by their key
    or by equal words; a `fixed` one not even then. A `divisible` one may have been split or joined.
    `weight` is what it weighs beside its characters where one of two must have moved.
    """

    key: str
    text: str
    kind: str = ""
    fixed: bool = False
    divisible: bool = False
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One part that is the same in both, one that was split or several that were joined; by their numbers."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


def matches(old: Sequence[Part], new: Sequence[Part]) -> list[Match]:
    """What is in both, in the order of the old; those that were not `moved` have one order in both."""
    return _Matching(old, new).matches()


class _Matching:
    """Pairs the parts of two sequences, step by step."""

    def __init__(self, old: Sequence[Part], new: Sequence[Part]) -> None:
        self._old, self._new = old, new
        self._vocabulary = Vocabulary()
        self._new_of: dict[int, int] = {}
        self._old_of: dict[int, int] = {}
        self._joined: dict[int, range] = {}  # by the old with a partner, all that were joined
        self._split: dict[int, range] = {}  # by the old, all that it was split into

    def matches(self) -> list[Match]:
        self._by_name([part.key or None for part in self._old], [part.key or None for part in self._new])
        self._by_name([_text_of(part) for part in self._old], [_text_of(part) for part in self._new])
        self._in_gaps()
        self._divided()
        self._anywhere()
        self._in_gaps()  # between what has been found since, if the gaps were too large before
        return list(self._in_order())

    def _words(self, part: Part) -> Words:
        return self._vocabulary.numbers(part.text)

    def _pair(self, old: int, new: int) -> None:
        self._new_of[old], self._old_of[new] = new, old

    # --- by name -------------------------------------------------------------------------------

    def _by_name(self, old: Sequence[object], new: Sequence[object]) -> None:
        """Pairs what has a name that stands once on each side among those without a partner."""
        in_old = _once((name, at) for at, name in enumerate(old) if at not in self._new_of)
        in_new = _once((name, at) for at, name in enumerate(new) if at not in self._old_of)
        for name, at in in_old.items():
            if name in in_new and self._may_pair(at, in_new[name]):
                self._pair(at, in_new[name])

    def _may_pair(self, old: int, new: int) -> bool:
        one, other = self._old[old], self._new[new]
        return one.kind == other.kind or not (one.fixed or other.fixed)

    # --- in gaps -------------------------------------------------------------------------------

    def _in_gaps(self) -> None:
        """Pairs what is alike between neighbours that are paired, also where these have moved together."""
        anchors = [(-1, -1), *sorted(self._new_of.items()), (len(self._old), len(self._new))]
        taken = sorted((-1, *self._old_of, len(self._new)))
        after = dict(pairwise(taken))
        before = {following: one for one, following in after.items()}
        for (old_from, new_from), (old_to, new_to) in pairwise(anchors):
            gap = range(old_from + 1, old_to)
            if not gap:
                continue
            if after.get(new_from) == new_to:
                following = range(new_from + 1, new_to)
                self._gap(gap, following, alone=len(gap) == len(following) == 1)
                continue
            for first, end in ((new_from, after.get(new_from)), (before.get(new_to), new_to)):
                if first is not None and end is not None:
                    self._gap(
                        [at for at in gap if at not in self._new_of],
                        [at for at in range(first + 1, end) if at not in self._old_of],
                    )

    def _gap(self, old: Sequence[int], new: Sequence[int], *, alone: bool = False) -> None:
        if not old or not new:
            return
        if len(old) * len(new) > _MOST_CELLS:
            self._large_gap(old, new)
            return
        for one, other in best_pairs(old, new, lambda one, other: self._worth(one, other, alone=alone)):
            self._pair(one, other)

    def _large_gap(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Equal words in the same order first; what is left between those, if it is still large, stays."""
        numbers: dict[object, int] = {}
        names_old = [numbers.setdefault(_name(self._old[at]), len(numbers)) for at in old]
        names_new = [numbers.setdefault(_name(self._new[at]), len(numbers)) for at in new]
        at_old = at_new = 0
        for hunk in (*hunks(names_old, names_new), None):
            end = hunk.old_start if hunk else len(old)
            for one, other in zip(old[at_old:end], new[at_new:], strict=False):
                self._pair(one, other)
            if hunk:
                at_old, at_new = hunk.old_end, hunk.new_end
                gap_old, gap_new = old[hunk.old_start : at_old], new[hunk.new_start : at_new]
                if len(gap_old) * len(gap_new) <= _MOST_CELLS:
                    self._gap(gap_old, gap_new)

    def _worth(self, old: int, new: int, *, alone: bool) -> float:
        """How much it is worth to pair two parts of one place: the more alike and the longer, the more."""
        one, other = self._old[old], self._new[new]
        if one.kind != other.kind and (one.text != other.text or not self._may_pair(old, new)):
            return 0.0
        alike = self._alike(old, new, _ALONE if alone else _ALIKE)
        length = len(self._words(self._old[old])) + len(self._words(self._new[new]))
        is_beside = self._new_of.get(old - 1) == new - 1 or self._new_of.get(old + 1) == new + 1
        return alike * alike * (length + 1) * (_BESIDE if is_beside else 1)

    def _alike(self, old: int, new: int, least: float) -> float:
        if self._old[old].text == self._new[new].text:
            return 1.0
        words, others = self._words(self._old[old]), self._words(self._new[new])
        if not words and not others:
            return 0.0
        alike = similarity(words, others, least)
        if alike == 0.0 and least <= _ALIKE and is_within(words, others, _WORDS_WITHIN, _WITHIN):
            return least
        return alike

    # --- split and joined ----------------------------------------------------------------------

    def _divided(self) -> None:
        """Looks at both sides of each pair for what belongs to it too."""
        for old, new in sorted(self._new_of.items()):
            one, other = self._old[old], self._new[new]
            if one.text == other.text or one.kind != other.kind or not (one.divisible and other.divisible):
                continue
            split = neighbours(self._words(one), partial(self._free, self._new, self._old_of, new), new)
            joined = neighbours(self._words(other), partial(self._free, self._old, self._new_of, old), old)
            if len(split) > 1:
                self._split[old] = split
                self._old_of.update((at, old) for at in split)
            elif len(joined) > 1:
                self._joined[old] = joined
                self._new_of.update((at, new) for at in joined)

    def _free(self, parts: Sequence[Part], taken: Mapping[int, int], beside: int, at: int) -> Words:
        """The words of part number `at` if it may belong to the paragraph `beside` it, or none."""
        if at == beside:
            return self._words(parts[at])
        if not 0 <= at < len(parts) or at in taken:
            return ()
        part = parts[at]
        may_belong = part.divisible and part.kind == parts[beside].kind and not part.key
        return self._words(part) if may_belong else ()

    # --- anywhere ------------------------------------------------------------------------------

    def _anywhere(self) -> None:
        """Pairs what is left and much alike, the most alike first."""
        having: dict[int, list[int]] = defaultdict(list)
        for at, part in enumerate(self._new):
            if at not in self._old_of and len(self._words(part)) >= _WORDS:
                for word in set(self._words(part)):
                    having[word].append(at)
        found = []
        for one, part in enumerate(self._old if having else ()):
            if one not in self._new_of and len(self._words(part)) >= _WORDS:
                shared = Counter(at for word in sorted(set(self._words(part))) for at in having.get(word, ()))
                for other, _ in shared.most_common(_LIKELIEST):
                    alike = self._alike(one, other, _MOVED)
                    if alike >= _MOVED and part.kind == self._new[other].kind:
                        found.append((-alike, abs(one - other), one, other))
        for _, _, one, other in sorted(found):
            if one not in self._new_of and other not in self._old_of:
                self._pair(one, other)

    # --- what moved ----------------------------------------------------------------------------

    def _in_order(self) -> Iterator[Match]:
        pairs = sorted((old, new) for old, new in self._new_of.items() if self._old_of[new] == old)
        weights = [_weight(self._old[old]) + _weight(self._new[new]) + 1 for old, new in pairs]
        staying = {pairs[at] for at in heaviest([new for _, new in pairs], weights)}
        known = {pair for pair in pairs if pair not in staying and self._is_known(*pair)}
        for old, new in pairs:
            if (old, new) in staying:
                yield Match(old=tuple(self._joined.get(old, (old,))), new=tuple(self._split.get(old, (new,))))
            elif not known.isdisjoint(((old - 1, new - 1), (old, new), (old + 1, new + 1))):
                yield Match(old=(old,), new=(new,), moved=True)

    def _is_known(self, old: int, new: int) -> bool:
        """Whether a reader knows a part again that stands elsewhere, alone."""
        one, other = self._old[old], self._new[new]
        if (one.key and one.key == other.key) or one.text == other.text:
            return bool(one.text or one.key)
        return len(self._words(other)) >= _WORDS and self._alike(old, new, _MOVED) >= _MOVED


def _weight(part: Part) -> int:
    return len(part.text) + part.weight


def _text_of(part: Part) -> object:
    return _name(part) if part.text else None


def _name(part: Part) -> object:
    return (part.kind, part.text) if part.fixed else part.text


def _once(named: Iterable[tuple[object, int]]) -> dict[object, int]:
    """Where each name stands that stands once; None is no name."""
    places: dict[object, list[int]] = defaultdict(list)
    for name, at in named:
        if name is not None:
            places[name].append(at)
    return {name: at[0] for name, at in places.items() if len(at) == 1}
