from datetime import timedelta
from io import BytesIO
from random import Random

import pytest
import signed_files as s
from certificates import MOMENT, PASSPHRASE, pki, signed
from cryptography.hazmat.primitives.serialization import Encoding
from hand_made_pdf import pdf
from hypothesis import HealthCheck, given, settings
from pdf_damage import Damaged, damaged, tangled
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pypdf.generic import NameObject

from kdnet_docs.signing.making.pkcs12 import open_pkcs12
from kdnet_docs.signing.verdict import Level
from kdnet_docs.signing.verifying.content.before_signing import changed_before_signing
from kdnet_docs.signing.verifying.judge import Judged, judge

ROOTS = [pki().root_pem]


def judged(file: bytes) -> Judged:
    return judge(file, roots=ROOTS, moment=s.NOW)


def holds(found: Judged) -> bool:
    return bool(found.signatures) and all(one.holds for one in found.signatures) and not found.flaws


def kinds(found: Judged) -> list[str]:
    return [flaw.kind for flaw in found.flaws]


def places(file: bytes, *, seed: int) -> list[int]:
    """Places in every region of a file: all over, in each signature, around it, and at the edges."""
    chance = Random(seed)  # noqa: S311 - the same places each time
    found = [0, 1, 7, len(file) - 1, len(file) - 3, len(file) - 12]
    found += chance.sample(range(len(file)), 12)
    for which in range(file.count(b"/ByteRange [")):
        start, end = s.gap(file, which)
        length = 2 * len(s.contents(file, which).rstrip(b"\0"))
        found += [start - 1, start - 5, end, *(end + n for n in chance.sample(range(1, 60), 4))]
        found += [*chance.sample(range(start, start + length), 6), chance.randrange(start + length, end)]
    return found


@pytest.mark.parametrize("levels", [("B-B", "B-B"), ("B-T", "B-T"), ("B-B", "B-LTA")], ids="+".join)
def test_a_file_with_one_other_byte_never_holds(levels: tuple[Level, ...]) -> None:
    file = s.all_signed(*levels)
    chance = Random(7)  # noqa: S311 - the same bytes each time
    assert holds(judged(file))
    for at in places(file, seed=1):
        other = chance.choice([b for b in b"0123456789ABCDEF \x00\xff" if b != file[at]])
        changed = file[:at] + bytes([other]) + file[at + 1 :]
        assert not holds(judged(changed)), (at, file[at : at + 1], other)


def test_what_changes_unnoticed_in_evidence_that_nothing_covers_changes_nothing_that_is_told() -> None:
    file = s.all_signed("B-LT")
    sound = judged(file)
    begin = s.gap(file)[1] + 1
    chance = Random(3)  # noqa: S311 - the same places each time
    for at in chance.sample(range(file.find(b"%%EOF\n", begin) + 6, len(file)), 30):
        found = judged(s.flipped(file, at))
        assert not holds(found) or found == sound


def test_the_place_of_a_change_is_told() -> None:
    file = s.two()
    for page in (2, 4):
        stream = s.Update(file).reader.pages[page - 1].raw_get("/Contents").get_object()._data  # noqa: SLF001
        changed = s.flipped(file, file.find(stream) + 20)
        told = [str(flaw.message) for one in judged(changed).signatures for flaw in one.flaws]
        assert told == [f"the file was changed after it was signed, in page {page}"] * 2


def test_a_change_after_the_first_signature_does_not_touch_it() -> None:
    file = s.two()
    first, second = judged(s.flipped(file, file.rfind(b"/M (") + 12)).signatures
    assert first.holds
    assert "bytes-changed" in {flaw.kind for flaw in second.flaws}


def test_without_roots_nothing_is_trusted_and_changes_are_told_all_the_same() -> None:
    found = judge(s.two("B-T", "B-T"), roots=[], moment=s.NOW)
    assert [(one.is_trusted, one.is_stamped, one.flaws) for one in found.signatures] == [
        (False, False, ())
    ] * 2
    assert all("--trust" in str(one.remarks[0]) for one in found.signatures)
    changed = judge(s.flipped(s.two(), 4000), roots=[], moment=s.NOW)
    assert {flaw.kind for one in changed.signatures for flaw in one.flaws} == {"bytes-changed"}


def test_roots_come_as_pem_or_der_and_several_in_one_file() -> None:
    der = pki().root.certificate.public_bytes(Encoding.DER)
    together = pki().foreign_root_pem + b"\nwords between\n" + pki().root_pem
    for roots in ([der], [together], [pki().foreign_root_pem, pki().root_pem]):
        assert holds(judge(s.two(), roots=roots, moment=s.NOW))
    assert not holds(judge(s.two(), roots=[pki().foreign_root_pem], moment=s.NOW))


@pytest.mark.parametrize(
    "content", [b"", b"words", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"]
)
def test_a_root_that_is_none_is_an_error(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whichever library
        judge(s.two(), roots=[content], moment=s.NOW)


def test_a_time_stamp_keeps_a_signature_alive_after_its_certificate_and_nothing_else_does() -> None:
    later = MOMENT + timedelta(days=5 * 365)
    assert holds(judge(s.two("B-T", "B-LTA"), roots=ROOTS, moment=later))
    found = judge(s.two(), roots=ROOTS, moment=later)
    assert {flaw.kind for one in found.signatures for flaw in one.flaws} == {"certificate-expired"}


def test_a_time_stamp_over_the_file_keeps_those_in_it_alive_and_itself_runs_out() -> None:
    much_later = MOMENT + timedelta(days=25 * 365)
    for levels in (("B-T", "B-T"), ("B-T", "B-LTA")):
        found = judge(s.all_signed(*levels), roots=ROOTS, moment=much_later)
        told = {flaw.kind for one in found.signatures for flaw in one.flaws} | set(kinds(found))
        assert "timestamp-expired" in told


HOSTILE = {
    "a catalogue that is its own pages": "<</Type /Catalog /Pages 1 0 R /AcroForm 1 0 R /Fields [1 0 R]>>",
    "a form in a circle": "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>>",
    "a signature in a circle": "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>",
    "deep arrays": f"<</Type /Catalog /Pages 2 0 R /X {'[' * 5000}{']' * 5000}>>",
}


@pytest.mark.parametrize("root", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_hostile_is_judged_and_raises_nothing(root: str) -> None:
    objects: dict[int, str | bytes] = {
        1: root,
        2: "<</Type /Pages /Kids [5 0 R] /Count 1>>",
        3: "<</T (a) /Kids [3 0 R 3 0 R]>>",
        4: "<</T (a) /FT /Sig /V 4 0 R /ByteRange [0 1 2 99999999999] /Contents <3080>>>",
        5: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [3 0 R 4 0 R]>>",
    }
    found = judged(pdf(objects))
    assert not holds(found)
    assert found.flaws or all(one.flaws for one in found.signatures)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged() | tangled())
def test_a_damaged_file_raises_nothing(file: Damaged) -> None:
    assert not holds(judged(file.content))


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert kinds(judged(b"%PDF-1.7\n" + bytes(100_000_001))) == ["unreadable"]


@pytest.mark.parametrize("certifies", [False, True])
def test_what_another_program_adds_when_it_signs_is_no_change(*, certifies: bool) -> None:
    signer = open_pkcs12(pki().pkcs12(s.TORBEN), PASSPHRASE)
    assert isinstance(signer, SimpleSigner)
    # It states that it is PDF 2.0, and which further standards it follows; a certifying one what may come.
    how = PdfSignatureMetadata(field_name=s.FIRST, certify=certifies, subfilter=SigSeedSubFilter.PADES)
    first = PdfSigner(how, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(s.unsigned()))).getvalue()
    assert b"/Version /2.0" in first
    both = judged(signed(first, s.SECOND, s.SOEREN))
    assert both.flaws == ()
    assert all(one.level for one in both.signatures)
    base = len(s.unsigned())
    assert changed_before_signing(first, base) == ()
    noted = s.Update(first)
    noted.root[NameObject("/Version")] = NameObject("/9.9")
    assert "changed-after-signing" in {flaw.kind for flaw in judged(noted.done()).flaws}
