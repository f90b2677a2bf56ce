"""The ways to spoil a signed file: the name of each, what it must be told as, and how it is done."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import signed_files as s
from asn1crypto import algos, cms, core
from certificates import MOMENT, pki, signed
from kdnet_docs.signing.verdict import FlawKind
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, TextStringObject
from signed_files import FIRST, SECOND, Update, one, two

KEY = NameObject


@dataclass(frozen=True)
class Spoiled:
    """A way to spoil a file; `noticed` is whether poppler's pdfsig sees it, too."""

    name: str
    kind: FlawKind
    make: Callable[[], bytes]

    def __str__(self) -> str:
        return self.name


# Bytes


def at(pattern: bytes, file: bytes, after: int = 0) -> bytes:
    """The file with a byte changed behind the first place of a pattern."""
    found = re.search(pattern, file, re.DOTALL)
    assert found, pattern
    return s.flipped(file, found.end() + after)


def in_stream(file: bytes, find: Callable[[PdfReader], Any], after: int = 12) -> bytes:
    """The file with a byte changed in a stream."""
    data = find(PdfReader(BytesIO(file)))._data
    place = file.find(data)
    assert place > 0
    return s.flipped(file, place + (after if after >= 0 else len(data) + after))


def of_page(number: int) -> Callable[[PdfReader], Any]:
    return lambda reader: reader.pages[number - 1].raw_get("/Contents").get_object()


def of_attachment(reader: PdfReader) -> Any:
    root: Any = reader.root_object
    return root["/AF"][0]["/EF"]["/F"]


def of_list(reader: PdfReader) -> Any:
    root: Any = reader.root_object
    return root["/DSS"]["/CRLs"][0]


def of_answer(reader: PdfReader) -> Any:
    root: Any = reader.root_object
    return root["/DSS"]["/OCSPs"][0]


def rewritten() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(two()))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def linearised() -> bytes:
    with TemporaryDirectory() as folder:
        (place := f"{folder}/in.pdf", out := f"{folder}/out.pdf")
        with open(place, "wb") as file:  # noqa: PTH123
            file.write(two())
        run(["qpdf", "--linearize", place, out], check=True)
        with open(out, "rb") as file:  # noqa: PTH123
            return file.read()


def zipped() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("kontrakt.pdf", two())
    return out.getvalue()


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(two()))
    writer.encrypt("")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


# What a signature covers


def ranges(change: Callable[[int, int, int, int], list[int]]) -> bytes:
    return s.with_range(two(), lambda numbers: change(*numbers))


# The signature as a message


def message(change: Callable[[cms.SignedData], None]) -> bytes:
    return s.rewritten_message(two(), change)


def two_signers(data: cms.SignedData) -> None:
    data["signer_infos"] = cms.SignerInfos([data["signer_infos"][0], data["signer_infos"][0].copy()])


def no_certificate(data: cms.SignedData) -> None:
    data["certificates"] = cms.CertificateSet([])


def somebody_elses_certificate(data: cms.SignedData) -> None:
    other = cms.CertificateChoices("certificate", cms.Certificate.load(pki().holder(s.TORBEN).der))
    data["certificates"] = cms.CertificateSet([other])
    identity = data["signer_infos"][0]["sid"].chosen
    identity["serial_number"] = pki().holder(s.TORBEN).certificate.serial_number


def with_content(data: cms.SignedData) -> None:
    data["encap_content_info"] = cms.ContentInfo(
        {"content_type": "data", "content": core.OctetString(b"something else")}
    )


def with_digest(algorithm: str) -> bytes:
    """The last signature made with another digest."""

    def change(signer: cms.SignerInfo) -> None:
        signer["digest_algorithm"] = algos.DigestAlgorithm({"algorithm": algorithm})
        signer["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": "sha1_ecdsa"})
        for each in signer["signed_attrs"]:
            if each["type"].native == "message_digest":
                each["values"] = [core.OctetString(s.digest(two(), algorithm))]

    return s.signed_again(two(), change)


def unknown_algorithm(data: cms.SignedData) -> None:
    data["signer_infos"][0]["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": "1.2.3.4.5"})


def without(attribute: str) -> bytes:
    return s.signed_again(two(), s.without(attribute))


def swapped_contents() -> bytes:
    other = signed(one(), SECOND, s.SOEREN, moment=MOMENT + timedelta(hours=1))
    return s.with_contents(two(), s.contents(other))


def foreign_token(data: cms.SignedData) -> None:
    """The time-stamp of the first signature on the second."""
    other = cms.ContentInfo.load(s.contents(one("B-T")))["content"]["signer_infos"][0]["unsigned_attrs"]
    data["signer_infos"][0]["unsigned_attrs"] = other.copy()


# After signing


def update(change: Callable[[Update], None], file: Callable[[], bytes] = two) -> Callable[[], bytes]:
    def make() -> bytes:
        made = Update(file())
        change(made)
        return made.done()

    return make


def page_added(made: Update) -> None:
    pages = made.pages()
    page = made.add(DictionaryObject(made.reader.pages[0]))
    pages["/Kids"].append(page)
    pages[KEY("/Count")] = s.parsed(str(len(made.reader.pages) + 1))


def page_removed(made: Update) -> None:
    pages = made.pages()
    branch = made.take(list.__getitem__(pages["/Kids"], 0)) if "/Kids" in pages["/Kids"][0] else pages
    branch["/Kids"].pop()
    branch[KEY("/Count")] = s.parsed(str(len(branch["/Kids"])))


def pages_swapped(made: Update) -> None:
    pages = made.pages()
    branch = made.take(list.__getitem__(pages["/Kids"], 0)) if "/Kids" in pages["/Kids"][0] else pages
    branch["/Kids"].reverse()


def page_replaced(made: Update) -> None:
    pages = made.pages()
    branch = made.take(list.__getitem__(pages["/Kids"], 0)) if "/Kids" in pages["/Kids"][0] else pages
    page = DictionaryObject(made.reader.pages[1])
    page[KEY("/Contents")] = made.add(s.drawn("BT ET"))
    list.__setitem__(branch["/Kids"], 1, made.add(page))


def content_replaced(made: Update) -> None:
    made.put(made.reader.pages[1].raw_get("/Contents"), s.drawn("BT ET"))


def content_added(made: Update) -> None:
    page = made.page(2)
    page[KEY("/Contents")] = ArrayObject([page.raw_get("/Contents"), made.add(s.drawn("BT ET"))])


def page_cropped(made: Update) -> None:
    made.page(2)[KEY("/CropBox")] = s.parsed("[0 0 300 300]")


def font_replaced(made: Update) -> None:
    fonts: Any = made.reader.pages[1]["/Resources"]["/Font"]  # type: ignore[index]
    made.put(fonts.raw_get(next(iter(fonts))), s.parsed("<</Type /Font /Subtype /Type1 /BaseFont /Courier>>"))


def note_added(made: Update) -> None:
    note = made.add(
        s.parsed("<</Type /Annot /Subtype /FreeText /Rect [90 90 300 300] /Contents (45 pct.) /F 4>>")
    )
    page = made.page(2)
    page[KEY("/Annots")] = ArrayObject([*list.__iter__(page.get("/Annots", ArrayObject())), note])


def link_changed(made: Update) -> None:
    for page in made.reader.pages:
        for each in list.__iter__(page.get("/Annots", ArrayObject())):
            if each.get_object()["/Subtype"] == "/Link":
                made.take(each)[KEY("/A")] = s.parsed("<</S /URI /URI (https://other.example)>>")
                return
    raise AssertionError("no link")


def annotations_removed(made: Update) -> None:
    page = next(n for n, each in enumerate(made.reader.pages, 1) if "/Annots" in each and n < 4)
    del made.page(page)["/Annots"]


def attachment_replaced(made: Update) -> None:
    held = made.file_specification()["/EF"]
    stream = s.drawn("kind: contract\nid: another\n")
    held[KEY("/F")] = held[KEY("/UF")] = made.add(stream)


def attachment_overwritten(made: Update) -> None:
    reference = made.file_specification()["/EF"].raw_get("/F")
    stream = s.drawn("kind: contract\nid: another\n")
    stream[KEY("/Type")] = KEY("/EmbeddedFile")
    made.put(reference, stream)


def attachment_added(made: Update) -> None:
    held = DictionaryObject({KEY("/F"): made.add(s.drawn("more"))})
    specification = s.parsed("<</Type /Filespec /F (more.yaml) /UF (more.yaml)>>")
    specification[KEY("/EF")] = held
    reference = made.add(specification)
    made.root["/AF"].append(reference)
    made.root["/Names"]["/EmbeddedFiles"]["/Names"].extend([TextStringObject("more.yaml"), reference])


def attachment_removed(made: Update) -> None:
    del made.root["/AF"]
    del made.root["/Names"]["/EmbeddedFiles"]


def title_changed(made: Update) -> None:
    reference = made.root.raw_get("/Metadata")
    stream = s.drawn(reference.get_object().get_data().decode().replace("proeve@2022", "proeve@2023"))
    stream.update({KEY("/Type"): KEY("/Metadata"), KEY("/Subtype"): KEY("/XML")})
    made.put(reference, stream)


def author_changed(made: Update) -> None:
    made.take(made.reader.trailer.raw_get("/Info"))[KEY("/Author")] = TextStringObject("Somebody")


def bookmark_changed(made: Update) -> None:
    outline: Any = made.root["/Outlines"]
    made.take(outline.raw_get("/First"))[KEY("/Title")] = TextStringObject("Another heading")


def script_added(made: Update) -> None:
    made.root[KEY("/OpenAction")] = s.parsed("<</S /JavaScript /JS (app.alert\\(1\\))>>")


def page_script_added(made: Update) -> None:
    made.page(1)[KEY("/AA")] = s.parsed("<</O <</S /JavaScript /JS (app.alert\\(1\\))>>>>")


def tags_changed(made: Update) -> None:
    tree: Any = made.root.raw_get("/StructTreeRoot")
    made.take(tree)[KEY("/RoleMap")] = s.parsed("<</H1 /P>>")


def layer_added(made: Update) -> None:
    made.root[KEY("/OCProperties")] = s.parsed("<</OCGs [] /D <<>>>>")


def language_changed(made: Update) -> None:
    made.root[KEY("/ViewerPreferences")] = s.parsed("<</HideToolbar true>>")


def field_removed(made: Update) -> None:
    fields = made.form["/Fields"]
    fields.pop()


def form_removed(made: Update) -> None:
    del made.root["/AcroForm"]


def widget_removed(made: Update) -> None:
    page = next(n for n, each in enumerate(made.reader.pages, 1) if n >= 4 and "/Annots" in each)
    made.page(page)["/Annots"].pop()


def signature_removed(made: Update) -> None:
    del made.field(SECOND)["/V"]


def signature_nulled(made: Update) -> None:
    made.field(SECOND)[KEY("/V")] = NullObject()


def label_changed(made: Update) -> None:
    made.field(FIRST)[KEY("/TU")] = TextStringObject("Underskrift: en anden")


def look_changed(made: Update) -> None:
    made.field(FIRST)["/AP"][KEY("/N")] = made.add(s.drawn("BT ET"))


def field_moved(made: Update) -> None:
    made.field(FIRST)[KEY("/Rect")] = s.parsed("[0 0 500 500]")


def copied(made: Update) -> None:
    made.field(SECOND)[KEY("/V")] = made.field(FIRST).raw_get("/V")


def signed_twice() -> bytes:
    made = Update(one())
    del made.field(FIRST)["/V"]
    return signed(made.done(), FIRST, s.TORBEN, moment=MOMENT + timedelta(hours=1))


def new_field() -> bytes:
    """A third signature, in a field that was not there when the first was made."""
    made = Update(one())
    field = s.parsed("<</Type /Annot /Subtype /Widget /FT /Sig /T (third) /Rect [0 0 0 0] /F 4>>")
    field[KEY("/P")] = made.reader.pages[0].indirect_reference
    made.form["/Fields"].append(made.add(field))
    return signed(made.done(), "third", s.SOEREN)


def visible_stamp() -> bytes:
    """A time-stamp over the file whose field shows something; anyone can have one."""
    made = Update(one("B-LT"))
    field = s.parsed(
        "<</Type /Annot /Subtype /Widget /FT /Sig /T (timestamp-1) /Rect [90 90 300 300] /F 132>>"
    )
    field[KEY("/P")] = made.reader.pages[0].indirect_reference
    field[KEY("/AP")] = DictionaryObject({KEY("/N"): made.add(s.drawn("BT ET"))})
    reference = made.add(field)
    made.form["/Fields"].append(reference)
    page = made.page(1)
    page[KEY("/Annots")] = ArrayObject([*list.__iter__(page.get("/Annots", ArrayObject())), reference])
    return made.done()


def tampered_before_signing() -> bytes:
    """A page is changed after the first signature, and the second is made over that."""
    made = Update(one())
    content_replaced(made)
    return signed(made.done(), SECOND, s.SOEREN)


def another_root() -> bytes:
    made = Update(two())
    reference = made.add(DictionaryObject(made.reader.root_object))
    return made.done(trailer=b"/Root %d 0 R" % reference.idnum)


def freed() -> bytes:
    made = Update(two())
    return made.done(free=(made.reader.pages[1].raw_get("/Contents").idnum,))


BYTES = (
    Spoiled("a byte of a page", "bytes-changed", lambda: in_stream(two(), of_page(2))),
    Spoiled("a byte of the attached source", "bytes-changed", lambda: in_stream(two(), of_attachment)),
    Spoiled("a byte of the metadata", "bytes-changed", lambda: at(rb"<dc:title>.{40}", two())),
    Spoiled("a byte of the catalogue", "bytes-changed", lambda: at(rb"/Type /Catalog\n/Pa", two())),
    Spoiled("a byte between two objects", "bytes-changed", lambda: at(rb"endobj", two())),
    Spoiled("a byte after the first signature", "bytes-changed", lambda: at(rb"/Type /Sig\n", two(), 4)),
    Spoiled("a byte of the signature", "signature-broken", lambda: s.with_contents(two(), s.flipped(s.contents(two()), len(s.contents(two()).rstrip(b"\0")) - 3))),
    Spoiled("a byte after the signature in its place", "signature-broken", lambda: s.with_contents(two(), s.flipped(s.contents(two()), -9))),
    Spoiled("a letter of the signature in lower case", "bad-byte-range", lambda: two()[: (p := two().find(b"A", s.gap(two())[0]))] + b"a" + two()[p + 1 :]),
    Spoiled("words after the end", "bytes-after-the-end", lambda: two() + b"% 45 pct.\n"),
    Spoiled("a line break after the end", "bytes-after-the-end", lambda: two() + b"\n"),
    Spoiled("a second end", "bytes-after-the-end", lambda: two() + b"%%EOF\n"),
    Spoiled("words before the beginning", "bytes-before-the-start", lambda: b"% 45 pct.\n" + two()),
    Spoiled("the last hundred bytes missing", "cut-off", lambda: two()[:-100]),
    Spoiled("cut off in the middle of the last signature", "cut-off", lambda: two()[: s.gap(two())[0] + 200]),
    Spoiled("cut back to before the second signature", "field-unsigned", lambda: two()[: len(one())]),
    Spoiled("cut back to before all signatures", "no-signature", lambda: two()[: len(s.unsigned())]),
    Spoiled("written anew by a program", "bytes-changed", rewritten),
    Spoiled("made fit for the web by qpdf", "bytes-changed", linearised),
    Spoiled("sent as text", "unreadable", lambda: two().replace(b"\n", b"\r\n")),
    Spoiled("a byte taken out", "bytes-changed", lambda: two()[:4000] + two()[4001:]),
    Spoiled("in a zip", "unreadable", zipped),
    Spoiled("empty", "unreadable", lambda: b""),
    Spoiled("words", "unreadable", lambda: b"Kontrakt"),
    Spoiled("encrypted", "encrypted", encrypted),
)  # fmt: skip

RANGES = (
    Spoiled("a range with a wider gap", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [a, b - 20, c, d])),
    Spoiled("a range that begins later", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [9, b - 9, c, d])),
    Spoiled("a range that overlaps", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [a, b, 9, d])),
    Spoiled("a range with a negative number", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [-9, b, c, d])),
    Spoiled("a range beyond the file", "cut-off", lambda: ranges(lambda a, b, c, d: [a, b, c, 9_999_999])),
    Spoiled("a range of three numbers", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [a, b, c])),
    Spoiled("a range of no numbers", "bad-byte-range", lambda: ranges(lambda *_: [])),
    Spoiled("a range that ends early", "bad-byte-range", lambda: ranges(lambda a, b, c, d: [a, b, c, d - 9])),
    Spoiled("the range of the first signature on the second", "bad-byte-range", lambda: s.with_range(two(), lambda _: [int(n) for n in re.findall(rb"/ByteRange \[([^\]]*)\]", two())[0].split()])),
)  # fmt: skip

MESSAGES = (
    Spoiled("another signature of the same person in the place", "bytes-changed", swapped_contents),
    Spoiled("zeros for a signature", "signature-broken", lambda: s.with_contents(two(), b"")),
    Spoiled("two signers in one", "signature-broken", lambda: message(two_signers)),
    Spoiled("no certificate", "signature-broken", lambda: message(no_certificate)),
    Spoiled("the certificate of somebody else", "signature-broken", lambda: message(somebody_elses_certificate)),
    Spoiled("content of its own", "signature-broken", lambda: message(with_content)),
    Spoiled("an unknown algorithm", "weak-algorithm", lambda: message(unknown_algorithm)),
    Spoiled("no digest of the file", "signature-broken", lambda: without("message_digest")),
    Spoiled("the certificate not signed", "signature-broken", lambda: without("signing_certificate_v2")),
    Spoiled("no word of what is signed", "signature-broken", lambda: without("content_type")),
    Spoiled("a digest that can be forged", "weak-algorithm", lambda: with_digest("sha1")),
)  # fmt: skip

CERTIFICATES = (
    Spoiled("a certificate that had expired", "certificate-expired", lambda: one(kind="expired")),
    Spoiled("a certificate before its time", "certificate-not-yet-valid", lambda: one(kind="not-yet-valid")),
    Spoiled("a foreign certificate", "certificate-foreign", lambda: one(kind="foreign")),
    Spoiled("a certificate of one's own making", "certificate-foreign", lambda: one(kind="self-signed")),
    Spoiled("a revoked certificate", "certificate-revoked", lambda: one("B-LT", kind="revoked")),
    Spoiled("a certificate for something else", "certificate-not-for-signing", lambda: one(kind="not-for-signing")),
    Spoiled("a key that is too short", "weak-algorithm", lambda: one(kind="weak")),
    Spoiled("signed in the field of somebody else", "other-signatory", lambda: one(name="Bo Nielsen")),
    Spoiled("signed by one for both", "other-signatory", lambda: two(name=s.TORBEN)),
    Spoiled("a time in the future", "signing-time-impossible", lambda: signed(s.unsigned(), FIRST, s.TORBEN, moment=MOMENT + timedelta(days=90))),
    Spoiled("a time before the certificate", "signing-time-impossible", lambda: signed(s.unsigned(), FIRST, s.TORBEN, moment=MOMENT - timedelta(days=900))),
)  # fmt: skip

TIMES = (
    Spoiled("a time-stamp of somebody foreign", "timestamp-foreign", lambda: signed(s.unsigned(), FIRST, s.TORBEN, level="B-T", foreign_time=True)),
    Spoiled("the time-stamp of another signature", "timestamp-broken", lambda: s.rewritten_message(two("B-T", "B-T"), foreign_token)),
    Spoiled("a byte of the time-stamp over the file", "timestamp-broken", lambda: s.with_contents(two("B-LTA", "B-LTA"), s.flipped(s.contents(two("B-LTA", "B-LTA")), 80))),
    Spoiled("a byte of the list of revoked certificates", "evidence-broken", lambda: in_stream(one("B-LT"), of_list, -4)),
    Spoiled("a byte of the answer that the certificate is in force", "evidence-missing", lambda: in_stream(one("B-LT"), of_answer, 60)),
    Spoiled("a time-stamp that shows something", "changed-after-signing", visible_stamp),
)  # fmt: skip

CHANGES = (
    Spoiled("a page added", "page-added", update(page_added)),
    Spoiled("a page removed", "page-removed", update(page_removed)),
    Spoiled("two pages swapped", "page-swapped", update(pages_swapped)),
    Spoiled("a page replaced", "page-swapped", update(page_replaced)),
    Spoiled("the content of a page replaced", "page-changed", update(content_replaced)),
    Spoiled("content put over a page", "page-changed", update(content_added)),
    Spoiled("a page cropped", "page-changed", update(page_cropped)),
    Spoiled("a font replaced", "page-changed", update(font_replaced)),
    Spoiled("the content of a page taken away", "page-changed", freed),
    Spoiled("changed between the two signatures", "page-changed", tampered_before_signing),
    Spoiled("a note added", "annotation-added", update(note_added)),
    Spoiled("a link that leads elsewhere", "annotation-changed", update(link_changed)),
    Spoiled("links removed", "annotation-removed", update(annotations_removed)),
    Spoiled("the attached source replaced", "attachment-replaced", update(attachment_replaced)),
    Spoiled("the attached source overwritten", "attachment-replaced", update(attachment_overwritten)),
    Spoiled("a file attached", "attachment-added", update(attachment_added)),
    Spoiled("the attached source removed", "attachment-removed", update(attachment_removed)),
    Spoiled("another origin in the metadata", "metadata-changed", update(title_changed)),
    Spoiled("another author in the metadata", "metadata-changed", update(author_changed)),
    Spoiled("another bookmark", "changed-after-signing", update(bookmark_changed)),
    Spoiled("a script", "active-content", update(script_added)),
    Spoiled("a script of a page", "active-content", update(page_script_added)),
    Spoiled("other tags", "tags-changed", update(tags_changed)),
    Spoiled("layers", "changed-after-signing", update(layer_added)),
    Spoiled("another setting", "changed-after-signing", update(language_changed)),
    Spoiled("another beginning", "changed-after-signing", another_root),
    Spoiled("an update of nothing", "changed-after-signing", update(lambda made: made.pages())),
)  # fmt: skip

FIELDS = (
    Spoiled("a signed field removed", "field-removed", update(field_removed)),
    Spoiled("a field without signature removed", "field-removed", update(field_removed, one)),
    Spoiled("the form removed", "field-removed", update(form_removed)),
    Spoiled("a field taken from its page", "field-removed", update(widget_removed)),
    Spoiled("a signature taken out of its field", "signature-removed", update(signature_removed)),
    Spoiled("nothing for a signature", "signature-removed", update(signature_nulled)),
    Spoiled("signed twice in one field", "field-signed-twice", signed_twice),
    Spoiled("one signature in two fields", "signature-copied", update(copied, one)),
    Spoiled("a further field, and signed", "field-added", new_field),
    Spoiled("the label of a field changed", "field-changed", update(label_changed)),
    Spoiled("the look of a signature changed", "field-changed", update(look_changed)),
    Spoiled("a field moved", "field-changed", update(field_moved)),
    Spoiled("nobody signed", "no-signature", s.unsigned),
    Spoiled("one did not sign", "field-unsigned", one),
)  # fmt: skip

SPOILED = (*BYTES, *RANGES, *MESSAGES, *CERTIFICATES, *TIMES, *CHANGES, *FIELDS)
