"""Where a file was changed that no longer is what was signed, as far as that can be seen."""

import zlib
from collections.abc import Iterator

from pypdf.errors import PyPdfError
from pypdf.generic import EncodedStreamObject, IndirectObject

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.pdf.embedded import Embedded
from kdnet_docs.signing.verifying.pdf.parts import Part, parts
from kdnet_docs.signing.verifying.pdf.revisions import Revision
from kdnet_docs.tagged_pdf.reading.reader import MAX_STREAM

_AGAIN = msg("ask for the file as it was signed")


def damaged(one: Embedded) -> Flaw:
    """That a signature is not of this file, with the place of the change where it shows.

    Packed streams end with a sum of what is in them, so a change in one shows.
    """
    try:
        places = list(_broken_streams(one.revision))
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        places = []
    if not places:
        return Flaw(
            kind="bytes-changed", message=msg("the file was changed after it was signed"), hint=_AGAIN
        )
    message = msg("the file was changed after it was signed, in {place}", place=places[0])
    return Flaw(kind="bytes-changed", message=message, hint=_AGAIN)


def _broken_streams(revision: Revision) -> Iterator[Message]:
    owners = parts(revision)
    for number in sorted(revision.reachable):
        stream = IndirectObject(number, 0, revision.reader).get_object()
        if isinstance(stream, EncodedStreamObject) and stream.get("/Filter") == "/FlateDecode":
            try:
                unpacked = zlib.decompressobj()
                unpacked.decompress(stream._data, MAX_STREAM)  # noqa: SLF001 - as it stands there
                if not unpacked.eof:
                    yield place(owners.get(number))
            except zlib.error:
                yield place(owners.get(number))


def place(part: Part | None) -> Message:
    """What an object belongs to, for people."""
    if part is None:
        return msg("something that belongs to no part of the file")
    match part.kind:
        case "page" | "content" | "annotations" | "annotation":
            return msg("page {page}", page=part.page)
        case "attachment":
            return msg('the attached file "{name}"', name=part.name)
        case "field":
            return msg('the signature field "{name}"', name=part.name)
        case kind:
            return _PLACES[kind]


_PLACES: dict[str, Message] = {
    "catalogue": msg("the beginning of the document"),
    "pages": msg("the list of pages"),
    "attachments": msg("the attached files"),
    "metadata": msg("what the file says of itself"),
    "outline": msg("the bookmarks"),
    "tags": msg("the tags"),
    "form": msg("the form"),
    "names": msg("the names of places"),
    "evidence": msg("the evidence"),
    "action": msg("what the file does by itself"),
    "other": msg("a part that pages share"),
}
