"""Where words in a Word file come from, also after somebody has edited it and saved it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.anchored import EditedParagraph, find_base, read_paragraphs
from kdnet_docs.ooxml.base import Base
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import Shown, read_shown
from kdnet_docs.tracing.found import Place, context_of
from kdnet_docs.tracing.layout import share
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.made_of import Piece, piece_of
from kdnet_docs.tracing.pdf import in_document, in_lines
from kdnet_docs.tracing.printed import Kind, printed
from kdnet_docs.tracing.states import State, state_of_attached, state_of_meeting

_GENERATED = "/@"
"""Comes in the ids of words within a block, before their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """A Word file of ours: its paragraphs as they are now, and the document as it was laid out when made."""

    paragraphs: tuple[EditedParagraph, ...]
    piece: Piece

    @property
    def state(self) -> State:
        """What it was made from."""
        return self.piece.laid[0].state


def read_word(project: Project, parts: Mapping[str, Element], commit: str) -> WordFile | Refused | None:
    """The file with its document; None for a file of somebody else."""
    base = find_base(parts)
    if base is None:
        return None
    paragraphs = read_paragraphs(parts, base)
    state = _state(project, base, paragraphs, commit)
    if state is None:
        return None
    texts = [one.text for one in paragraphs]
    document = max(state.documents, key=lambda one: share(printed(one).text, texts))
    pdf = write_pdf(document, project.templates)
    if isinstance(pdf, Refused):
        return pdf
    shown = read_shown(pdf)
    pages = shown.pages if isinstance(shown, Shown) else ("\n".join(texts),)
    return WordFile(paragraphs=paragraphs, piece=piece_of(project, pages, state, (document,)))


def _state(project: Project, base: Base, paragraphs: Sequence[EditedParagraph], commit: str) -> State | None:
    if base.source_text:
        return state_of_attached(
            project, base.source_name, base.source_text.encode("utf-8", "replace"), commit
        )
    return state_of_meeting(project, [one.text for one in paragraphs], "")


def places_in_word(file: WordFile, words: str) -> Iterator[Place]:
    """Every place where the words stand, in the order of the pages, and then what was written in."""
    own = list(in_document(file.piece.laid[0], file.piece, words))
    blocks = _blocks(file, words)
    still, gone = dict(blocks), dict[str, int]()
    for place in own:
        block = place.block
        if place.spots and place.spots[0].kind is Kind.CONTENTS:
            yield place
        elif still.get(block, 0) > gone.get(block, 0):
            gone[block] = gone.get(block, 0) + 1
            yield place
    yield from in_lines(file.piece, words)
    yield from _written_in(file, words, gone)


def _blocks(file: WordFile, words: str) -> dict[str, int]:
    """How often the words stand in each block of the file as it is now."""
    counted: dict[str, int] = {}
    for paragraph in file.paragraphs:
        times = len(Letters(paragraph.text).find(words))
        for block in dict.fromkeys(map(_block, paragraph.blocks)):
            counted[block] = counted.get(block, 0) + times
    return counted


def _block(identity: str) -> str:
    return identity.partition(_GENERATED)[0]


def _written_in(file: WordFile, words: str, told: Mapping[str, int]) -> Iterator[Place]:
    """What stands in the file and not in its source: near the block that it stands in or after."""
    left = dict(told)
    laid, near = file.piece.laid[0], ""
    for paragraph in file.paragraphs:
        blocks = list(dict.fromkeys(map(_block, paragraph.blocks)))
        near = next(iter(blocks), near)
        for start, end in Letters(paragraph.text).find(words):
            if left.get(near, 0):
                left[near] -= 1
                continue
            if not blocks and _is_ours(file, paragraph.text):
                continue
            place = laid.printed.of_block(near)
            pages = laid.layout.pages_of(*place) if place else (0,)
            heading = next((one.under for one in laid.printed.passages if one.block == near), "")
            span = next((one.span for one in laid.printed.passages if one.block == near and one.span), None)
            yield Place(
                pages=tuple(page + 1 for page in pages),
                context=context_of(paragraph.text, start, end),
                heading=laid.printed.headings.get(heading, ""),
                state=laid.state,
                near=original_of(span) if span else None,
                note="written-in",
            )


def _is_ours(file: WordFile, text: str) -> bool:
    """Whether a paragraph without an anchor is one of the cover, of the table of contents, or of a table."""
    own = Letters(text).letters
    lines = (line.text for lines in file.piece.around for line in lines)
    return any(own == Letters(line).letters for line in lines) or bool(
        own and own.rstrip("0123456789") in Letters(file.piece.laid[0].printed.text).letters
    )
