"""Texts of the real contract with edits at random, each known: what a comparison of words has to find."""

import re
from dataclasses import dataclass
from functools import cache
from random import Random

from project_documents import document

from kdnet_docs.document.tree import Paragraph
from kdnet_docs.document.walk import blocks_within, plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedText:
    """A text before and after, and for each edit in turn the words that went and those that came."""

    old: str
    new: str
    edits: tuple[tuple[str, str], ...]


@cache
def texts() -> tuple[str, ...]:
    """The paragraphs of the real contract that have some length."""
    blocks = blocks_within(document("erhvervshus-midtjylland@2022").blocks)
    found = (plain_text(block.content) for block in blocks if isinstance(block, Paragraph))
    return tuple(text for text in found if len(text.split()) > 12)


def edited_text(random: Random) -> EditedText:
    """One paragraph, with an edit after each stretch of two to twenty words."""
    words = random.choice(texts()).split(" ")
    vocabulary = [word for text in texts() for word in text.split()]
    old: list[str] = []
    new: list[str] = []
    edits = []
    while words:
        kept = random.randint(2, 20)
        old += words[:kept]
        new += words[:kept]
        words = words[kept:]
        if len(words) > 4:  # what is left after an edit shows where it ends
            count, kind = random.randint(1, 3), random.choice(("replaced", "replaced", "out", "in", "in"))
            gone = [] if kind == "in" else words[:count]
            come = [] if kind == "out" else random.sample(vocabulary, random.randint(1, 4))
            if _is_clear(gone, come, old[-1], words[len(gone)]):
                edits.append((" ".join(gone), " ".join(come)))
                old += gone
                new += come
                words = words[len(gone) :]
    return EditedText(old=" ".join(old), new=" ".join(new), edits=tuple(edits))


def _is_clear(gone: list[str], come: list[str], before: str, after: str) -> bool:
    """Whether the edit is one: what went and came, and what stands beside them, share no word."""
    sets = [set(_words(words)) for words in (gone, come, [before], [after])]
    return all(one.isdisjoint(other) for at, one in enumerate(sets) for other in sets[at + 1 :])


def _words(words: list[str]) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", " ".join(words))
