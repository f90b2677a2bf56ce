"""How a signed file is spoiled: its bytes, its signatures, and what is appended to it afterwards."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import signed_files as s
from asn1crypto import algos, cms, core
from certificates import MOMENT, Kind, pki, signed
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, TextStringObject
from signed_files import FIRST, SECOND, Update, one, two

KEY = NameObject


# Bytes


def at(pattern: bytes, file: bytes, after: int = 0) -> bytes:
    """The file with a byte changed behind the first place of a pattern."""
    found = re.search(pattern, file, re.DOTALL)
    assert found, pattern
    return s.flipped(file, found.end() + after)


def byte_of(
    find: Callable[[PdfReader], Any], after: int = 12, file: Callable[[], bytes] = two
) -> Callable[[], bytes]:
    """Changes a byte in a stream."""

    def make() -> bytes:
        data = find(PdfReader(BytesIO(file())))._data  # noqa: SLF001 - as it stands in the file
        place = file().find(data)
        assert place > 0
        return s.flipped(file(), place + (after if after >= 0 else len(data) + after))

    return make


def byte_of_signature(after: int, file: Callable[[], bytes] = two) -> Callable[[], bytes]:
    """Changes a byte of the last signature, counted from its end where it is negative."""

    def make() -> bytes:
        content = s.contents(file())
        length = len(content.rstrip(b"\0"))
        return s.with_contents(file(), s.flipped(content, after if after >= 0 else length + after))

    return make


def letter_in_lower_case() -> bytes:
    place = two().find(b"A", s.gap(two())[0])
    return two()[:place] + b"a" + two()[place + 1 :]


def range_of_the_first() -> bytes:
    first = re.findall(rb"/ByteRange \[([^\]]*)\]", two())[0]
    return s.with_range(two(), lambda _: [int(n) for n in first.split()])


def lt() -> bytes:
    return one("B-LT")


def of_kind(kind: Kind) -> Callable[[], bytes]:
    """The first signature with a certificate that will not do."""
    return lambda: one(kind=kind)


def lta() -> bytes:
    return two("B-LTA", "B-LTA")


def signed_at(days: int) -> Callable[[], bytes]:
    """The first signature by a clock that goes wrong."""
    return lambda: signed(s.unsigned(), FIRST, s.TORBEN, moment=MOMENT + timedelta(days=days))


def stamped_by_a_stranger() -> bytes:
    return signed(s.unsigned(), FIRST, s.TORBEN, level="B-T", foreign_time=True)


def stamp_of_another() -> bytes:
    return s.rewritten_message(two("B-T", "B-T"), foreign_token)


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


def ranges(change: Callable[[list[int]], list[int]]) -> Callable[[], bytes]:
    """Writes other numbers for what the last signature covers."""
    return lambda: s.with_range(two(), change)


# The signature as a message


def message(change: Callable[[cms.SignedData], None]) -> Callable[[], bytes]:
    return lambda: s.rewritten_message(two(), change)


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


def with_digest(algorithm: str, signature: str) -> bytes:
    """The last signature made with another digest."""

    def change(signer: cms.SignerInfo) -> None:
        signer["digest_algorithm"] = algos.DigestAlgorithm({"algorithm": algorithm})
        signer["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": signature})
        for each in signer["signed_attrs"]:
            if each["type"].native == "message_digest":
                each["values"] = [core.OctetString(s.digest(two(), algorithm))]

    return s.signed_again(two(), change)


def unknown_algorithm(data: cms.SignedData) -> None:
    data["signer_infos"][0]["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": "1.2.3.4.5"})


def without(attribute: str) -> Callable[[], bytes]:
    return lambda: s.signed_again(two(), s.without(attribute))


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


def said_twice() -> bytes:
    """Evidence is added, and pages that only some readers see: the catalogue names two lists of them."""
    made = Update(two())
    made.root[KEY("/DSS")] = made.add(s.parsed("<</Certs []>>"))
    reference = made.reader.trailer.raw_get("/Root")
    other = made.add(s.parsed("<</Type /Pages /Kids [] /Count 0>>"))
    text = BytesIO()
    made.root.write_to_stream(text)
    written = text.getvalue().rstrip().removesuffix(b">>") + b"/Pages %d 0 R\n>>" % other.idnum
    made.put(reference, written)
    return made.done()


def freed() -> bytes:
    made = Update(two())
    return made.done(free=(made.reader.pages[1].raw_get("/Contents").idnum,))
