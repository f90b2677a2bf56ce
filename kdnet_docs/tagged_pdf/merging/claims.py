"""What the whole may say of itself: the least that a part says, if nothing contradicts it."""

from collections.abc import Iterable, Iterator

from kdnet_docs.tagged_pdf.verdicts import Claims, Lack

# A title and a language the whole has for each part; a page that is a picture may well be tagged as one.
_NO_HARM = frozenset({Lack.TITLE, Lack.LANGUAGE, Lack.SCAN})
# What PDF/UA does not ask for.
_NOT_UA = frozenset({Lack.A_CLAIM, Lack.OUTPUT_INTENT, Lack.ARCHIVABLE, Lack.COLOURS})
_NOT_A = frozenset({Lack.FONT_NOT_EMBEDDED, Lack.ARCHIVABLE, Lack.COLOURS})
_NOT_LEVEL_A = frozenset({Lack.UNTAGGED, Lack.CONTENT_TAGS, Lack.TAG_CONTENT, Lack.TAG_ROLE})
_LEVELS = "bua"
# PDF/A-3 demands what PDF/A-2 does, and more than PDF/A-1: no .notdef glyphs shown (ISO 19005-3, 6.2.11.8),
# and at level a replacement text for characters of private use (6.2.11.7.3).
_PARTS = "23"
_NOTHING_LACKS = Claims(pdf_ua=True, pdf_a="3a")


def of_part(claims: Claims, lacks: Iterable[Lack]) -> Claims:
    """What is true of a part, as far as can be seen."""
    found = frozenset(lacks) - _NO_HARM
    level = _level(claims)
    if found & _NOT_A:
        level = None
    elif level == "a" and found & _NOT_LEVEL_A:
        level = "b"
    return Claims(pdf_ua=claims.pdf_ua and not found - _NOT_UA, pdf_a=level and f"3{level}")


def of_stamp(claims: Claims, *, colours_agree: bool) -> Claims:
    """What a page may still claim that a PDF is stamped on; a stamp is an artifact, and needs no tags."""
    level = _level(claims)
    pdf_a = None if level is None else "3b" if level == "b" else "3a"
    return Claims(pdf_ua=claims.pdf_ua or level is not None, pdf_a=pdf_a if colours_agree else None)


def lacks_of_stamp(claims: Claims, *, colours_agree: bool) -> Iterator[Lack]:
    """Why a page may claim less when the PDF is stamped on it."""
    if of_stamp(claims, colours_agree=True) != _NOTHING_LACKS:
        yield Lack.STAMP_CLAIM
    if not colours_agree:
        yield Lack.COLOURS


def of_all(each: Iterable[Claims]) -> Claims:
    """What is true of all."""
    every = list(each)
    levels = [one.pdf_a for one in every]
    known = [level for level in levels if level is not None]
    least = min(known, key=lambda level: _LEVELS.index(level[1]), default=None)
    return Claims(
        pdf_ua=all(one.pdf_ua for one in every),
        pdf_a=least if len(known) == len(levels) else None,
    )


def _level(claims: Claims) -> str | None:
    """The level of PDF/A; None for a part of PDF/A that has none, or that does not follow from PDF/A-3."""
    if claims.pdf_a is None or claims.pdf_a[0] not in _PARTS:
        return None
    return claims.pdf_a[1:] if claims.pdf_a[1:] in tuple(_LEVELS) else None
