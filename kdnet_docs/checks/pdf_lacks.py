"""What an author is told of what a PDF lacks for those who have it read out, and for archives."""

from collections.abc import Container, Iterator, Sequence
from typing import assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.pdf_findings import shortened
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.merging.claims import of_part
from kdnet_docs.tagged_pdf.verdicts import Inspected, Lack, Lacking


def lacking(inspected: Inspected, bilag: Bilag, *, converted: bool = False) -> Iterator[Diagnostic]:
    """What keeps a PDF from being read out to those who cannot see it, and from being archived: at most one.

    What stands in the way is told, and not what only follows from it. Of what is `converted` here nobody
    can be asked for a better PDF, and archives are not spoken of.
    """
    found: dict[Lack, list[Lacking]] = {}
    for one in inspected.lacks:
        found.setdefault(_FAULTY.get(one.lack, one.lack), []).append(one)
    if bilag.language is not None:
        found.pop(Lack.LANGUAGE, None)
    claimed = of_part(inspected.claims, found)
    told = tuple(_told(inspected, found, archived=converted or claimed.pdf_a is not None))
    if told:
        named = [_named(lack, found.get(lack, ()), whole=inspected.scanned) for lack in told]
        message = _consequence(
            str(bilag.title),
            _listed(named),
            accessible=claimed.pdf_ua or told == (Lack.LANGUAGE,),
            archived=converted or claimed.pdf_a is not None or told == (Lack.LANGUAGE,),
        )
        hint = _SAVE_ACCESSIBLE if converted else _wanted(told)
        yield Diagnostic(code=Code.ATTACHMENT_LACKS, message=message, span=bilag.span_of("file"), hint=hint)


# Tags that are there, but cannot be trusted, are one thing to an author.
_FAULTY = {
    Lack.ANNOTATION_TAGS: Lack.CONTENT_TAGS,
    Lack.NOTE_ID: Lack.CONTENT_TAGS,
    Lack.TAG_ROLE: Lack.CONTENT_TAGS,
    Lack.TAG_CONTENT: Lack.CONTENT_TAGS,
}
_IN_TAGS = (Lack.SCAN, Lack.CONTENT_TAGS, Lack.ALTERNATIVE_TEXT, Lack.LINK_CONTENTS, Lack.LANGUAGE)
_IN_ARCHIVES = frozenset({Lack.A_CLAIM, Lack.ARCHIVABLE})


def _told(inspected: Inspected, lacks: Container[Lack], *, archived: bool) -> Iterator[Lack]:
    """A scan has no tags, and what has no tags has no alternative texts and no good claim either."""
    if Lack.UNTAGGED in lacks:
        yield Lack.SCAN if inspected.scanned else Lack.UNTAGGED
    else:
        in_tags = [lack for lack in _IN_TAGS if lack in lacks]
        yield from in_tags or [lack for lack in (Lack.UA_CLAIM,) if lack in lacks]
    if Lack.FONT_NOT_EMBEDDED in lacks:
        yield Lack.FONT_NOT_EMBEDDED
    elif not archived and Lack.UNTAGGED not in lacks and any(lack in lacks for lack in _IN_ARCHIVES):
        yield Lack.A_CLAIM


def _named(lack: Lack, found: Sequence[Lacking], *, whole: bool) -> Message:
    """What is lacking, as it is called after "lacks"; of the whole file where it is scanned as a `whole`."""
    match lack:
        case Lack.SCAN:
            scanned = msg("text that can be read out (it is scanned)")
            return scanned if whole else _on_pages(msg("text on scanned pages"), found)
        case Lack.UNTAGGED:
            return msg("tags, by which a screen reader tells headings and tables from text")
        case Lack.LANGUAGE:
            return msg("a word on which language it is in")
        case Lack.ALTERNATIVE_TEXT:
            return _on_pages(msg("descriptions of pictures"), found)
        case Lack.LINK_CONTENTS:
            return _on_pages(msg("descriptions of links"), found)
        case Lack.CONTENT_TAGS | Lack.TAG_CONTENT | Lack.ANNOTATION_TAGS | Lack.NOTE_ID | Lack.TAG_ROLE:
            return _on_pages(msg("faultless tags"), found)
        case Lack.FONT_NOT_EMBEDDED:
            return msg("its fonts ({fonts})", fonts=shortened(sorted({one.what for one in found})))
        case Lack.UA_CLAIM | Lack.TITLE:
            return msg("the mark of an accessible file (PDF/UA)")
        case Lack.A_CLAIM | Lack.OUTPUT_INTENT | Lack.ARCHIVABLE | Lack.COLOURS | Lack.STAMP_CLAIM:
            return msg("what archives ask for (PDF/A)")
        case _:
            assert_never(lack)


def _on_pages(what: Message, found: Sequence[Lacking]) -> Message:
    pages = sorted({page for one in found for page in one.pages})
    return msg("{what} (page {pages})", what=what, pages=shortened(map(str, pages))) if pages else what


def _listed(named: Sequence[Message]) -> Message:
    listed = named[0]
    for number, one in enumerate(named[1:], start=2):
        listed = (
            msg("{some} and {last}", some=listed, last=one)
            if number == len(named)
            else msg("{some}, {another}", some=listed, another=one)
        )
    return listed


def _consequence(title: str, lacks: Message, *, accessible: bool, archived: bool) -> Message:
    """That the file lacks something, and what the combined PDF cannot call itself for that."""
    match accessible, archived:
        case True, True:
            return msg('"{title}" lacks {lacks}', title=title, lacks=lacks)
        case True, False:
            return msg(
                '"{title}" lacks {lacks}: the combined PDF does not call itself fit for archives (PDF/A)',
                title=title,
                lacks=lacks,
            )
        case False, True:
            return msg(
                '"{title}" lacks {lacks}: the combined PDF does not call itself accessible (PDF/UA)',
                title=title,
                lacks=lacks,
            )
        case _:
            return msg(
                '"{title}" lacks {lacks}: the combined PDF calls itself neither accessible (PDF/UA) '
                "nor fit for archives (PDF/A)",
                title=title,
                lacks=lacks,
            )


def _wanted(told: Sequence[Lack]) -> Message:
    """What to ask for, of whoever sent the file."""
    match told[0]:
        case Lack.SCAN:
            return msg("ask for the document itself in place of a scan")
        case Lack.UNTAGGED:
            return msg("ask for the document itself, as a Word file, or as PDF saved (not printed) from Word")
        case Lack.LANGUAGE:
            return msg(
                'write "language: en" below it if it is English; otherwise the meeting\'s language counts'
            )
        case Lack.FONT_NOT_EMBEDDED:
            return msg("ask for the file with its fonts embedded")
        case Lack.A_CLAIM:
            return msg("ask for the file as PDF/A, if the package is to be archived as such")
        case _:
            return msg("ask for it as accessible PDF (PDF/UA), if the package must be accessible as a whole")


_SAVE_ACCESSIBLE = msg(
    "if the package must be accessible, save it as accessible PDF in the program that it was made in, "
    "and name the PDF here"
)
