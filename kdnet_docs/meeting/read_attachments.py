"""Somebody else's file read as a secretary does: whether it is a draft, and whom it tells of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.attachments import Examined
from kdnet_docs.checks.reading.cpr import cpr_numbers
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.ooxml.leftovers import Kind as Left
from kdnet_docs.ooxml.leftovers import leftovers, words_of
from kdnet_docs.sources.file_kinds import Kind
from kdnet_docs.tagged_pdf.page_texts import read_shown
from kdnet_docs.tagged_pdf.verdicts import Unusable

_DRAFT = re.compile(
    r"(?<![^\W\d_])(?:udkast(?:et)?|kladden?|foreløbige?t?|arbejds(?:udgave|udkast|dokument)|draft)(?![^\W\d_])",
    re.IGNORECASE,
)
_CHANGES_MEANT = re.compile(r"ændring|rettelse|synlig|sammenlign|redline|track", re.IGNORECASE)
"""What the title of a bilag says whose changes are to be seen."""
_STAMPED = re.compile(r"^\W*(?:UDKAST|KLADDE|FORELØBIG|DRAFT)\W*$", re.MULTILINE)
_NO_PATH = re.compile(r"(?!)")


def proofread_attachment(
    bilag: Bilag, examined: Examined, today: date, *, is_closed: bool
) -> Iterator[Diagnostic]:
    """A finding if the file says of itself that it is a draft, and one if a CPR number stands in it."""
    read = _read(examined.content, examined.kind)
    if found := _says_draft(bilag, examined, read):
        hint = msg('ask for the finished one, or say "udkast" in its title')
        yield _finding(Code.ATTACHED_DRAFT, bilag, found, hint)
    if is_closed:
        return
    for page, text in enumerate(read.pages, start=1):
        if next(cpr_numbers(text, today), None):
            yield _finding(
                Code.PERSONAL_NUMBER,
                bilag,
                msg('a CPR number stands in the file of "{title}"', title=bilag.title)
                if examined.kind is not Kind.PDF
                else msg(
                    'a CPR number stands in the file of "{title}", page {page}', title=bilag.title, page=page
                ),
                msg('ask for it without, or close the bilag with "closed: true"'),
            )
            return


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a file by its pages, one where it has none; what is left in it, and its watermarks."""

    pages: tuple[str, ...] = ()
    left: frozenset[Left] = frozenset()
    marks: str = ""


@lru_cache(maxsize=100)
def _read(content: bytes, kind: Kind) -> _Read:
    """What can be read of a file of a kind that is read."""
    if kind is Kind.PDF:
        shown = read_shown(content)
        return _Read(() if isinstance(shown, Unusable) else shown.pages)
    if kind is Kind.DOCX:
        try:
            left = leftovers(content, _NO_PATH)
            marks = "\n".join(one.what for one in left if one.kind is Left.WATERMARK)
            words = "\n".join(words_of(content).values())
            return _Read((words,), frozenset(one.kind for one in left), marks)
        except Exception:  # noqa: BLE001 - what a damaged file makes the readers raise is not to be foreseen
            return _Read()
    return _Read()


def _says_draft(bilag: Bilag, examined: Examined, read: _Read) -> Message | None:
    title = str(bilag.title)
    if Left.CHANGE in read.left and not _CHANGES_MEANT.search(title):
        return msg('there are tracked changes in the file of "{title}"', title=title)
    if Left.COMMENT in read.left:
        return msg('there are comments in the file of "{title}"', title=title)
    if _DRAFT.search(title) or bilag.watermark:
        return None
    name = PurePosixPath(bilag.file or "").name
    if found := _DRAFT.search(name):
        return msg('the file of "{title}" is called "{word}"', title=title, word=found[0])
    called = examined.inspected.title if examined.inspected else None
    if found := _DRAFT.search(called or ""):
        return msg('the file of "{title}" calls itself "{word}"', title=title, word=found[0])
    first = read.pages[0] if examined.kind is Kind.PDF and read.pages else ""
    if _STAMPED.search(first) or _DRAFT.search(read.marks):
        return msg('the file of "{title}" bears the mark of a draft', title=title)
    return None


def _finding(code: Code, bilag: Bilag, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(code=code, message=message, span=bilag.span_of("file"), hint=hint)
