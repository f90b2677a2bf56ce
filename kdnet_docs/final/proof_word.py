"""The proof on a finished Word file: it is read through for what must not be in it, however it came there.

This knows nothing of how the file was made. What it finds was brought along by a template as a rule, and
then the finding names that.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.final.patterns import PATH, PLACEHOLDER, SAID_OF_ITSELF
from kdnet_docs.final.unfinished_words import unaccepted
from kdnet_docs.ooxml.leftovers import Kind, Leftover, leftovers, words_of
from kdnet_docs.ooxml.package import template_name

_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_TAG = re.compile(r"\{[{%].*?[%}]\}")


def proof_word(word: bytes, templates: Path, accepted: Sequence[str]) -> Iterator[Diagnostic]:
    """A finding for all that is left in a Word file which these templates made."""
    house, *covers = _files(templates)
    brought = {file: {one.kind for one in leftovers(file, PATH)} for file in (house, *covers)}
    for left in leftovers(word, PATH):
        file = next((file for file, kinds in brought.items() if left.kind in kinds), None)
        yield left_in_file(_told(left), file)
    for part, words in words_of(word).items():
        if _EDGE.fullmatch(part):
            yield from _unfinished(words, part, house, accepted)
    for cover in covers:
        words = _TAG.sub("", words_of(cover)["word/document.xml"])
        yield from _unfinished(words, template_name(cover), cover, accepted)


def _files(templates: Path) -> tuple[Path, ...]:
    return templates / "word" / "house.docx", *sorted((templates / "word").glob("cover-*.docx"))


def _unfinished(words: str, part: str, file: Path, accepted: Sequence[str]) -> Iterator[Diagnostic]:
    for pattern in (PLACEHOLDER, SAID_OF_ITSELF):
        for match in unaccepted(pattern, words, accepted):
            yield left_in_file(msg('"{words}" is left in {part}', words=match[0], part=part), file)


def left_in_file(message: Message, template: Path | None) -> Diagnostic:
    """The finding that something is left in a file, which a template brought along if one is given."""
    if template is None:
        hint = msg("that is a fault of the program: please report it")
        return Diagnostic(code=Code.LEFT_IN_FILE, message=message, hint=hint)
    return Diagnostic(
        code=Code.LEFT_IN_FILE,
        message=message,
        span=Span(Source(template_name(template), ""), 0, 0),
        hint=msg("open this template in Word, take it out, and save and commit the template"),
    )


def _told(left: Leftover) -> Message:
    match left.kind:
        case Kind.WATERMARK:
            return msg("a watermark is left in {part}", part=left.part)
        case Kind.COMMENT:
            return msg("a comment is left in {part}", part=left.part)
        case Kind.CHANGE:
            return msg("a tracked change is left in {part} ({what})", part=left.part, what=left.what)
        case Kind.HIDDEN:
            return msg('hidden text is left in {part}: "{what}"', part=left.part, what=left.what)
        case Kind.NAME:
            return msg('the name of a person is left in {part}: "{what}"', part=left.part, what=left.what)
        case Kind.PATH:
            return msg('the path of a file is left in {part}: "{what}"', part=left.part, what=left.what)
        case Kind.TRACE:
            return msg("data of other programs are left in {part} ({what})", part=left.part, what=left.what)
        case Kind.ELSEWHERE:
            return msg('{part} needs what lies outside the file: "{what}"', part=left.part, what=left.what)
        case Kind.EMBEDDED:
            return msg("{part} holds a program or a file of another kind", part=left.part)
        case _:
            assert_never(left.kind)
