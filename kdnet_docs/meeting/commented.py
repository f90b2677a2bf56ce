"""A Word copy of a document with what was found in it as comments, for those who work in Word."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kdnet_docs.base.diagnostics import SEVERITIES, Diagnostic, Label, Refused
from kdnet_docs.base.messages import Language, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.compare.moment import moment_of
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, anatomy
from kdnet_docs.document.source_places import words_at
from kdnet_docs.document.tree import Contents, Document
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.ooxml.comments import Comment, add_comments
from kdnet_docs.ooxml.fonts import embed_fonts
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.pdf.writer import pages_in
from kdnet_docs.render.word.writer import word_before_saving

_AUTHOR = "kdnet"
_LONGEST = 120
"""Characters of the words at a place that a comment quotes."""

_AROUND = 4
"""Words on either side that it quotes with them."""


def write_commented(
    document: Document, findings: Sequence[Diagnostic], templates: Path, language: Language
) -> bytes | Refused:
    """The document as a Word file, each finding a comment at the words it points at.

    One that points at no words stands at what comes before it in the source, or else on the first page. The
    same document and findings give the same file: its comments bear the date of the document.
    """
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    has_contents = any(isinstance(block, Contents) for block in blocks_within(document.blocks))
    pages = pages_in(template, document, templates) if has_contents else {}
    if isinstance(pages, Refused):
        return pages
    written = word_before_saving(document, template, pages, FileIds())
    side = anatomy(document)
    notes = _in_notes(side)
    comments = [_comment(finding, side, notes, language) for finding in findings]
    if comments:
        add_comments(written.word, comments, author=_AUTHOR, moment=moment_of(document))
    embed_fonts(written.word, written.fonts)
    return to_bytes(written.word)


def _comment(finding: Diagnostic, side: Anatomy, notes: Mapping[str, str], language: Language) -> Comment:
    said = _said(finding, language)
    others = dict.fromkeys(_other_place(label, side, language) for label in finding.labels)
    if finding.span and words_at(side, finding.span) is None:
        line, words = _in_source(finding.span, language)
        said.append(f"{line.capitalize()}: “{words}”")
    place = _place(side, finding.span) if finding.span else None
    if place is None:
        return Comment(lines=(*said, *others))
    leaf, start, end = place
    if leaf in notes:
        quoted = _in_context(side.leaves[leaf].text, start, end)
        said.append(msg("In the footnote: “{words}”", words=quoted).to(language))
        return Comment(lines=(*said, *others), block=notes[leaf], end=1)
    return Comment(lines=(*said, *others), block=leaf, start=start, end=end)


def _said(finding: Diagnostic, language: Language) -> list[str]:
    """What the finding says, and how to put it right."""
    severity = SEVERITIES[finding.severity].to(language).capitalize()
    lines = [f"{severity} {finding.code.value}: {finding.message.to(language)}"]
    if finding.hint:
        lines.append(f"{msg('hint').to(language).capitalize()}: {finding.hint.to(language)}")
    return lines


def _in_source(span: Span, language: Language) -> tuple[str, str]:
    """The line of the source that no reader of the document sees, and the first of the words there."""
    line = msg("line {line} of the source", line=span.line).to(language)
    return line, _shortened(span.text.partition("\n")[0])


def _other_place(label: Label, side: Anatomy, language: Language) -> str:
    """A second place: the clause that it is in and the words around it, or what the source says there."""
    found = words_at(side, label.span)
    if found is None:
        where, words = _in_source(label.span, language)
    else:
        leaf, start, end = found
        where, words = side.clause(leaf), _in_context(side.leaves[leaf].text, start, end)
    return f"{label.message.to(language)}{f' ({where})' if where else ''}: “{words}”"


def _in_context(text: str, start: int, end: int) -> str:
    """These words of a text with some of those around them, so that they can be found."""
    before = text[:start].rsplit(maxsplit=_AROUND)
    after = text[end:].split(maxsplit=_AROUND)
    first = len(before[0]) if len(before) > _AROUND else 0
    last = len(text) - len(after[-1]) if len(after) > _AROUND else len(text)
    quoted = _shortened(text[first:last].replace(NOTE_MARK, ""))
    return f"{'… ' if first else ''}{quoted}{' …' if last < len(text) else ''}"


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _in_notes(side: Anatomy) -> Mapping[str, str]:
    """The note that each leaf within one belongs to."""
    return {block.id: note.id for note in side.notes.values() for block in blocks_within(note.blocks)}


def _place(side: Anatomy, span: Span) -> tuple[str, int, int] | None:
    """The leaf with the words of the span, and which these are; or all words of the leaf that is nearest."""
    found = words_at(side, span)
    if found is None:
        leaf = _nearest(side, span)
        return (leaf, 0, len(side.leaves[leaf].text)) if leaf else None
    leaf, start, end = found
    text = side.leaves[leaf].text
    if start == end:  # something is missing there: it is shown at the word before it, or else after it
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while start == end < len(text) and not text[end].isspace():
            end += 1
    return leaf, start, end


def _nearest(side: Anatomy, span: Span) -> str | None:
    """The leaf that the source has last before the span; for one without words, the next that has any."""
    leaves = list(side.leaves.values())
    before = [
        (leaf.span.start, at)
        for at, leaf in enumerate(leaves)
        if leaf.span and leaf.span.source == span.source and leaf.span.start <= span.start
    ]
    first = max(before)[1] if before else len(leaves)
    return next((leaf.id for leaf in leaves[first:] if leaf.text.strip() or leaf.label), None)
