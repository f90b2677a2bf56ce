"""Signing with a key on a token: SoftHSM stands for the card."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pkcs11
import pytest
from certificates import MOMENT, pki
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute
from pkcs11.util.x509 import decode_x509_certificate
from signed_files import FIRST, TORBEN, unsigned
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.signing.making.pkcs11 import opened_token
from kdnet_docs.signing.making.sign import Signed, sign
from kdnet_docs.signing.making.signable import Signable, signable

PIN = "738291"
TOKENS = {"kort": ["underskrift"], "to": ["gammel", "ny"]}
LIBRARIES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The library of a token called "kort" with one key, and of one called "to" with two."""
    softhsm = tool("softhsm2-util")
    found = next((path for path in LIBRARIES if Path(path).exists()), None)
    if found is None:
        pytest.skip("the library of SoftHSM is elsewhere")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        # The library reads it when it is loaded, which is once in a process.
        patch.setenv("SOFTHSM2_CONF", str(settings))
        for token, labels in TOKENS.items():
            run(softhsm, "--init-token", "--free", "--label", token, "--pin", PIN, "--so-pin", PIN)
            for number, label in enumerate(labels, start=1):
                put_key(softhsm, folder, token, label, number)
        for token, labels in TOKENS.items():
            put_certificates(found, token, labels)
        yield found


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60, env=dict(os.environ))


def put_key(softhsm: str, folder: Path, token: str, label: str, number: int) -> None:
    """A key onto a token."""
    key = pki().holder(TORBEN).key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "key.pem"
    file.write_bytes(key)
    run(
        softhsm,
        "--import",
        str(file),
        "--token",
        token,
        "--pin",
        PIN,
        "--label",
        label,
        "--id",
        f"{number:02x}",
    )


def put_certificates(library: str, token: str, labels: list[str]) -> None:
    """The certificate for each key onto a token, under the same id, and those of the chain."""
    certificates = {label: pki().holder(TORBEN).der for label in labels}
    certificates |= {f"ca-{at}": one.der for at, one in enumerate(pki().chain())}
    with pkcs11.lib(library).get_token(token_label=token).open(user_pin=PIN, rw=True) as session:
        for number, (label, content) in enumerate(certificates.items(), start=1):
            described = decode_x509_certificate(content)
            described |= {Attribute.LABEL: label, Attribute.ID: bytes([number]), Attribute.TOKEN: True}
            session.create_object(described)


def refusal(library: str, label: str, pin: str = PIN, key: str | None = None) -> tuple[str, str]:
    with opened_token(library, label, pin, key) as opened:
        assert isinstance(opened, Refused)
        [finding] = opened.diagnostics
        assert pin not in f"{finding.message} {finding.hint}"
        return str(finding.message), str(finding.hint)


def test_a_key_on_a_token_signs_as_one_in_a_file_does(library: str, tmp_path: Path) -> None:
    with opened_token(library, "kort", PIN) as signer:
        assert not isinstance(signer, Refused)
        there = signable(unsigned(), FIRST, MOMENT)
        assert isinstance(there, Signable)
        signed = sign(there, signer, level="B-B", tsa=None, moment=MOMENT)
    assert isinstance(signed, Signed)
    assert signed.signer == TORBEN
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed.pdf)
    told = subprocess.run(
        [tool("pdfsig"), "-nocert", file], capture_output=True, text=True, check=False, timeout=60
    )
    assert "Signature is Valid." in told.stdout


def test_which_of_several_keys_is_to_be_said(library: str) -> None:
    assert refusal(library, "to") == ('there are several keys on "to"', "name one with --key: gammel, ny")
    with opened_token(library, "to", PIN, "ny") as signer:
        assert not isinstance(signer, Refused)
    assert refusal(library, "to", key="nyt") == ('there is no key "nyt" on "to"', 'did you mean "ny"?')


def test_what_does_not_open_is_told_without_the_pin(library: str) -> None:
    assert refusal(library, "kort", "999999")[0] == 'the PIN does not open "kort"'
    assert refusal(library, "kor") == ('there is no token "kor"', 'did you mean "kort"?')
    assert refusal("/nowhere/libcard.so", "kort")[0] == (
        '"/nowhere/libcard.so" is no PKCS#11 library that can be used here'
    )
