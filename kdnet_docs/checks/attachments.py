"""A meeting's attachments: each is there, of a kind that can go in, and neither broken nor dangerous."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.progress import Progress, Step
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.pdf_findings import accompanied, unusable
from kdnet_docs.checks.pdf_lacks import lacking
from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.sources.attachments import read_attachment
from kdnet_docs.sources.file_kinds import FileKind, Kind, family_of, kind_by_name, kind_of
from kdnet_docs.sources.picture_size import picture_size
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.whole_picture import is_whole
from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Unusable

_MOST_PIXELS = 120_000_000
"""What a telephone's largest photograph has; a larger picture fills the memory."""
_LONGEST_WATERMARK = 80
"""Letters; in three lines across a page of A4 they are as large as a heading."""
_VERDICTS: dict[bytes, Inspected | Unusable] = {}
_MOST_VERDICTS = 500
_SHOWN = frozenset({Kind.PNG, Kind.JPEG, Kind.GIF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A file that can go into a package; `inspected` where it is a PDF already. `findings` are warnings."""

    content: bytes
    kind: Kind
    inspected: Inspected | None
    findings: tuple[Diagnostic, ...]


def attachments(
    project: Project, meeting: Meeting, progress: Progress
) -> Iterator[tuple[Bilag, Examined | Refused]]:
    """The files of others that a meeting names, each with what is found in it; nothing is converted."""
    files = [bilag for item in meeting.agenda for bilag in item.bilag if bilag.file is not None]
    for number, bilag in enumerate(files, start=1):
        progress(Step(number=number, of=len(files), title=str(bilag.title)))
        yield bilag, examine_attachment(project, bilag)


def examine_attachment(project: Project, bilag: Bilag) -> Examined | Refused:
    """The file of a bilag that has one, or why it cannot go in."""
    name, title, span = str(bilag.file), str(bilag.title), bilag.span_of("file")
    if len(bilag.watermark or "") > _LONGEST_WATERMARK:
        return Refused((_long_watermark(bilag),))
    content = read_attachment(project, name, span)
    if isinstance(content, Refused):
        return content
    found = kind_of(content)
    if refused := _unfit(found, content, name, title, span):
        return Refused((refused,))
    if found is None:
        raise ValueError("a file of no kind is unfit")
    if found.kind is Kind.PDF:
        return inspected_pdf(content, bilag)
    return Examined(
        content=content, kind=found.kind, inspected=None, findings=tuple(_pictured(found, title, span))
    )


def _long_watermark(bilag: Bilag) -> Diagnostic:
    return _finding(
        Code.BAD_VALUE,
        bilag.span_of("watermark"),
        msg(
            "the watermark is so long that it cannot be read: the most is {most} letters",
            most=_LONGEST_WATERMARK,
        ),
        msg("write it short, such as FORTROLIGT"),
    )


def inspected_pdf(content: bytes, bilag: Bilag, *, converted: bool = False) -> Examined | Refused:
    """A PDF, somebody's or `converted` here, with what it lacks and what lies in it."""
    verdict = _verdict(content)
    if isinstance(verdict, Unusable):
        return Refused((unusable(verdict, bilag),))
    findings = (*lacking(verdict, bilag, converted=converted), *accompanied(verdict, bilag))
    return Examined(content=content, kind=Kind.PDF, inspected=verdict, findings=findings)


def _verdict(content: bytes) -> Inspected | Unusable:
    """What is thought of a PDF, which takes a second for some hundred pages: it is looked at once."""
    digest = sha256(content).digest()
    if digest not in _VERDICTS:
        if len(_VERDICTS) >= _MOST_VERDICTS:
            _VERDICTS.clear()
        _VERDICTS[digest] = inspect(content)
    return _VERDICTS[digest]


def _unfit(found: FileKind | None, content: bytes, name: str, title: str, span: Span) -> Diagnostic | None:
    """Why a file cannot go in whatever its pages hold."""
    named = kind_by_name(name)
    if not content:
        return _finding(
            Code.ATTACHMENT_BROKEN, span, msg('the file of "{title}" is empty', title=title), _ASK_AGAIN
        )
    if found is None:
        return _of_no_kind(named, title, span)
    if found.encrypted:
        return _finding(
            Code.ATTACHMENT_ENCRYPTED,
            span,
            msg('the file of "{title}" is locked with a password', title=title),
            msg("ask for it without a password"),
        )
    if named is None or family_of(named) != found.family:
        return _finding(
            Code.ATTACHMENT_KIND,
            span,
            msg(
                'the file is called "{name}", but is a .{kind} file',
                name=PurePosixPath(name).name,
                kind=found.kind.value,
            ),
            msg('call it "{name}"', name=f"{PurePosixPath(name).stem}.{found.kind.value}"),
        )
    if found.macros:
        return _finding(
            Code.ATTACHMENT_ACTIVE,
            span,
            msg('the file of "{title}" holds macros, which are programs', title=title),
            msg("ask for it without macros, or as PDF"),
        )
    if found.family == "picture":
        return _unfit_picture(found, content, title, span)
    return None


def _of_no_kind(named: Kind | None, title: str, span: Span) -> Diagnostic:
    if named is None:
        return _finding(
            Code.ATTACHMENT_KIND,
            span,
            msg('the file of "{title}" is of a kind that cannot be a bilag', title=title),
            msg("save it as PDF, Word, Excel, PowerPoint, OpenDocument, PNG or JPEG"),
        )
    return _finding(
        Code.ATTACHMENT_BROKEN,
        span,
        msg('the file of "{title}" is damaged, or is no .{kind} file', title=title, kind=named.value),
        _ASK_AGAIN,
    )


def _unfit_picture(found: FileKind, content: bytes, title: str, span: Span) -> Diagnostic | None:
    if found.kind not in _SHOWN:
        return _finding(
            Code.ATTACHMENT_KIND,
            span,
            msg('the file of "{title}" is a picture of the kind {kind}', title=title, kind=found.kind.name),
            msg("save it as PDF, PNG or JPEG"),
        )
    size = picture_size(content)
    if size is None or not is_whole(content):
        return _finding(
            Code.ATTACHMENT_BROKEN,
            span,
            msg('the file of "{title}" is damaged, and cannot be read', title=title),
            _ASK_AGAIN,
        )
    if size[0] * size[1] > _MOST_PIXELS:
        return _finding(
            Code.ATTACHMENT_TOO_LARGE,
            span,
            msg(
                'the picture of "{title}" has {width} × {height} points',
                title=title,
                width=size[0],
                height=size[1],
            ),
            msg("save it smaller; 3000 × 4000 fill a page well"),
        )
    return None


def _pictured(found: FileKind, title: str, span: Span) -> Iterator[Diagnostic]:
    if found.family == "picture":
        yield _finding(
            Code.ATTACHMENT_LACKS,
            span,
            msg(
                '"{title}" is a picture: one who has the combined PDF read out hears only this title',
                title=title,
            ),
            msg("if there is text in it, ask for the document itself"),
        )


_ASK_AGAIN = msg("ask for it again, or save it as PDF and name the PDF here")


def _finding(code: Code, span: Span, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(code=code, message=message, span=span, hint=hint)
