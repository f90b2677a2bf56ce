"""The proof on a finished PDF: it is read through for what must not be in it, however it came there."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.final.patterns import PATH, SAID_OF_ITSELF
from kdnet_docs.final.proof_word import left_in_file
from kdnet_docs.final.unfinished_words import unaccepted
from kdnet_docs.ooxml.house_reader import house_file, read_house
from kdnet_docs.tagged_pdf.leftovers import Kind, Leftover, leftovers
from kdnet_docs.tagged_pdf.page_texts import read_shown
from kdnet_docs.tagged_pdf.verdicts import Unusable


def proof_pdf(pdf: bytes, templates: Path, accepted: Sequence[str]) -> Iterator[Diagnostic]:
    """A finding for all that is left in a PDF which these templates made."""
    house = read_house(templates)
    # Then words are white where a table's head has a colour, which the page does not say in one place.
    white_is_seen = not isinstance(house, Refused) and house.table.head_color == "#ffffff"
    found, shown = leftovers(pdf, PATH, white_is_seen=white_is_seen), read_shown(pdf)
    if isinstance(found, Unusable) or isinstance(shown, Unusable):
        yield left_in_file(msg("the PDF cannot be read again"), None)
        return
    for left in found:
        yield left_in_file(_told(left), None)
    for number, words in enumerate(shown.pages, start=1):
        for match in unaccepted(SAID_OF_ITSELF, words, accepted):
            message = msg('page {page} of the PDF says "{words}"', page=number, words=match[0])
            yield left_in_file(message, house_file(templates))


def _told(left: Leftover) -> Message:
    match left.kind:
        case Kind.ANNOTATION:
            return msg("page {page} of the PDF has a note ({what})", page=left.page, what=left.what)
        case Kind.ACTION:
            return msg("the PDF does something by itself ({what})", what=left.what)
        case Kind.LAYER:
            return msg("the PDF has a layer that can be hidden ({what})", what=left.what)
        case Kind.HIDDEN:
            return msg("the PDF has hidden text ({what})", what=left.what)
        case Kind.NAME:
            return msg('the PDF names a person: "{what}"', what=left.what)
        case Kind.PATH:
            return msg('the PDF holds the path of a file: "{what}"', what=left.what)
        case Kind.CLAIM:
            return msg("the PDF does not follow PDF/A-3a and PDF/UA-1 ({what})", what=left.what)
        case _:
            assert_never(left.kind)
