"""Reading somebody else's PDF: with pypdf, and within limits that a hostile file cannot pass."""

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import EncodedStreamObject, IndirectObject, NameObject, NullObject, PdfObject, StreamObject

MAX_STREAM = 32_000_000
"""The bytes that one stream may hold when it is unpacked."""
MAX_OBJECTS = 1_000_000
"""The objects that a file may have; 2,000 pages of tagged tables have some 400,000."""
MAX_PARSED = 64_000_000
"""The bytes of objects that are read, with what is read again counted again; not those of streams."""
MAX_CONTENT = 60_000_000
"""The bytes of page content that are looked through, which takes some seconds."""
MAX_SEARCHED = 400_000_000
"""The bytes that are searched for objects which are not where the file says."""

_SETTINGS = RLock()


class EncryptedError(Exception):
    """The file is encrypted, with whatever password, or with none that one has to type."""


class Reader(PdfReader):
    """A reader that gives up, with `LimitReachedError`, before a file can take all time or all memory.

    An object that the file has no place for is null, as the standard says, and is not searched for.
    """

    def __init__(self, pdf: bytes) -> None:
        self._objects = MAX_OBJECTS
        self._to_parse = MAX_PARSED
        self._to_search = MAX_SEARCHED
        self._content = MAX_CONTENT
        self._size = len(pdf)
        super().__init__(io.BytesIO(pdf), xref_stream_maximum_entries=MAX_OBJECTS)

    def _handle_encryption(self, password: str | bytes | None) -> None:  # noqa: ARG002 - pypdf's signature
        # Before pypdf looks for a way to decrypt it.
        raise EncryptedError

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        """The object that a reference leads to, read at most once."""
        if isinstance(indirect_reference, int):
            indirect_reference = IndirectObject(indirect_reference, 0, self)
        number, generation = indirect_reference.idnum, indirect_reference.generation
        if (generation, number) in self.resolved_objects:
            return self.resolved_objects[generation, number]
        self._objects -= 1
        if self._objects < 0:
            raise LimitReachedError(f"more than {MAX_OBJECTS} objects")
        if generation == 0 and number in self.xref_objStm:
            return self._packed(indirect_reference)
        return self._plain(indirect_reference)

    def content(self, stream: StreamObject) -> bytes:
        """What is drawn by a stream of a page. Raises `zlib.error` where pypdf would mend what it can."""
        if stream.get("/Filter") == "/FlateDecode":
            zlib.decompressobj().decompress(stream._data, MAX_STREAM)  # noqa: SLF001
        data = stream.get_data()
        self._content -= len(data)
        if self._content < 0:
            raise LimitReachedError(f"more than {MAX_CONTENT} bytes of page content")
        return data

    def _packed(self, reference: IndirectObject) -> PdfObject:
        """An object out of a stream of objects; pypdf would read the stream again for each that it lacks."""
        stream = self.get_object(self.xref_objStm[reference.idnum][0])
        if isinstance(stream, EncodedStreamObject):
            self._parse(len(stream.get_data()))
        found = super().get_object(reference) or NullObject()
        self.resolved_objects.setdefault((0, reference.idnum), found)
        return found

    def _plain(self, reference: IndirectObject) -> PdfObject:
        place = self.xref.get(reference.generation, {}).get(reference.idnum)
        if place is None:
            return NullObject()
        if not self._stands_at(place, reference):
            self._to_search -= self._size
            if self._to_search < 0:
                raise LimitReachedError("too many objects that are not where the file says")
        found = super().get_object(reference)
        # What comes after a stream's data is where pypdf stops reading.
        data = len(found._data) if isinstance(found, EncodedStreamObject) else 0  # noqa: SLF001 - no public length
        self._parse(max(0, self.stream.tell() - place - data))
        return NullObject() if found is None else found

    def _stands_at(self, place: int, reference: IndirectObject) -> bool:
        if not 0 <= place < self._size:
            return False
        self.stream.seek(place)
        return self.stream.read(40).split()[:2] == [b"%d" % reference.idnum, b"%d" % reference.generation]

    def _parse(self, length: int) -> None:
        self._to_parse -= length
        if self._to_parse < 0:
            raise LimitReachedError(f"more than {MAX_PARSED} bytes of objects")


@contextmanager
def limits() -> Iterator[None]:
    """Within this, pypdf unpacks no more than the limits, and says nothing on the log.

    Names are read as the bytes that they are, one character for each: content finds its fonts and forms by
    them, and pypdf would guess at characters. Its settings are those of all readers: one thread has them at
    a time.
    """
    settings = apply_configuration(
        zlib_maximum_output_length=MAX_STREAM,
        lzw_maximum_output_length=MAX_STREAM,
        run_length_maximum_output_length=MAX_STREAM,
        brotli_maximum_output_length=MAX_STREAM,
        array_based_stream_maximum_output_length=MAX_STREAM,
        stream_decoding_work_maximum_length=3 * MAX_STREAM,
        jbig2dec_binary=None,
    )
    logger = logging.getLogger("pypdf")
    with _SETTINGS, settings:
        level, guesses = logger.level, NameObject.CHARSETS
        logger.setLevel(logging.CRITICAL + 1)
        NameObject.CHARSETS = ("latin-1", "latin-1", "latin-1")
        try:
            yield
        finally:
            logger.setLevel(level)
            NameObject.CHARSETS = guesses
