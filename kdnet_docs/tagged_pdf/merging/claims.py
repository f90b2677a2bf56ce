"""What the whole may say of itself: the least that a part says, if nothing contradicts it."""

from collections.abc import Iterable

from kdnet_docs.tagged_pdf.verdicts import Claims, Lack

# A title and a language the whole has for each part; a page that is a picture may well be tagged as one.
_NO_HARM = frozenset({Lack.TITLE, Lack.LANGUAGE, Lack.SCAN})
# What PDF/UA does not ask for.
_NOT_UA = frozenset({Lack.A_CLAIM, Lack.OUTPUT_INTENT, Lack.ARCHIVABLE})
_NOT_A = frozenset({Lack.FONT_NOT_EMBEDDED, Lack.ARCHIVABLE})
_NOT_LEVEL_A = frozenset({Lack.UNTAGGED, Lack.CONTENT_TAGS, Lack.TAG_ROLE})
_LEVELS = "bua"
_PARTS = "123"  # what PDF/A-1 and PDF/A-2 demand, PDF/A-3 does too


def of_part(claims: Claims, lacks: Iterable[Lack], *, broken: bool) -> Claims:
    """What is true of a part, as far as can be seen; its structure may be broken."""
    found = frozenset(lacks) - _NO_HARM
    level = _level(claims)
    if found & _NOT_A:
        level = None
    elif level == "a" and (broken or found & _NOT_LEVEL_A):
        level = "b"
    return Claims(pdf_ua=claims.pdf_ua and not broken and not found - _NOT_UA, pdf_a=level and f"3{level}")


def of_stamp(claims: Claims) -> Claims:
    """What a page may still claim that a PDF is stamped on; a stamp is an artifact, and needs no tags."""
    level = _level(claims)
    return Claims(
        pdf_ua=claims.pdf_ua or level is not None,
        pdf_a=None if level is None else "3b" if level == "b" else "3a",
    )


def of_all(each: Iterable[Claims], *, colours_agree: bool) -> Claims:
    """What is true of all."""
    every = list(each)
    levels = [one.pdf_a for one in every]
    known = [level for level in levels if level is not None]
    least = min(known, key=lambda level: _LEVELS.index(level[1]), default=None)
    return Claims(
        pdf_ua=all(one.pdf_ua for one in every),
        pdf_a=least if colours_agree and len(known) == len(levels) else None,
    )


def _level(claims: Claims) -> str | None:
    """The level of PDF/A; None for a part of PDF/A that has none, or that does not follow from PDF/A-3."""
    if claims.pdf_a is None or claims.pdf_a[0] not in _PARTS:
        return None
    return claims.pdf_a[1:] if claims.pdf_a[1:] in tuple(_LEVELS) else None
