"""A dictionary with the project's own words, asked as seldom as possible."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.dictionary.dictionaries import danish_dictionary
from kdnet_docs.checks.dictionary.verdicts import Verdicts
from kdnet_docs.checks.dictionary.word_list import WordList, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hunspell import Hunspell

    from kdnet_docs.sources.project import Project

VARIABLE = "KDNET_SPELLING"
"""The variable of the environment that turns spelling off where it says "off"."""

_SHORTEST, _LONG = 5, 8
"""Letters; of a shorter word any other is a slip away, and in a long one there may be two."""
_LONGEST = 45
"""Letters; a longer word is none, and takes hunspell long to take apart."""


class Speller:
    """Knows which words are Danish: those of a dictionary and those of the project."""

    def __init__(self, dictionary: Path, words: WordList, kept: Path) -> None:
        self._dictionary, self._words = dictionary, words
        self._verdicts = Verdicts(kept, _made_of(dictionary, words))

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right."""
        if self.forbids(word):
            return False
        if len(word) > _LONGEST:
            return True
        verdict = self._verdicts.words.get(word)
        if verdict is None:
            verdict = self._verdicts.words[word] = bool(self._hunspell.spell(word))
        return verdict

    def has(self, beginning: str) -> bool:
        """Whether a word of the dictionary begins so: one that it has, and not one that it takes apart."""
        return f"\n{beginning}" in self._stems_text

    def forbids(self, word: str) -> bool:
        """Whether the project's list says that a word is never right."""
        return word.lower().rstrip(".") in self._words.wrong

    def nearest(self, word: str, used: Iterable[str]) -> str | None:
        """A right word that was meant, perhaps: one that is `used` nearby, or else one of the dictionary."""
        if found := _nearest(word, used):
            return found
        found = self._verdicts.nearest.get(word)
        if found is None:
            found = self._verdicts.nearest[word] = _nearest(word, self._stems) or ""
        return found or None

    @property
    def unlike(self) -> tuple[Diagnostic, ...]:
        """A finding for each word of the list that is inflected like a word which is in no dictionary."""
        if self._verdicts.unlike is None:
            _ = self._hunspell
        unlike = frozenset(self._verdicts.unlike or ())
        return tuple(
            Diagnostic(
                code=Code.WORD_LIST,
                message=msg('the dictionary has no word "{word}" to inflect others like', word=entry.like),
                span=entry.span,
                hint=msg("name a common word with the same endings, or none"),
            )
            for entry in self._words.right
            if entry.like in unlike
        )

    def keep(self) -> None:
        """Keeps what was learnt for the next run."""
        self._verdicts.keep()

    @cached_property
    def _hunspell(self) -> Hunspell:
        from hunspell import Hunspell

        hunspell = Hunspell(self._dictionary.name, hunspell_data_dir=str(self._dictionary.parent))
        unlike = []
        for entry in self._words.right:
            if not entry.like:
                hunspell.add(entry.word)
            elif hunspell.add_with_affix(entry.word, entry.like):
                unlike.append(entry.like)
        self._verdicts.unlike = unlike
        return hunspell

    @cached_property
    def _stems_text(self) -> str:
        return self._dictionary.with_name(f"{self._dictionary.name}.dic").read_text("utf-8", "replace")

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        stems = (line.partition("/")[0] for line in self._stems_text.splitlines()[1:])
        return (*(entry.word for entry in self._words.right), *stems)


def find_speller(project: Project) -> Speller | Refused | None:
    """What knows Danish on this computer, or how to get it; None where spelling is turned off."""
    if os.environ.get(VARIABLE, "").strip().lower() == "off":
        return None
    dictionary = danish_dictionary()
    if dictionary is None:
        return _missing(msg("the spelling is not checked, for no Danish dictionary is found"), _GET_ONE)
    if find_spec("hunspell") is None:
        return _missing(
            msg("the spelling is not checked, for the library {name} is not installed", name="chunspell"),
            msg('install it with "pip install {name}"', name="chunspell"),
        )
    words = word_list(project)
    if isinstance(words, Refused):
        return words
    return _speller(dictionary, words, project.history / "build" / ".kdnet" / "spelling" / "words.json")


@lru_cache(maxsize=4)
def _speller(dictionary: Path, words: WordList, kept: Path) -> Speller:
    return Speller(dictionary, words, kept)


_GET_ONE = msg(
    'install LibreOffice with Danish, or on Debian and Ubuntu "{command}"', command="apt install hunspell-da"
)


def _missing(message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=Code.NO_DICTIONARY, message=message, hint=hint),))


def _made_of(dictionary: Path, words: WordList) -> str:
    """A digest of all that a verdict depends on; of the dictionary's files their sizes and times."""
    digest = sha256(words.source.text.encode("utf-8", "surrogatepass"))
    for ending in (".aff", ".dic"):
        path = dictionary.with_name(dictionary.name + ending)
        with suppress(OSError):
            state = path.stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is a slip away; of a long word two, if they leave its ending as it is."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    small = word[:1].lower() + word[1:]
    if len(small) < _SHORTEST:
        return None
    most = 2 if len(small) > _LONG else 1
    # A word in small letters is no name.
    likely = tuple(one for one in known if word != small or one.islower())
    found = process.extract(small, likely, scorer=OSA.distance, score_cutoff=most, limit=5)
    for name, distance, _ in found:
        if name != small and (distance == 1 or name[-2:] == small[-2:]):
            return word[:1] + name[1:] if name[:1] == small[:1] else name
    return None
