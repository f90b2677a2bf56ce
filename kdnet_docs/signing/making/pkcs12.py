"""A signatory's key and certificates from a PKCS#12 file (.p12, .pfx)."""

from asn1crypto import keys, x509
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg


def open_pkcs12(content: bytes, passphrase: str, name: str = "PKCS#12") -> SimpleSigner | Refused:
    """The signatory of a file that people call `name`; no word of the passphrase is in what is refused."""
    if not is_pkcs12(content):
        return _refused(*_something_else(content, name))
    opened = _opened(content, passphrase)
    if opened is None:
        wrong = msg('the passphrase does not open "{name}"', name=name)
        return _refused(wrong, msg("try again; small and capital letters differ, and blanks count"))
    key, certificate = opened.key, opened.cert
    if key is None or certificate is None:
        wrong = msg('"{name}" holds no key with its certificate', name=name)
        return _refused(wrong, msg("export both from where you have them, into one .p12 file"))
    others = SimpleCertificateStore()
    others.register_multiple(map(_certificate, opened.additional_certs))
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=_certificate(certificate),
        signing_key=keys.PrivateKeyInfo.load(plain),
        cert_registry=others,
    )


def is_pkcs12(content: bytes) -> bool:
    """Whether it is a PKCS#12 file, whatever is in it."""
    try:
        return bool(asn1_pkcs12.Pfx.load(content)["version"].native == "v3")
    except (ValueError, TypeError):
        return False


def opens(content: bytes, passphrase: str) -> bool:
    """Whether this is the passphrase of a PKCS#12 file."""
    return _opened(content, passphrase) is not None


def _opened(content: bytes, passphrase: str) -> pkcs12.PKCS12KeyAndCertificates | None:
    """What is in the file; a file without a passphrase may be written in two ways."""
    for word in (passphrase.encode(), *((None,) if not passphrase else ())):
        try:
            return pkcs12.load_pkcs12(content, word)
        except (ValueError, UnsupportedAlgorithm):
            continue
    return None


def _certificate(found: pkcs12.PKCS12Certificate) -> x509.Certificate:
    return x509.Certificate.load(found.certificate.public_bytes(Encoding.DER))


def _something_else(content: bytes, name: str) -> tuple[Message, Message]:
    if b"-----BEGIN " in content[:4096]:
        return (
            msg('"{name}" is a PEM file, not PKCS#12', name=name),
            msg("make one file of key and certificate: {command}", command=_CONVERT),
        )
    return (
        msg('"{name}" is no PKCS#12 file', name=name),
        msg("the file with your key and certificate mostly ends in .p12 or .pfx"),
    )


_CONVERT = "openssl pkcs12 -export -inkey KEY.pem -in CERT.pem -certfile CHAIN.pem -out F.p12"


def _refused(message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=Code.KEY, message=message, hint=hint),))
