"""A comparison as a Word file with tracked changes: accept all gives the new document, reject all the old."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.document.tree import Contents, Document
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.ooxml.fonts import embed_fonts
from kdnet_docs.ooxml.merging.definitions import restyled
from kdnet_docs.ooxml.merging.files import Alignment, File, merge_files
from kdnet_docs.ooxml.merging.remark import add_remark
from kdnet_docs.ooxml.properties import write_properties
from kdnet_docs.ooxml.revisions.differences import Difference, Lines, accepted, differences, rejected
from kdnet_docs.ooxml.revisions.lines import lines
from kdnet_docs.ooxml.revisions.parts import parts_of
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.template import Template, open_template
from kdnet_docs.render.pdf.writer import pages_in
from kdnet_docs.render.word.writer import Written, word_before_saving

Pages: TypeAlias = Mapping[str, int]
PagesOf: TypeAlias = Callable[[Template, Document, Path], Pages | Refused]


def write_redline(  # noqa: PLR0913 - each is a thing of its own
    comparison: Comparison,
    templates: Path,
    *,
    author: str,
    moment: datetime,
    summary: bool,
    pages: PagesOf = pages_in,
) -> bytes | Refused:
    """The redline as a Word file, or why it cannot be made.

    Both documents are written as Word files and those are merged, so that a redline holds what the
    Word writer writes. Then it is read again, accepted and rejected, and refused if that does not give
    both documents. With `summary`, the facts stand in a comment on the first page. `pages` finds the
    pages that a table of contents names.
    """
    written = _written(comparison, templates, pages)
    if isinstance(written, Refused):
        return written
    return _merged(comparison, written, author=author, moment=moment, summary=summary)


def _merged(
    comparison: Comparison,
    written: tuple[Written, Written],
    *,
    author: str,
    moment: datetime,
    summary: bool,
) -> bytes | Refused:
    old, new = written
    if styles := restyled(old.word, new.word):
        return Refused(tuple(map(_otherwise, styles)))
    before, after = lines(parts_of(old.word)), lines(parts_of(new.word))
    alignment = Alignment(steps=comparison.aligned.steps, notes=comparison.aligned.notes)
    merge_files(_file(old), _file(new), alignment, author=author, moment=moment.astimezone(UTC))
    _describe(comparison, new)
    if summary:
        said = _summed_up(comparison)
        if not add_remark(new.word, said, author=author, moment=moment.astimezone(UTC)):
            return Refused((_NO_ROOM,))
    embed_fonts(new.word, old.fonts | new.fonts)
    redline = to_bytes(new.word)
    return _judged(redline, before, after)


def _file(written: Written) -> File:
    return File(word=written.word, tables=written.tables)


# --- both documents as Word files --------------------------------------------------------------


def _written(comparison: Comparison, templates: Path, pages: PagesOf) -> tuple[Written, Written] | Refused:
    documents = (comparison.aligned.old.document, comparison.aligned.new.document)
    opened = [open_template(document, templates) for document in documents]
    with ThreadPoolExecutor(2) as threads:  # Typst works beside Python, and on both at once
        found = list(threads.map(partial(_pages, templates, pages), documents, opened))
    ids = FileIds()
    made: list[Written] = []
    for document, template, numbers in zip(documents, opened, found, strict=True):
        if isinstance(template, Refused):
            return template
        if isinstance(numbers, Refused):
            return numbers
        made.append(word_before_saving(document, template, numbers, ids))
    return made[0], made[1]


def _pages(
    templates: Path, pages: PagesOf, document: Document, template: Template | Refused
) -> Pages | Refused:
    """The pages that the table of contents names, as a build has them."""
    if isinstance(template, Refused):
        return template
    if not any(isinstance(block, Contents) for block in blocks_within(document.blocks)):
        return {}
    return pages(template, document, templates)


def _describe(comparison: Comparison, new: Written) -> None:
    """The new document's properties, and which two versions these are."""
    documents = (comparison.aligned.old.document, comparison.aligned.new.document)
    names = {
        f"kdnet redline {which}": f"{document.id}@{document.version}"
        for which, document in zip(("of", "and"), documents, strict=True)
    }
    write_properties(new.word, documents[1], {**new.properties, **names})


def _summed_up(comparison: Comparison) -> tuple[str, ...]:
    """The weightiest facts in the new document's language; all stand in the reports."""
    from kdnet_docs.compare.faces.report import short_list

    language = comparison.aligned.new.document.language
    return tuple(line.to(language) for line in short_list(comparison))


_NO_ROOM = Diagnostic(
    code=Code.NO_ROOM_FOR_FACTS,
    message=msg("no paragraph stands in both versions, so the comment with the changes has no place"),
    hint=msg("make the redline without `--with-facts`, and a summary with `--summary`"),
)


# --- never wrong in silence --------------------------------------------------------------------


def _judged(redline: bytes, before: Lines, after: Lines) -> bytes | Refused:
    """The redline, if it holds both documents whole."""
    findings = (
        *(
            _finding(found, msg("once all changes are accepted"))
            for found in differences(after, accepted(redline))
        ),
        *(
            _finding(found, msg("once all changes are rejected"))
            for found in differences(before, rejected(redline))
        ),
    )
    return Refused(findings) if findings else redline


def _otherwise(style: str) -> Diagnostic:
    return Diagnostic(
        code=Code.REDLINE_UNTRUE,
        message=msg(
            "the style “{style}” looks otherwise in the two versions, which Word cannot track", style=style
        ),
        hint=msg("write both versions from one template; the other reports of the comparison hold"),
    )


def _finding(found: Difference, when: Message) -> Diagnostic:
    return Diagnostic(
        code=Code.REDLINE_UNTRUE,
        message=msg(
            "the redline would not be true {when}: under “{clause}” stands “{found}” and not “{expected}”",
            when=when,
            clause=found.clause or found.part,
            found=found.found,
            expected=found.expected,
        ),
        hint=msg(
            "this is a fault in the program: please report it; the other reports of the comparison hold"
        ),
    )
