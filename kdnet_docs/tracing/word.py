"""Where words in a Word file come from, also after somebody has edited it and saved it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.anchored import EditedParagraph, find_base, read_paragraphs
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import Shown, read_shown
from kdnet_docs.tracing.found import Place, context_of
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.made_of import Laid, Piece, laid_out
from kdnet_docs.tracing.pdf import in_document, in_lines
from kdnet_docs.tracing.printed import Kind
from kdnet_docs.tracing.states import most_alike, state_of_attached, states_of_meetings

_GENERATED = "/@"
"""Comes in the ids of words within a block, before their number."""
_COUNTED = re.compile(r"^\s*(?:\d+[.)]\s*)+")
"""Numbers that Word counts itself, so that they are not among the words of the file."""


@dataclass(frozen=True, kw_only=True)
class WordFile:
    """A Word file of ours: its paragraphs as they are now, and the document as it was laid out when made."""

    paragraphs: tuple[EditedParagraph, ...]
    piece: Piece
    laid: Laid

    @cached_property
    def letters(self) -> Letters:
        """All its words as they are now."""
        return Letters("\n".join(one.text for one in self.paragraphs))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(accumulate(len(one.text) + 1 for one in self.paragraphs))

    def at(self, offset: int) -> int:
        """The number of the paragraph that stands at a place of its words."""
        return bisect_right(self._ends, offset)

    def blocks_at(self, number: int) -> list[str]:
        """The blocks that a paragraph is, or was."""
        return [block.partition(_GENERATED)[0] for block in self.paragraphs[number].blocks]


def read_word(project: Project, parts: Mapping[str, Element], commit: str) -> WordFile | Refused | None:
    """The file with its document; None for a file of somebody else."""
    base = find_base(parts)
    if base is None:
        return None
    paragraphs = read_paragraphs(parts, base)
    texts = [one.text for one in paragraphs]
    state = (
        state_of_attached(project, base.source_name, base.source_text.encode("utf-8", "replace"), commit)
        if base.source_text
        else most_alike(states_of_meetings(project, texts), texts)
    )
    if state is None:
        return None
    pdf = write_pdf(state.documents[0], project.templates)
    if isinstance(pdf, Refused):
        return pdf
    shown = read_shown(pdf)
    pages = shown.pages if isinstance(shown, Shown) else ("\n".join(texts),)
    laid = laid_out(project, state, pages)
    return WordFile(
        paragraphs=paragraphs, laid=laid, piece=Piece(pages=tuple(map(Letters, pages)), laid=laid)
    )


def places_in_word(file: WordFile, words: str) -> Iterator[Place]:
    """Every place where the words stand: of the document, around it, and what was written in."""
    own: defaultdict[str, list[Place]] = defaultdict(list)
    for place in in_document(file.piece, words):
        # The table of contents is the engine's, and has no anchors.
        if place.spots and place.spots[0].kind is Kind.CONTENTS:
            yield place
        else:
            own[place.block].append(place)
    written = []
    for start, end in file.letters.find(words) or file.letters.find(_COUNTED.sub("", words)):
        number = file.at(start)
        still = next((block for block in file.blocks_at(number) if own[block]), None)
        if still is not None:
            yield own[still].pop(0)
        elif file.blocks_at(number) or not _is_ours(file, file.paragraphs[number].text):
            written.append(_written_in(file, number, context_of(file.letters.text, start, end)))
    yield from in_lines(file.piece, words)
    yield from written


def _written_in(file: WordFile, number: int, context: str) -> Place:
    """What stands in the file and not in its source: near the block that it stands in or after."""
    laid, printed = file.laid, file.laid.state.printed
    before = (block for at in range(number, -1, -1) for block in file.blocks_at(at))
    passages = next(filter(None, map(printed.of_block, before)), printed.passages[:1])
    span = next((one.span for one in passages if one.span), None)
    pages = laid.layout.pages_of(passages[0].start, passages[-1].end) if passages else (0,)
    return Place(
        pages=tuple(page + 1 for page in pages),
        context=context,
        heading=printed.headings.get(passages[0].under, "") if passages else "",
        state=laid.state,
        near=original_of(span) if span else None,
        note="written-in",
    )


def _is_ours(file: WordFile, text: str) -> bool:
    """Whether a paragraph without an anchor is one of the cover, of the table of contents, or of a table."""
    own = Letters(text).letters
    lines = {Letters(line.text).letters for lines in file.laid.around for line in lines}
    title = own.rstrip("0123456789")
    return own in lines or bool(title and title in file.laid.state.printed.letters.letters)
