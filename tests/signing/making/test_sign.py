"""What is looked at before somebody signs, and what is told after."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from certificates import MOMENT, PASSPHRASE, Kind, Services, pki, services
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore
from signed_files import FIRST, SECOND, TORBEN, flipped, one, two, unsigned

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.signing.making.pkcs12 import open_pkcs12
from kdnet_docs.signing.making.sign import Signed, for_somebody_else, sign
from kdnet_docs.signing.making.signable import signable
from kdnet_docs.signing.verdict import Level


@pytest.fixture(scope="module")
def at() -> Iterator[Services]:
    with services() as running:
        yield running


def signer(kind: Kind = "good", name: str = TORBEN) -> SimpleSigner:
    opened = open_pkcs12(pki().pkcs12(name, kind), PASSPHRASE)
    assert isinstance(opened, SimpleSigner)
    return opened


def outcome(  # noqa: PLR0913 - one for each thing that differs
    pdf: bytes,
    field: str,
    who: SimpleSigner,
    *,
    level: Level = "B-B",
    tsa: str | None = None,
    moment: datetime = MOMENT,
) -> Signed | list[str]:
    """What comes of it, or the findings with their codes."""
    there = signable(pdf, field, moment)
    signed = there if isinstance(there, Refused) else sign(there, who, level=level, tsa=tsa, moment=moment)
    if isinstance(signed, Refused):
        return [f"{finding.code.value} {finding.message}" for finding in signed.diagnostics]
    return signed


def test_who_signed_where_and_who_has_not_yet_is_told() -> None:
    signed = outcome(unsigned(), FIRST, signer())
    assert isinstance(signed, Signed)
    assert (signed.signer, signed.field.name, [field.name for field in signed.left]) == (
        TORBEN,
        FIRST,
        [SECOND],
    )
    assert signed.pdf.startswith(unsigned())


def test_a_file_that_does_not_end_with_a_line_break_is_given_one() -> None:
    signed = outcome(unsigned().rstrip(), FIRST, signer())
    assert isinstance(signed, Signed)
    assert signed.pdf.startswith(unsigned().rstrip() + b"\n")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("expired", "the certificate of Torben Hansen expired on 1 January 2021"),
        ("not-yet-valid", "the certificate of Torben Hansen is valid from 1 January 2022 only"),
        ("not-for-signing", "the certificate of Torben Hansen is not one to sign documents with"),
        ("weak", "the key of Torben Hansen has 1024 bits, and must have 2048"),
    ],
)
def test_nobody_signs_with_a_certificate_that_is_no_good(kind: Kind, told: str) -> None:
    assert outcome(unsigned(), FIRST, signer(kind)) == [f"KD834 {told}"]


def test_a_field_is_for_the_one_whom_it_names() -> None:
    found = [signable(unsigned(), name, MOMENT) for name in (FIRST, SECOND)]
    own, other = [there.field for there in found if not isinstance(there, Refused)]
    assert for_somebody_else(own, signer()) is None
    refused = for_somebody_else(other, signer())
    assert refused is not None
    assert "the key is that of Torben Hansen" in str(refused.diagnostics[0].message)


def test_whom_to_trust_is_for_the_reader_to_say() -> None:
    assert isinstance(outcome(unsigned(), FIRST, signer("self-signed")), Signed)
    assert isinstance(outcome(unsigned(), FIRST, signer("foreign")), Signed)
    assert isinstance(outcome(one(kind="foreign"), SECOND, signer()), Signed)


def test_nobody_signs_after_a_signature_that_does_not_hold() -> None:
    spoiled = flipped(one(), 1000)
    found = outcome(spoiled, SECOND, signer())
    assert isinstance(found, list)
    assert {line[:5] for line in found} == {"KD837"}


def test_a_revoked_certificate_is_found_out_where_evidence_is_wanted(at: Services) -> None:
    found = outcome(unsigned(), FIRST, signer("revoked"), level="B-LT", tsa=at.tsa_url)
    assert found == ["KD834 the certificate of Torben Hansen is revoked"]


def test_evidence_that_cannot_be_had_is_told_with_its_address(at: Services) -> None:
    found = outcome(unsigned(), FIRST, signer("self-signed"), level="B-LT", tsa=at.tsa_url)
    assert isinstance(found, Signed), "who vouches for himself is revoked by nobody"
    lonely = signer()
    alone = SimpleSigner(lonely.signing_cert, lonely.signing_key, SimpleCertificateStore())
    assert outcome(unsigned(), FIRST, alone, level="B-LT", tsa=at.tsa_url) == [
        "KD836 the certificate of Prøveudsteder 1, who vouches for Torben Hansen, is missing"
    ]


def test_evidence_of_another_time_proves_nothing(at: Services) -> None:
    later = MOMENT + timedelta(days=60)
    found = outcome(unsigned(), FIRST, signer(), level="B-LT", tsa=at.tsa_url, moment=later)
    assert found == ["KD836 what is answered does not prove that the certificate of Torben Hansen is valid"]


def test_an_authority_that_is_not_there_is_told_with_its_address() -> None:
    for level in ("B-T", "B-LTA"):
        with services():
            found = outcome(unsigned(), FIRST, signer(), level=level, tsa="http://127.0.0.1:1/tid")
        assert isinstance(found, list)
        [line] = found
        assert line.startswith("KD835 no time-stamp from http://127.0.0.1:1/tid: it cannot be reached")


@pytest.mark.parametrize("level", ["B-T", "B-LT", "B-LTA"])
def test_every_level_is_reached(level: Level, at: Services) -> None:
    signed = outcome(one(level), SECOND, signer(), level=level, tsa=at.tsa_url)
    assert isinstance(signed, Signed)
    assert signed.left == ()


def test_one_more_signature_where_all_have_signed_is_none() -> None:
    found = outcome(two(), SECOND, signer())
    assert found == ['KD832 "erhvervshus" is signed already, by Søren Olesen on 12 October 2021']
