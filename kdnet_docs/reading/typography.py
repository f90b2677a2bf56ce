"""Whether two stretches of words differ only in signs or spelling, and say the same."""

import re

from rapidfuzz.distance import Levenshtein

from kdnet_docs.reading.languages import lexicon

_QUOTES = dict.fromkeys(map(ord, '"“”„«»‟'), '"') | dict.fromkeys(map(ord, "'‘’‚‹›´`"), "'")
_DASHES = dict.fromkeys(map(ord, "-–—‐‑−"), "-")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_SIGNS = str.maketrans(_QUOTES | _DASHES | _NOTHING | {ord("…"): "..."})
_JOINTS = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])|(?<=[^\W\d_])['](?=[^\W\d_])")
_SPACES = re.compile(
    r"(?<=[^\W\d_]) (?=[^\W\d_])|(?<=[.,:;(\[\"]) (?!\d)| (?=[.,:;)\]\"%])"
    r"|(?<=\d) (?=-)|(?<=-) (?=\d)|(?<=\d) (?=[^\W\d])"
)
_STOPS = re.compile(r"\.(?=[.:;])")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pkt|nr|stk|mio|mia|kr|pct|jf|ca|mv|osv|etc|kap|art|ift|iht|hhv|inkl|ekskl|pr|bl\. ?a)\.?$"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 6
_LETTERS = 2
# "afgive" and "angive" are two words, not one that was spelled wrong.
_PREFIXES = re.compile(
    r"(?:af|an|be|bi|efter|for|fra|frem|gen|ind|med|mis|mod|ned|om|op|over|på|sam|til|u|ud|under|ved|"
    r"dis|ex|im|in|ir|mis|non|over|pre|re|sub|trans|un|under)"
)
# Whole and half, more and less: a letter here is a figure.
_MEASURES = re.compile(r"h[ea]l|årlig|måned|uge|dag|dobbel|tredje|kvart|procent|mindst|mindre|flere|færre")


def only_typography(old: str, new: str, language: str, *, ends: bool = False) -> bool:
    """Whether the two differ in quotes, hyphens, spaces or the spelling of words, and in nothing else.

    Both are stretches of whole words. `ends` says that they close a paragraph, where a full stop more or
    less says nothing.
    """
    one, other = _signs(old), _signs(new)
    if ends or _ABBREVIATED.search(one) or _ABBREVIATED.search(other):
        one, other = one.rstrip(". "), other.rstrip(". ")
    if _bare(one) == _bare(other):
        return True
    before, after = _WORDS.findall(one), _WORDS.findall(other)
    if len(before) != len(after) or _WORDS.sub("", _bare(one)) != _WORDS.sub("", _bare(other)):
        return False
    return all(a == b or spelling(a, b, language) for a, b in zip(before, after, strict=True))


def spelling(old: str, new: str, language: str) -> bool:
    """Whether a word is another one spelled right: a letter or two inside a long word.

    Beginnings and endings carry meaning ("uenig", "kommuner"), and so do words that bind or count.
    """
    one, other = old.lower(), new.lower()
    if (old[:1].isupper(), old.isupper()) != (new[:1].isupper(), new.isupper()):
        return False
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or _ending(one) != _ending(other):
        return False
    if {one, other} & _telling(language) or _MEASURES.search(one) or _MEASURES.search(other):
        return False
    prefixes = [match[0] for word in (one, other) if (match := _PREFIXES.match(word))]
    if len(prefixes) == 1 or (len(prefixes) > 1 and prefixes[0] != prefixes[1]):
        return False
    return 0 < Levenshtein.distance(one, other) <= _LETTERS


def _signs(text: str) -> str:
    """The text with one sign for each kind of quote, dash and space."""
    return re.sub(r"\s+", " ", text.translate(_SIGNS))


def _bare(text: str) -> str:
    """The text without what joins words or parts them, and without full stops before other signs."""
    for pattern in (_JOINTS, _SPACES, _STOPS):
        text = pattern.sub("", text)
    return text.strip()


def _ending(word: str) -> str:
    """The letters that say which form of the word it is; "vejlede" is "vejledte" spelled wrong."""
    return re.sub(r"dte$", "de", word)[-_LETTERS:]


def _telling(language: str) -> frozenset[str]:
    words = lexicon(language)
    return frozenset((*words.duties, *words.negations, *words.bounds, *words.numbers, *words.frequencies))
