"""Which value took the place of which, where the words around them changed as well.

Two values belong together only if they are of one nature (percentages, dates, obligations) and stand in
a small change or among the same words: a sentence written anew is not a figure that rose.
"""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.compare.facts.changed_leaves import Hunk
from kdnet_docs.reading.danish import DANISH
from kdnet_docs.reading.english import ENGLISH
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = DANISH.small | ENGLISH.small
_ARTICLES = DANISH.ones | ENGLISH.ones
_FEW = 8
_VERY_FEW = 3
_NEAR = 3
_STEM = 4
_TIMES = ("date", "deadline", "period", "year")
_UNITS = ("pct.", "procentpoint", "promille", "kr.", "EUR", "GBP", "USD")


def counterparts(
    old_text: str, old: Sequence[Read], new_text: str, new: Sequence[Read], within: Hunk
) -> Iterator[tuple[Read | None, Read | None]]:
    """Each value with the one that took its place, then those without."""
    left = list(new)
    counts = (
        _count(old_text[within.old_start : within.old_end]),
        _count(new_text[within.new_start : within.new_end]),
    )
    for one in old:
        fitting = [other for other in left if _belong(old_text, one, new_text, other, max(counts))]
        if not fitting:
            yield one, None
            continue
        best = max(fitting, key=lambda other: len(_near(old_text, one) & _near(new_text, other)))
        left.remove(best)
        yield one, best
    yield from ((None, other) for other in left)


def _belong(old_text: str, old: Read, new_text: str, new: Read, words: int) -> bool:
    alike = bool(_near(old_text, old) & _near(new_text, new))
    one, other = old.value, new.value
    if isinstance(one, Figure) and isinstance(other, Figure):
        return _figures_belong(one, other, alike=alike, words=words)
    if old.kind in _TIMES and new.kind in _TIMES:
        return alike or words <= _FEW
    if old.kind == new.kind == "reference":
        return one.text.split()[0].lower() == other.text.split()[0].lower() and (alike or words <= _FEW)
    return old.kind == new.kind and old.kind in ("duty", "bound") and (alike or words <= _FEW)


def _figures_belong(one: Figure, other: Figure, *, alike: bool, words: int) -> bool:
    units = {one.unit, other.unit}
    if len(units) > 1 and units & set(_UNITS):
        return words <= _VERY_FEW
    if is_article(one) or is_article(other):
        # "en" and "et" are mostly articles: the same thing must be counted.
        return bool(_stems(one.unit) & _stems(other.unit))
    return alike or words <= _FEW


def is_article(one: Figure) -> bool:
    """Whether a figure is a word for one that is mostly an article."""
    return one.text.lower() in _ARTICLES


def count_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same, as far as their words tell: "36 måneder" and "3 år" do not."""
    if one.unit in _UNITS or other.unit in _UNITS:
        return one.unit == other.unit or "" in (one.unit, other.unit)
    return not (one.unit and other.unit) or bool(_stems(one.unit) & _stems(other.unit))


def counted_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing in other forms of its words: "lokale mål", "lokalt mål"."""
    if not one.unit or not other.unit or {one.unit, other.unit} & set(_UNITS):
        return False
    return _stems(one.unit) == _stems(other.unit)


def _near(text: str, one: Read) -> frozenset[str]:
    """The stems of the words right around a value, and of those in it."""
    before = _WORDS.findall(text[max(0, one.start - 80) : one.start])
    after = _WORDS.findall(text[one.end : one.end + 80])
    named = [word for word in before if word.lower() not in _SMALL][-_NEAR:]
    named += [word for word in after if word.lower() not in _SMALL][:_NEAR]
    return _stems(" ".join(named))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in words.split())


def _count(text: str) -> int:
    return len(_WORDS.findall(text))
