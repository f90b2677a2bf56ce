"""What is said to an author of somebody else's PDF: why it cannot go in, and what it lacks."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.verdicts import Inspected, Lack, Lacking, Reason, Unusable

_PRINT_ANEW = msg("open it and print it to a new PDF, or send it beside the package")


def unusable(verdict: Unusable, bilag: Bilag) -> Diagnostic:
    """The finding that a PDF cannot go into the package."""
    code, message, hint = _unusable(verdict.reason, str(bilag.title))
    return Diagnostic(code=code, message=message, span=bilag.span_of("file"), hint=hint)


def _unusable(reason: Reason, title: str) -> tuple[Code, Message, Message]:
    match reason:
        case Reason.BROKEN | Reason.EMPTY:
            return (
                Code.ATTACHMENT_BROKEN,
                msg('the file of "{title}" is damaged, and cannot be read', title=title),
                msg("ask for it again, or open it and print it to a new PDF"),
            )
        case Reason.ENCRYPTED:
            return (
                Code.ATTACHMENT_ENCRYPTED,
                msg('the file of "{title}" is locked with a password', title=title),
                msg("ask for it without a password, also where it can be opened and only its use is locked"),
            )
        case Reason.TOO_MANY_PAGES | Reason.TOO_LARGE:
            return (
                Code.ATTACHMENT_TOO_LARGE,
                msg('the file of "{title}" holds more than a package can', title=title),
                msg("put in the pages that the meeting needs, and send the rest beside the package"),
            )
        case Reason.SCRIPTS | Reason.LAUNCH:
            return (
                Code.ATTACHMENT_ACTIVE,
                msg('the file of "{title}" holds a program that could be run', title=title),
                _PRINT_ANEW,
            )
        case Reason.EXTERNAL | Reason.MULTIMEDIA:
            return (
                Code.ATTACHMENT_ACTIVE,
                msg('the file of "{title}" shows film or sound, or what lies in other files', title=title),
                _PRINT_ANEW,
            )
        case Reason.XFA:
            return (
                Code.ATTACHMENT_XFA,
                msg('the file of "{title}" is a form that only Adobe\'s programs can show', title=title),
                msg("open it in Adobe Acrobat and print it to a new PDF"),
            )
        case Reason.PORTFOLIO:
            return (
                Code.ATTACHMENT_PORTFOLIO,
                msg('the file of "{title}" is a folder of files (a PDF portfolio)', title=title),
                msg("take the files out, and name each as a bilag of its own"),
            )
        case Reason.SIGNED:
            return (
                Code.ATTACHMENT_SIGNED,
                msg('the file of "{title}" is signed, and the signature would be broken', title=title),
                msg("send it beside the package, or print it to a new PDF and name that as the bilag"),
            )
        case Reason.SHARED_PAGE | Reason.PARENT_TREE | Reason.STRUCTURE:
            return (
                Code.ATTACHMENT_TAGS,
                msg('the tags of the file of "{title}" are in disorder', title=title),
                _PRINT_ANEW,
            )
        case _:
            assert_never(reason)


def lacking(inspected: Inspected, bilag: Bilag) -> Iterator[Diagnostic]:
    """What keeps a PDF from being read out to those who cannot see it, and from being archived.

    What stands in the way most is told, and not what only follows from it.
    """
    pages: dict[Lack, list[Lacking]] = {}
    for one in inspected.lacks:
        pages.setdefault(one.lack, []).append(one)
    if bilag.language is not None:
        pages.pop(Lack.LANGUAGE, None)
    for lack in _told(inspected, frozenset(pages)):
        message, hint = _lack(lack, str(bilag.title), pages.get(lack, ()), whole=inspected.scanned)
        yield Diagnostic(code=Code.ATTACHMENT_LACKS, message=message, span=bilag.span_of("file"), hint=hint)


_IN_TAGS = (
    Lack.SCAN,
    Lack.LANGUAGE,
    Lack.ALTERNATIVE_TEXT,
    Lack.NOTE_ID,
    Lack.TAG_ROLE,
    Lack.LINK_CONTENTS,
    Lack.CONTENT_TAGS,
    Lack.ANNOTATION_TAGS,
)
_IN_ARCHIVES = frozenset({Lack.A_CLAIM, Lack.ARCHIVABLE})


def _told(inspected: Inspected, lacks: frozenset[Lack]) -> Iterator[Lack]:
    """A scan has no tags, and what has no tags has no alternative texts and no good claim either."""
    if Lack.UNTAGGED in lacks:
        yield Lack.SCAN if inspected.scanned else Lack.UNTAGGED
    else:
        in_tags = [lack for lack in _IN_TAGS if lack in lacks]
        yield from in_tags or lacks & {Lack.UA_CLAIM}
    if Lack.FONT_NOT_EMBEDDED in lacks:
        yield Lack.FONT_NOT_EMBEDDED
    elif lacks & _IN_ARCHIVES and Lack.UNTAGGED not in lacks:
        yield Lack.A_CLAIM


def _lack(lack: Lack, title: str, found: Sequence[Lacking], *, whole: bool) -> tuple[Message, Message]:
    """The words for a lack, of the whole file where it is scanned as a `whole`."""
    pages = _pages(sorted({page for one in found for page in one.pages}))
    match lack:
        case Lack.SCAN:
            message = (
                msg(
                    '"{title}" is scanned and has no text: the combined PDF cannot be read out there, '
                    "and does not call itself accessible (PDF/UA)",
                    title=title,
                )
                if whole
                else msg(
                    'pages of "{title}" are scanned and have no text that can be read out: page {pages}',
                    title=title,
                    pages=pages,
                )
            )
            return message, msg("ask for the document itself in place of a scan")
        case Lack.UNTAGGED:
            return (
                msg(
                    '"{title}" has no tags: a screen reader cannot tell its headings and tables from text, '
                    "and the combined PDF does not call itself accessible (PDF/UA)",
                    title=title,
                ),
                msg("ask for a tagged PDF: Word's own Save as PDF makes one, printing to PDF does not"),
            )
        case Lack.LANGUAGE:
            return (
                msg('"{title}" does not say which language it is in', title=title),
                msg(
                    'write "language: en" below it if it is English; otherwise the meeting\'s language counts'
                ),
            )
        case Lack.ALTERNATIVE_TEXT:
            return (
                msg(
                    'pictures in "{title}" have no description for those who cannot see them: page {pages}',
                    title=title,
                    pages=pages,
                ),
                msg("ask for the file with alternative texts"),
            )
        case Lack.LINK_CONTENTS:
            return (
                msg('links in "{title}" do not say where they lead: page {pages}', title=title, pages=pages),
                msg("ask for the file made as accessible PDF (PDF/UA)"),
            )
        case Lack.CONTENT_TAGS | Lack.ANNOTATION_TAGS | Lack.NOTE_ID | Lack.TAG_ROLE:
            return (
                msg('"{title}" has faulty tags: not all of it can be read out as it should', title=title),
                msg("ask for the file made as accessible PDF (PDF/UA)"),
            )
        case Lack.FONT_NOT_EMBEDDED:
            fonts = ", ".join(sorted({one.what for one in found}))
            return (
                msg(
                    '"{title}" lacks its fonts ({fonts}): it can look otherwise elsewhere',
                    title=title,
                    fonts=fonts,
                ),
                msg("ask for the file with its fonts embedded"),
            )
        case Lack.UA_CLAIM | Lack.TITLE:
            return (
                msg(
                    '"{title}" does not call itself accessible (PDF/UA), so the combined PDF does not',
                    title=title,
                ),
                msg("ask for the file as PDF/UA, if the package must be accessible as a whole"),
            )
        case Lack.A_CLAIM | Lack.OUTPUT_INTENT | Lack.ARCHIVABLE:
            return (
                msg(
                    '"{title}" is not fit for archives as PDF/A-3a, so the combined PDF is not either',
                    title=title,
                ),
                msg("ask for the file as PDF/A, if the package is to be archived as such"),
            )
        case _:
            assert_never(lack)


def _pages(numbers: Sequence[int]) -> str:
    """1, 2, 5: no more of them than help to find the place."""
    shown = ", ".join(map(str, numbers[:_PAGES_TOLD]))
    return f"{shown} …" if len(numbers) > _PAGES_TOLD else shown or "-"


_PAGES_TOLD = 8
