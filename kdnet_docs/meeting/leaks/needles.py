"""What is looked for: closed words, however they are spelled, set, or broken over lines.

Texts are compared by their letters and digits alone. So neither markup, spaces, hyphens nor the ends of lines
hide anything.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kdnet_docs.meeting.leaks.figures import days, millions
from kdnet_docs.meeting.leaks.names import names

RUN = 5
"""So many closed words in a row are looked for, wherever a sentence is cut off."""
SHORTEST = 4
"""Letters and digits; what is shorter stands in every file by chance."""

_HEAD = 12
_PARAMETER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = re.compile(r"\]\(([^)]*)\)")
_MARKS = re.compile(r"\[\^[^\]]*\]:?|^[ \t]*(?:\d+[.)]|[-*+>])[ \t]", re.MULTILINE)
_NUMBER = re.compile(r"(?<!\w)\d[\d.,\u00a0]*\d(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_ADDRESSES = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
"""How ids and the names of files spell what is not of English."""


def one_spelling(text: str) -> str:
    """A text however its letters are put together, in small ones."""
    # Of UTF-16 that was read as something else the letters are left, and words end where they do.
    return unicodedata.normalize("NFKC", text.replace("\0", "")).casefold()


def letters(text: str) -> str:
    """The letters and digits of a text, in one spelling."""
    return re.sub(r"[\W_]+", "", one_spelling(text))


@dataclass(frozen=True, slots=True)
class Needle:
    """`letters` of closed words; a `run` is one of several of a sentence, others are words as a whole.

    `is_plain` where the letters alone say little, a single word or a number: it is looked for as a word, and
    only among words. A name within a sentence `is_name`.
    """

    letters: str
    run: bool
    is_plain: bool
    is_name: bool = False

    @property
    def is_common(self) -> bool:
        """Whether the words are likely to stand elsewhere too without telling anything: a word, a year."""
        return self.is_plain and (not self.letters.isdigit() or bool(_YEAR.fullmatch(self.letters)))

    @property
    def is_told(self) -> bool:
        """Whether it is a number or a name within other words, which may be known for another reason."""
        return self.run and self.is_plain

    def found_in(self, text: str) -> re.Match[str] | None:
        """Where the words stand in `text` by themselves or in the genitive, and not within longer ones."""
        if self.letters.isdigit():
            pattern = "".join(map(_digit, range(len(self.letters), 0, -1), self.letters))
        else:
            pattern = r"[\W_]*".join(map(re.escape, self.letters)) + r"(?:\W?s)?"
        return re.search(rf"(?<![^\W_]){pattern}(?![^\W_])", text)


def _digit(left: int, digit: str) -> str:
    """A digit with what may stand before it: a space only where thousands begin, with `left` digits to go."""
    return (r"[\W_]?" if left % 3 == 0 else "[.,/-]?") + digit


def needles(text: str) -> Iterator[Needle]:
    """What is to be looked for of a closed text; nothing where that is too short."""
    for needle in _as_written(text):
        yield needle
        if (spelled := needle.letters.translate(_IN_ADDRESSES)) != needle.letters:
            yield replace(needle, letters=spelled)
    yield from (_figure(day) for day in days(text))


def _figure(written: str) -> Needle:
    return Needle(letters(written), run=True, is_plain=True)


def _as_written(text: str) -> Iterator[Needle]:
    plain = _MARKS.sub(" ", _ADDRESS.sub("] ", text))
    for match in _ADDRESS.finditer(text):
        if len(address := letters(match[1])) >= _HEAD:
            # An address by itself says little: others may lead there too.
            yield Needle(address, run=True, is_plain=False)
    for piece in _PARAMETER.split(plain):
        words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", piece).casefold())
        if len(words) >= RUN:
            runs = ("".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
            yield from (Needle(run, run=True, is_plain=False) for run in runs)
        elif len(whole := "".join(words)) >= SHORTEST:
            yield Needle(whole, run=False, is_plain=len(words) == 1 or whole.isdigit())
        # What is a number or a name as a whole has been looked for so.
        if len(words) >= RUN or not "".join(words).isdigit():
            yield from (_figure(number) for number in _NUMBER.findall(piece) if _tells(number))
        yield from (_figure(way) for number in _NUMBER.findall(piece) for way in millions(number))
        yield from (Needle(letters(name), run=True, is_plain=True, is_name=True) for name in names(piece))


def _tells(number: str) -> bool:
    return len(letters(number)) >= SHORTEST and not _YEAR.fullmatch(number)


@dataclass(slots=True)
class Haystack:
    """A text to look in."""

    text: str
    letters: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = one_spelling(self.text)
        self.letters = re.sub(r"[\W_]+", "", self.text)

    def has(self, needle: Needle) -> bool:
        """Whether the closed words stand in it."""
        if needle.letters not in self.letters:
            return False
        return not needle.is_plain or needle.found_in(self.text) is not None


class Search:
    """Looks for many needles at once."""

    def __init__(self, wanted: Iterable[Needle]) -> None:
        every = list(dict.fromkeys(wanted))
        self._short = [needle for needle in every if needle.is_plain or len(needle.letters) < _HEAD]
        self._long: dict[str, list[Needle]] = defaultdict(list)
        for needle in every:
            if not needle.is_plain and len(needle.letters) >= _HEAD:
                self._long[needle.letters[:_HEAD]].append(needle)

    def found(self, text: str, *, is_words: bool) -> Sequence[Needle]:
        """The needles in a text; plain ones only where it is words, and nothing for machines."""
        stack = Haystack(text)
        short = (needle for needle in self._short if (is_words or not needle.is_plain) and stack.has(needle))
        return (*short, *self._found_long(stack.letters))

    def _found_long(self, text: str) -> Iterator[Needle]:
        heads, known = self._long, self._long.keys()
        for at in range(len(text) - _HEAD + 1):
            head = text[at : at + _HEAD]
            if head in known:
                yield from (needle for needle in heads[head] if text.startswith(needle.letters, at))
