"""Writes a package: the files of a document alone, or those of a meeting."""

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.base.progress import Progress, Step
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.made import Made, MadeFile
from kdnet_docs.meeting.maker import Maker, made_file
from kdnet_docs.meeting.package import Package


def write(package: Package, maker: Maker, progress: Progress) -> Made | Refused:
    """Every file of a package, or all that stands in the way of one."""
    if package.meeting:
        # The merger is heavy, and a document alone does without it.
        from kdnet_docs.meeting.meeting_files import write_meeting

        return write_meeting(package, package.meeting, maker, progress)
    [document] = package.documents
    progress(Step(number=1, of=1, title=document.title))
    return _write_document(document, maker)


def _write_document(document: Document, maker: Maker) -> Made | Refused:
    files: dict[str, MadeFile] = {}
    refused: list[Diagnostic] = []
    for form in maker.formats:
        made = maker.make(document, form)
        if isinstance(made, Refused):
            refused.extend(made.diagnostics)
        else:
            files[f"{document.stem}.{form}"] = made_file(
                made, form, "document", document.title, (document.source_name,)
            )
    return Refused(in_reading_order(refused)) if refused else Made(files=files)
