"""Characters that the house's fonts cannot show, found before an engine stumbles over them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Document,
    Generated,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
    Text,
)
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.ooxml.fonts import font_files
from kdnet_docs.render.pdf.payload import families

# Every face has the printable characters of Windows-1252, so that for most documents no font need be opened.
# The others here leave no mark of their own: line breaks and tabs become room, and engines drop joiners and
# soft hyphens that they have no use for.
_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(
    bytes(range(0x80, 0x100)).decode("cp1252", errors="ignore")
)
_UNSEEN = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060")


def missing_in_house(document: Document, templates: Path) -> tuple[Diagnostic, ...]:
    """The same for the house's own fonts; that a house cannot be read is told of where it is needed."""
    if not any(_unusual(words) for words, _ in _wordings(document)):
        return ()
    # Most documents get here without the library that reads Word files.
    from kdnet_docs.ooxml.house_reader import read_house

    house = read_house(templates)
    return () if isinstance(house, Refused) else missing_glyphs(document, families(house))


def missing_in_words(words: str, span: Span, templates: Path) -> tuple[Diagnostic, ...]:
    """The same for words that stand by themselves, as a watermark does."""
    if not _unusual(words):
        return ()
    from kdnet_docs.ooxml.house_reader import read_house

    house = read_house(templates)
    unshown = () if isinstance(house, Refused) else _missing(words, tuple(families(house)))
    return (missing(unshown, span),) if unshown else ()


def missing_glyphs(document: Document, fonts: Sequence[str]) -> tuple[Diagnostic, ...]:
    """A finding for each piece of wording with characters that none of these families of fonts has.

    Code is set in a font of the engine's own and is left to the engine. So is a house whose fonts are not
    at hand: the fault is not with the wording then.
    """
    if not any(font_files(family) for family in fonts):
        return ()
    found = [
        (characters, span)
        for words, span in _wordings(document)
        if (characters := _missing(words, tuple(fonts)))
    ]
    placed = {character for characters, span in found if span for character in characters}
    # What stands on the cover and in the margins has lost its place, and mostly stands in the text as well.
    loose = {character for characters, span in found if not span for character in characters} - placed
    findings = [missing(characters, _place(characters[0], span)) for characters, span in found if span]
    findings += [missing(character, _somewhere(character, document)) for character in sorted(loose)]
    return tuple(dict.fromkeys(findings))


def _place(character: str, span: Span) -> Span:
    """Where the character stands in the wording, if it stands there as itself."""
    at = span.source.text.find(character, span.start, span.end)
    return Span(span.source, at, at + 1) if at >= 0 else span


def _somewhere(character: str, document: Document) -> Span | None:
    """Where the character stands first in the source, if it stands there as itself."""
    # What goes along of the source lacks its comments: its lines are counted otherwise.
    spans = (block.span for block in blocks_within(document.blocks))
    source = next((span.source for span in spans if span), None)
    at = source.text.find(character) if source else -1
    return Span(source, at, at + 1) if source and at >= 0 else None


def _missing(words: str, families: tuple[str, ...]) -> tuple[str, ...]:
    unusual = _unusual(words)
    return tuple(sorted(unusual - _shown(families))) if unusual else ()


def _unusual(words: str) -> set[str]:
    return set(words) - _PLAIN - _UNSEEN


@cache
def _shown(families: tuple[str, ...]) -> frozenset[str]:
    """The characters that all four faces of one of the families have."""
    shown: set[str] = set()
    for family in families:
        faces = [_characters(file) for file in font_files(family)]
        shown |= set.intersection(*faces) if faces else set()
    return frozenset(shown)


def _characters(file: Path) -> set[str]:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


def missing(characters: Iterable[str], span: Span | None = None) -> Diagnostic:
    """The finding that no font has these characters."""
    return Diagnostic(
        code=Code.MISSING_GLYPH,
        message=msg("the house font has no sign for {characters}", characters=_named(characters)),
        span=span,
        hint=msg("write it with other characters, or choose a font that has it in the house template"),
    )


def _named(characters: Iterable[str]) -> str:
    """The characters with number and name: ‑ (U+2011 NON-BREAKING HYPHEN); an unseen one by these alone."""
    return ", ".join(
        f"{character} ({_number(character)})" if character.isprintable() else _number(character)
        for character in characters
    )


def _number(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _wordings(document: Document) -> Iterator[tuple[str, Span | None]]:
    yield from ((words, None) for words in (document.title, document.author, document.watermark or ""))
    for block in blocks_within(document.blocks):
        yield from _own_wordings(block)


def _own_wordings(block: Block) -> Iterator[tuple[str, Span | None]]:
    for inline in own_inlines(block):
        if isinstance(inline, Text | Generated):
            yield inline.text, inline.span
    match block:
        case Heading():
            yield block.number.label if block.number else "", block.span
        case Contents():
            yield block.title, block.span
        case Signatures():
            for party in block.signatories:
                yield f"{party.heading}{party.date_line}{party.name}{party.title}", party.span
        case Paragraph() | List() | Quote() | CodeBlock() | Rule() | Table():
            pass
        case _:
            assert_never(block)
