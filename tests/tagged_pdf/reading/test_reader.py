"""What a file may take of time and memory, and how objects are found."""

import logging
import struct
import time
import zlib

import pytest
from hand_made_pdf import Tagged, packed, pdf, stream
from pypdf.errors import LimitReachedError
from pypdf.generic import NameObject, NullObject

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.reading import reader
from kdnet_docs.tagged_pdf.reading.reader import EncryptedError, Reader, limits
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable


def in_object_stream(count: int, claimed: int, filler: bytes = b"") -> bytes:
    """A file whose catalogue is in a stream of objects; it says that more objects are in there too."""
    bodies = [
        b"<</Type /Catalog /Pages 3 0 R /X [%b]>>" % b" ".join(b"%d 0 R" % n for n in range(10, 10 + claimed))
    ]
    bodies += [
        b"<</Type /Pages /Kids [4 0 R] /Count 1>>",
        b"<</Type /Page /Parent 3 0 R /MediaBox [0 0 9 9]>>",
        filler or b"0",
    ]
    head, at = b"", 0
    for number, body in zip((2, 3, 4, 9), bodies, strict=True):
        head += b"%d %d " % (number, at)
        at += len(body) + 1
    objects = packed(head + b"\n".join(bodies), f"/Type /ObjStm /N {count} /First {len(head)}")
    written = b"%PDF-1.7\n1 0 obj\n" + objects + b"\nendobj\n"
    entries = [(0, 0, 0), (1, 9, 0)] + [(2, 1, n) for n in range(8 + claimed)]
    table = b"".join(struct.pack(">BIB", kind, place, index % 256) for kind, place, index in entries)
    place = len(written)
    own = packed(table, f"/Type /XRef /Size {len(entries)} /W [1 4 1] /Root 2 0 R")
    return written + b"%d 0 obj\n" % len(entries) + own + b"\nendobj\nstartxref\n%d\n%%%%EOF" % place


def test_objects_are_read_out_of_streams_of_objects() -> None:
    assert isinstance(inspect(in_object_stream(4, 0)), Inspected)


def test_objects_that_are_not_in_the_stream_that_should_hold_them_are_null_and_cost_little() -> None:
    filler = b"[" + b"0 " * 90_000 + b"]"
    started = time.monotonic()
    result = inspect(in_object_stream(4, 5000, filler))
    assert time.monotonic() - started < 60
    assert isinstance(result, Inspected) or result.reason is Reason.TOO_LARGE


def test_objects_that_are_not_where_the_file_says_are_searched_for_within_bounds() -> None:
    many = {10_000 + n: "null" for n in range(2000)}
    references = " ".join(f"{number} 0 R" for number in many)
    file = Tagged(catalogue=f"/X [{references}]", objects=many | {9000: stream(b" " * 500_000)})
    head, table, rest = file.pdf().partition(b"xref\n")
    lines = rest.split(b"\n")
    wrong = [
        b"0000000015 00000 n " if 10_000 < n < 12_000 else line for n, line in enumerate(lines, start=-1)
    ]
    heavy = head + table + b"\n".join(wrong)
    started = time.monotonic()
    result = inspect(heavy)
    assert time.monotonic() - started < 60
    assert isinstance(result, Unusable)
    assert result.reason in {Reason.TOO_LARGE, Reason.BROKEN}


def test_an_object_that_the_file_has_no_place_for_is_null() -> None:
    with limits():
        assert isinstance(Reader(Tagged().pdf()).get_object(77), NullObject)


def test_a_file_with_more_objects_than_the_limit_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_OBJECTS", 20)
    many = {100 + n: f"[{101 + n} 0 R]" for n in range(30)}
    content = Tagged(catalogue="/X 100 0 R", objects=many | {130: "0"}).pdf()
    assert inspect(content) == Unusable(reason=Reason.TOO_LARGE, detail="more than 20 objects")


def test_page_content_is_counted_and_must_be_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_CONTENT", 100)
    with limits():
        found = Reader(Tagged(objects={11: packed(b"q Q " * 100)}).pdf()).get_object(11)
        assert found is not None
        with pytest.raises(LimitReachedError):
            Reader(Tagged().pdf()).content(found)  # type: ignore[arg-type]
    spoiled = zlib.compress(b"q Q q Q")[:-2] + b"zz"
    result = inspect(Tagged(objects={11: stream(spoiled, "/Filter /FlateDecode")}).pdf())
    assert isinstance(result, Unusable)
    assert result.reason is Reason.BROKEN


def test_encryption_is_told_before_anything_is_decrypted() -> None:
    content = pdf(Tagged().objects_by_number(), trailer="/Root 1 0 R /Encrypt 90 0 R")
    with pytest.raises(EncryptedError):
        Reader(content)


def test_names_are_bytes_only_while_reading() -> None:
    with limits(), limits():
        assert str(Reader(Tagged(catalogue="/X /#e6").pdf()).root_object["/X"]) == "/\xe6"
    assert NameObject.CHARSETS[0] == "utf-8"


def test_the_log_is_silent_only_while_reading() -> None:
    before = logging.getLogger("pypdf").level
    with limits():
        assert not logging.getLogger("pypdf._reader").isEnabledFor(logging.CRITICAL)
    assert logging.getLogger("pypdf").level == before
