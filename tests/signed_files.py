"""Signed files for the tests of verification, and the hands that change one: bytes, objects, signatures."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import new
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto import cms
from certificates import MOMENT, Kind, pki, signed
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from pypdf import PdfReader
from pypdf.generic import IndirectObject, PdfObject, StreamObject, read_object
from samples import DOCUMENT, SIGNATURES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.signing.verdict import Level

FIRST, SECOND, THIRD = "kkr", "erhvervshus", "kommune"
TORBEN, SOEREN, KAREN = "Torben Hansen", "Søren Olesen", "Karen Lund"
"""Whose the fields are, as their labels say."""


@cache
def unsigned(fields: int = 2) -> bytes:
    """A final file with one, two or three signature fields, and its source in it."""
    third = replace(
        SIGNATURES.signatories[0], id="underskrifter/tredje", field=THIRD, label=f"Underskrift: {KAREN}"
    )
    block = replace(SIGNATURES, signatories=(*SIGNATURES.signatories, third)[:fields])
    blocks = tuple(block if one is SIGNATURES else one for one in DOCUMENT.blocks)
    made = write_final_pdf(
        replace(DOCUMENT, watermark=None, blocks=blocks),
        Path(__file__).parents[1] / "templates",
        {"document": "proeve@2022"},
        "urn:kdnet-docs:origin:1",
    )
    assert not isinstance(made, Refused), made
    return made


@cache
def all_signed(*levels: Level) -> bytes:
    """A file with a field for each level, and all signed, each at its level."""
    file = unsigned(len(levels))
    for level, field, name in zip(levels, (FIRST, SECOND, THIRD), (TORBEN, SOEREN, KAREN), strict=False):
        file = signed(file, field, name, level=level)
    return file


@cache
def one(level: Level = "B-B", kind: Kind = "good", name: str = TORBEN) -> bytes:
    """The file with the first of its two signatures."""
    return signed(unsigned(), FIRST, name, kind=kind, level=level)


@cache
def two(first: Level = "B-B", second: Level = "B-B", *, kind: Kind = "good", name: str = SOEREN) -> bytes:
    """The file with both signatures."""
    return signed(one(first), SECOND, name, kind=kind, level=second)


def flipped(file: bytes, at: int) -> bytes:
    """The file with one byte changed."""
    return file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]


class Update:
    """An update of a file in the making: what is taken in hand is written anew, with what was done to it."""

    def __init__(self, file: bytes) -> None:
        self.file = file
        self.reader = PdfReader(BytesIO(file))
        self._written: dict[int, PdfObject | bytes] = {}
        self._next = int(str(self.reader.trailer["/Size"])) + 20

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.take(self.reader.trailer.raw_get("/Root"))

    @property
    def form(self) -> Any:
        return self.take(self.root.raw_get("/AcroForm"))

    def page(self, number: int) -> Any:
        """A page, counted from 1."""
        return self.take(self.reader.pages[number - 1].indirect_reference)

    def pages(self) -> Any:
        """The list of pages."""
        return self.take(self.root.raw_get("/Pages"))

    def field(self, name: str) -> Any:
        return next(one for each in self.form["/Fields"] if (one := self.take(each))["/T"] == name)

    def file_specification(self) -> Any:
        """That of the attached file."""
        return self.take(list.__getitem__(self.root["/AF"], 0))

    def take(self, reference: Any) -> Any:
        """An object, to be changed."""
        found = reference.get_object()
        self._written[reference.idnum] = found
        return found

    def put(self, reference: Any, value: PdfObject | bytes) -> None:
        """Another object in the place of one."""
        self._written[reference.idnum] = value

    def add(self, value: PdfObject) -> IndirectObject:
        """A new object."""
        self._next += 1
        self._written[self._next] = value
        return IndirectObject(self._next, 0, self.reader)

    def done(self, *, free: tuple[int, ...] = (), trailer: bytes = b"") -> bytes:
        """The file with the update."""
        written, entries = self.file if self.file.endswith(b"\n") else self.file + b"\n", b""
        for number in sorted({*self._written, *free}):
            if number in free:
                entries += b"%d 1\n0000000000 00001 f \n" % number
                continue
            entries += b"%d 1\n%010d 00000 n \n" % (number, len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (number, _text(self._written[number]))
        root = trailer or b"/Root %d 0 R" % self.reader.trailer.raw_get("/Root").idnum
        if "/Info" in self.reader.trailer:
            root += b" /Info %d 0 R" % self.reader.trailer.raw_get("/Info").idnum
        start, before = len(written), int(re.findall(rb"startxref\s+(\d+)", self.file)[-1])
        written += b"xref\n%btrailer\n<</Size %d /Prev %d %b>>\n" % (entries, self._next + 1, before, root)
        return written + b"startxref\n%d\n%%%%EOF\n" % start


def _text(value: PdfObject | bytes) -> bytes:
    if isinstance(value, bytes):
        return value
    out = BytesIO()
    value.write_to_stream(out)
    return out.getvalue()


def parsed(text: str) -> Any:
    """A value as a file would write it."""
    return read_object(BytesIO(text.encode("latin-1") + b" "), None)


def drawn(words: str) -> StreamObject:
    """A stream that draws words over a page."""
    stream = StreamObject()
    stream.set_data(words.encode())
    return stream


def gap(file: bytes, which: int = -1) -> tuple[int, int]:
    """Where a signature stands in the file, between its angle brackets; the last one, or another."""
    place = list(re.finditer(rb"/Contents <([0-9a-fA-F]{1000,})>", file))[which]
    return place.start(1), place.end(1)


def contents(file: bytes, which: int = -1) -> bytes:
    """The signature that stands there."""
    start, end = gap(file, which)
    return bytes.fromhex(file[start:end].decode())


def with_contents(file: bytes, content: bytes, which: int = -1) -> bytes:
    """The file with another signature in the same place."""
    start, end = gap(file, which)
    written = content.hex().upper().encode()
    assert len(written) <= end - start
    return file[:start] + written.ljust(end - start, b"0") + file[end:]


def with_range(file: bytes, change: Callable[[list[int]], list[int]]) -> bytes:
    """The file with other numbers for what its last signature covers, written over the old ones."""
    place = list(re.finditer(rb"/ByteRange \[([^\]]*)\] *", file))[-1]
    numbers = change([int(each) for each in place[1].split()])
    written = b"/ByteRange [%b]" % b" ".join(b"%d" % each for each in numbers)
    assert len(written) <= len(place[0])
    return file[: place.start()] + written.ljust(len(place[0])) + file[place.end() :]


def rewritten_message(file: bytes, change: Callable[[cms.SignedData], None]) -> bytes:
    """The file with its last signature changed as a message, and not signed again."""
    info = cms.ContentInfo.load(contents(file).rstrip(b"\x00") + b"\x00" * 8)
    change(info["content"])
    return with_contents(file, info.dump(force=True))


def signed_again(file: bytes, change: Callable[[cms.SignerInfo], None], name: str = SOEREN) -> bytes:
    """The file with its last signature changed in what it signs, and signed again by its holder."""

    def resigned(message: cms.SignedData) -> None:
        signer = message["signer_infos"][0]
        change(signer)
        message["digest_algorithms"] = cms.DigestAlgorithms([signer["digest_algorithm"]])
        algorithm = signer["digest_algorithm"]["algorithm"].native
        key = pki().holder(name).key
        assert isinstance(key, EllipticCurvePrivateKey)
        attributes = signer["signed_attrs"].untag().dump(force=True)
        used = hashes.SHA1() if algorithm == "sha1" else hashes.SHA256()  # noqa: S303 - weak, to be noticed
        signer["signature"] = key.sign(attributes, ECDSA(used))

    return rewritten_message(file, resigned)


def digest(file: bytes, algorithm: str) -> bytes:
    """The digest of all but the last signature."""
    start, end = gap(file)
    return new(algorithm, file[: start - 1] + file[end + 1 :], usedforsecurity=False).digest()


def without(attribute: str) -> Callable[[cms.SignerInfo], None]:
    """Takes something out of what a signature signs."""

    def change(signer: cms.SignerInfo) -> None:
        kept = [each for each in signer["signed_attrs"] if each["type"].native != attribute]
        assert len(kept) < len(signer["signed_attrs"])
        signer["signed_attrs"] = cms.CMSAttributes(kept)

    return change


NOW = MOMENT.replace(day=13)
"""When the tests judge: the day after the signing."""
