"""A sentence that ends without a full stop."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.abbreviations import ADDRESS, ends_word
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, Leaf
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Strong
from kdnet_docs.document.walk import blocks_within

_VERB = re.compile(
    r"\b(?:er|var|har|havde|skal|skulle|kan|kunne|vil|ville|må|måtte|bør|burde|bliver|blev|sker|skete|indgår|indgik|"
    r"omfatter|udgør|gælder|træder|følger|fremgår|modtager|varetager|sikrer|deltager|består|kræver|giver|får|fik|"
    r"tager|finder|opgøres|afholdes|fastsættes|aftales|udarbejdes|afrapporterer|afrapporteres|tilbyder|bidrager)\b"
)
_QUOTED = re.compile(r"[\"”“»][^\"”“«»]*[\"”“«]")
_INNER_END = re.compile(r"(?<=[^\W\d_]{4})[.!?] (?=[A-ZÆØÅ])")
_LAST_WORD = re.compile(r"(?P<word>[\w%§]+)(?P<closing>[)\"”»]*)$")
_LEADS_ON = re.compile(r"\b(?:og|eller|samt|at|som|herunder|følgende|efter|således|til|for|med|af|om|i|på)$")
_STARTS = re.compile(r"[\"”“»(]?[A-ZÆØÅ0-9]")
_CONTINUED = frozenset({"item", "table", "caption", "quote", "code"})
_FEWEST_WORDS = 6
_MOST = 0.75


def full_stops(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each sentence at the end of a paragraph that lacks its full stop.

    Cells and paragraphs are each judged by their like: where most have none, none is missing.
    """
    apart = _followed(subject.anatomy) | _titles(subject.anatomy)
    sentences = [
        passage for passage in subject.passages if passage.is_danish and _is_sentence(passage, apart)
    ]
    for kinds in (frozenset({"paragraph", "quote"}), frozenset({"cell"}), frozenset({"item"})):
        yield from _missing([passage for passage in sentences if passage.leaf.kind in kinds])


def _missing(alike: Sequence[Passage]) -> Iterator[Diagnostic]:
    lacking = [(passage, last) for passage in alike if (last := _last_word(_text(passage)))]
    if len(lacking) > len(alike) * (1 - _MOST) and len(alike) > 1:
        return
    for passage, last in lacking:
        yield from found(
            Code.NO_FULL_STOP,
            passage,
            last.span(),
            (msg("the sentence has no full stop"), msg("put a full stop after it")),
            passage.edit(*last.span(), f"{last[0]}."),
        )


def _last_word(text: str) -> re.Match[str] | None:
    """The word at the very end, with what closes after it; None after a sign."""
    return _LAST_WORD.search(text, text.rfind(" ") + 1)


def _text(passage: Passage) -> str:
    return passage.text.rstrip(f"{NOTE_MARK}\n ")


def _is_sentence(passage: Passage, apart: frozenset[str]) -> bool:
    """Whether the words are one for certain: they say something, and nothing goes on after them."""
    text = _text(passage)
    if passage.leaf.kind == "heading" or passage.leaf.id in apart or "\n" in text:
        return False
    if len(text.split()) < _FEWEST_WORDS or not _STARTS.match(text):
        return False
    if not _VERB.search(_QUOTED.sub("", text)):
        return False
    if _LEADS_ON.search(text) or ADDRESS.search(text.rpartition(" ")[2]):
        return False
    return passage.leaf.kind != "item" or any(
        ends_word(text, end.start()) for end in _INNER_END.finditer(text)
    )


def _followed(anatomy: Anatomy) -> frozenset[str]:
    """The leaves that a list, a table or a quotation follows, which may be their end."""
    notes = {block.id for note in anatomy.notes.values() for block in blocks_within(note.blocks)}
    leaves = [leaf for leaf in anatomy.leaves.values() if leaf.id not in notes]
    return frozenset(one.id for one, other in pairwise(leaves) if _leads_to(one, other))


def _titles(anatomy: Anatomy) -> frozenset[str]:
    """The leaves that stand in bold as a whole, as titles do."""
    return frozenset(
        one.leaf
        for one in placed(anatomy)
        if isinstance(one.inline, Strong) and one.text.strip() == anatomy.leaves[one.leaf].text.strip()
    )


def _leads_to(one: Leaf, other: Leaf) -> bool:
    return other.kind in _CONTINUED and one.kind != "item"
