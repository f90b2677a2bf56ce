"""Keys in files, as people have them: old and new, with and without a passphrase, and the wrong file."""

import subprocess
from pathlib import Path

import pytest
from certificates import PASSPHRASE, pki
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pyhanko.sign.signers import SimpleSigner
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.signing.certificates import name_of
from kdnet_docs.signing.making.pkcs12 import open_pkcs12, opens

ANNE = "Anne Sørensen"


def opened(content: bytes, passphrase: str = PASSPHRASE) -> SimpleSigner:
    signer = open_pkcs12(content, passphrase, "anne.p12")
    assert isinstance(signer, SimpleSigner), signer
    return signer


def refusal(content: bytes, passphrase: str = PASSPHRASE) -> str:
    refused = open_pkcs12(content, passphrase, "anne.p12")
    assert isinstance(refused, Refused)
    [finding] = refused.diagnostics
    assert finding.code.value == "KD833"
    assert not passphrase or passphrase not in f"{finding.message} {finding.hint}"
    return str(finding.message)


def test_whose_key_it_is_and_who_vouches_for_it_comes_along() -> None:
    signer = opened(pki().pkcs12(ANNE))
    assert name_of(signer.signing_cert) == ANNE
    assert {name_of(other) for other in signer.cert_registry} >= {"Prøveudsteder 1", "Prøverod"}


@pytest.mark.parametrize("how", [["-legacy"], ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"], []])
def test_files_of_old_and_new_programs_open(how: list[str], tmp_path: Path) -> None:
    holder = pki().holder(ANNE)
    pem = tmp_path / "anne.pem"
    pem.write_bytes(holder.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + holder.pem)
    file = tmp_path / "anne.p12"
    subprocess.run(
        [tool("openssl"), "pkcs12", "-export", *how, "-in", pem, "-out", file, "-passout", "pass:hemmelig"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert name_of(opened(file.read_bytes(), "hemmelig").signing_cert) == ANNE


def test_a_file_without_a_passphrase_opens_to_all() -> None:
    content = pki().pkcs12(ANNE, passphrase=None)
    assert opens(content, "")
    assert name_of(opened(content, "").signing_cert) == ANNE
    assert not opens(pki().pkcs12(ANNE), "")


def test_a_wrong_passphrase_is_told_and_not_repeated() -> None:
    for wrong in ("forkert", PASSPHRASE.lower(), f"{PASSPHRASE} "):
        assert refusal(pki().pkcs12(ANNE), wrong) == 'the passphrase does not open "anne.p12"'


def test_another_kind_of_file_is_told_by_what_it_is() -> None:
    assert refusal(pki().root_pem) == '"anne.p12" is a PEM file, not PKCS#12'
    for other in (b"", b"%PDF-1.7", pki().holder(ANNE).der, b"\x30\x82"):
        assert refusal(other) == '"anne.p12" is no PKCS#12 file'


def test_certificates_without_a_key_sign_nothing() -> None:
    content = pkcs12.serialize_java_truststore(
        [pkcs12.PKCS12Certificate(pki().root.certificate, None)], NoEncryption()
    )
    assert refusal(content, "").endswith("holds no key with its certificate")
