"""Somebody else's file as it goes into a package: as it came, and as the PDF that is bound with the rest."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.attachments import Examined, inspected_pdf
from kdnet_docs.meeting.keys import templates_key
from kdnet_docs.meeting.maker import Maker
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.ooxml.printed_dates import with_printed_dates
from kdnet_docs.render.pdf.libreoffice import convert
from kdnet_docs.render.pdf.picture import picture_page
from kdnet_docs.sources.file_kinds import Kind, family_of
from kdnet_docs.tagged_pdf.verdicts import Inspected

_MANY_PAGES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of somebody else's as PDF. `findings` are warnings of the conversion, if there was one."""

    pdf: bytes
    inspected: Inspected
    findings: tuple[Diagnostic, ...]


def attachment(
    examined: Examined, bilag: Bilag, language: str, day: date, maker: Maker
) -> Attachment | Refused:
    """The file of a bilag as a PDF, or why it cannot go in.

    `language` is the file's, `day` the date of what is made from it.
    """
    if examined.inspected is not None:
        return Attachment(pdf=examined.content, inspected=examined.inspected, findings=())
    templates = maker.project.templates
    # A picture is set on a page of the house's; what LibreOffice converts is not.
    page = templates_key(templates, "pdf") if family_of(examined.kind) == "picture" else ""
    digest = sha256(examined.content).hexdigest()
    made_of = ("attachment", digest, page, str(bilag.title), language, str(day))
    pdf = maker.kept.get(made_of, lambda: _as_pdf(examined, bilag, language, day, templates))
    return pdf if isinstance(pdf, Refused) else _converted(examined, pdf, bilag)


def _as_pdf(examined: Examined, bilag: Bilag, language: str, day: date, templates: Path) -> bytes | Refused:
    content, title, span = examined.content, str(bilag.title), bilag.span_of("file")
    match family_of(examined.kind):
        case "picture":
            page = picture_page(content, title, language, templates, day)
            return _pictured(page, title, span)
        case "text":
            if examined.kind is Kind.DOCX:
                content = with_printed_dates(content)
            made = convert(content, f".{examined.kind.value}", "writer", language)
        case "spreadsheet":
            made = convert(content, f".{examined.kind.value}", "calc", language)
        case "slides":
            made = convert(content, f".{examined.kind.value}", "impress", language)
        case "pdf":
            raise ValueError("a PDF needs no conversion")
    return _told(made, span, msg("save it as PDF in the program that it was made in, and name the PDF here"))


def _pictured(page: bytes | Refused, title: str, span: Span) -> bytes | Refused:
    """The page; where there is none it is the picture's fault, for all else of the page is ours."""
    if isinstance(page, bytes) or all(one.code is not Code.ENGINE_FAILED for one in page.diagnostics):
        return page
    return Refused(
        (
            Diagnostic(
                code=Code.ATTACHMENT_BROKEN,
                message=msg('the picture of "{title}" is damaged, or of an unusual kind', title=title),
                span=span,
                hint=msg("save it anew as PNG or JPEG in ordinary colours (RGB), or as PDF"),
            ),
        )
    )


def _told(made: bytes | Refused, span: Span, instead: Message) -> bytes | Refused:
    """What an engine made; if it could not, the finding stands at the bilag and says what to do instead."""
    if isinstance(made, bytes):
        return made
    about_file = (Code.ENGINE_MISSING, Code.ENGINE_FAILED)
    return Refused(
        tuple(
            replace(finding, span=span, hint=instead) if finding.code in about_file else finding
            for finding in made.diagnostics
        )
    )


def _converted(examined: Examined, pdf: bytes, bilag: Bilag) -> Attachment | Refused:
    title, span = str(bilag.title), bilag.span_of("file")
    result = inspected_pdf(pdf, bilag, converted=True)
    if isinstance(result, Refused):
        return result
    if result.inspected is None:
        raise ValueError("a PDF that is not inspected")
    # Of a picture it has been said already that it is one.
    findings = [] if examined.findings else [*result.findings]
    pages = len(result.inspected.pages)
    if family_of(examined.kind) == "spreadsheet" and pages > _MANY_PAGES:
        findings.append(
            Diagnostic(
                code=Code.ATTACHMENT_PAGES,
                message=msg('the sheets of "{title}" fill {pages} pages', title=title, pages=pages),
                span=span,
                hint=msg(
                    "in Excel, choose what is printed and fit it to one page in width; then save it again"
                ),
            )
        )
    return Attachment(
        pdf=pdf,
        inspected=result.inspected,
        findings=tuple(findings),
    )
