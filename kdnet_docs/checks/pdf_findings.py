"""What is said to an author of somebody else's PDF: why it cannot go in, and what goes in with it."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.inspection import MAX_PAGES
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable

_PRINT_ANEW = msg("open it and print it to a new PDF, or send it beside the package")


def unusable(verdict: Unusable, bilag: Bilag) -> Diagnostic:
    """The finding that a PDF cannot go into the package."""
    code, message, hint = _unusable(verdict, str(bilag.title))
    return Diagnostic(code=code, message=message, span=bilag.span_of("file"), hint=hint)


def _unusable(verdict: Unusable, title: str) -> tuple[Code, Message, Message]:
    match verdict.reason:
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
                msg('the file of "{title}" has more than {most} pages', title=title, most=MAX_PAGES)
                if verdict.reason is Reason.TOO_MANY_PAGES
                else msg('the file of "{title}" holds more than a package can', title=title),
                msg("put in the pages that the meeting needs, and send the rest beside the package"),
            )
        case Reason.SCRIPTS | Reason.LAUNCH | Reason.PROGRAM:
            return Code.ATTACHMENT_ACTIVE, *_program(verdict, title)
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
            assert_never(verdict.reason)


def _program(verdict: Unusable, title: str) -> tuple[Message, Message]:
    if verdict.reason is not Reason.PROGRAM:
        return msg('the file of "{title}" holds a program that could be run', title=title), _PRINT_ANEW
    return (
        msg(
            'a program is attached inside the PDF of "{title}": {name}',
            title=title,
            name=verdict.detail,
        ),
        msg("do not open the program; print the PDF to a new one, and nothing is attached to that"),
    )


def accompanied(inspected: Inspected, bilag: Bilag) -> Iterator[Diagnostic]:
    """That files lie in a PDF, which nobody sees on its pages."""
    if inspected.files:
        yield Diagnostic(
            code=Code.ATTACHMENT_FILES,
            message=msg(
                'the PDF of "{title}" has files attached, which are sent with it: {names}',
                title=str(bilag.title),
                names=shortened(inspected.files),
            ),
            span=bilag.span_of("file"),
            hint=msg("look whether the meeting is to have them; if not, print the PDF to a new one"),
        )


def shortened(words: Iterable[str]) -> str:
    """1, 2, 5: no more of them than help to find the place."""
    every = list(words)
    return ", ".join(every[:_MOST_TOLD]) + (" …" if len(every) > _MOST_TOLD else "")


_MOST_TOLD = 8
