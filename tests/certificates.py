"""Certificates for the tests: an authority with its signatories, and what it answers on the loopback.

All is set around one moment, MOMENT, so that nothing of it runs out. The keys are made anew in each process.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from typing import Literal, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate_rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    NameOID,
    ObjectIdentifier,
)

from kdnet_docs.signing.verdict import Level

MOMENT = datetime(2021, 10, 12, 10, 0, tzinfo=UTC)
"""When the tests sign: what is "good" is valid then, and from 2021 to 2024."""

REVOKED = datetime(2021, 6, 1, tzinfo=UTC)
PASSPHRASE = "Rødgrød 4 fløde"  # noqa: S105 - opens nothing but what is made here

Kind: TypeAlias = Literal[
    "good", "expired", "not-yet-valid", "foreign", "revoked", "self-signed", "not-for-signing", "weak"
]
Key: TypeAlias = EllipticCurvePrivateKey | RSAPrivateKey

_YEARS = {
    "authority": (2011, 2041),
    "good": (2021, 2024),
    "expired": (2019, 2021),
    "not-yet-valid": (2022, 2025),
}
_serials = count(1000)


@dataclass(frozen=True)
class Holder:
    """Somebody with a key, and the certificate for it."""

    key: Key
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


def _name(name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "DK"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _usage(*allowed: str) -> x509.KeyUsage:
    names = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
        "key_cert_sign crl_sign encipher_only decipher_only"
    )
    return x509.KeyUsage(**{name: name in allowed for name in names.split()})


def _issue(  # noqa: PLR0913 - a certificate says so much
    name: x509.Name,
    key: Key,
    issuer: Holder | None,
    usage: x509.KeyUsage,
    *,
    years: str = "good",
    is_authority: bool = False,
    extended: ObjectIdentifier | None = None,
    addresses: tuple[str, str] | None = None,
) -> Holder:
    """A certificate; `addresses` are those of the list of revoked certificates and of the OCSP service."""
    first, last = _YEARS[years]
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.certificate.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(next(_serials))
        .not_valid_before(datetime(first, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(last, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer.key if issuer else key).public_key()),
            critical=False,
        )
    )
    if extended:
        builder = builder.add_extension(x509.ExtendedKeyUsage([extended]), critical=True)
    if addresses and issuer:
        crl, responder = addresses
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(crl)], None, None, None)
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        if responder:
            access = x509.AccessDescription(
                AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(responder)
            )
            builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    return Holder(key, builder.sign(issuer.key if issuer else key, SHA256()))


class Pki:
    """A root, an authority under it, a time-stamp authority, and the same of somebody foreign."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.is_at_work = False
        atexit.register(self.server.server_close)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        authority = _usage("key_cert_sign", "crl_sign", "digital_signature")

        def root(name: str) -> Holder:
            key = generate_private_key(SECP256R1())
            return _issue(
                _name(name, "Prøvetillid A/S"), key, None, authority, years="authority", is_authority=True
            )

        self.root = root("Prøverod")
        self.foreign_root = root("Fremmed rod")
        self.issuer = _issue(
            _name("Prøveudsteder 1", "Prøvetillid A/S"),
            generate_private_key(SECP256R1()),
            self.root,
            authority,
            years="authority",
            is_authority=True,
            addresses=(f"{self.address}/root.crl", ""),
        )
        self._holders: dict[tuple[str, str, Kind], Holder] = {}
        self._revoked: set[int] = set()
        self._timestampers: dict[str, Holder] = {}

    @property
    def root_pem(self) -> bytes:
        return self.root.pem

    @property
    def foreign_root_pem(self) -> bytes:
        return self.foreign_root.pem

    def holder(self, name: str, kind: Kind = "good", organisation: str = "Erhvervshus Midtjylland") -> Holder:
        """Somebody's key and certificate; the same one each time."""
        known = (name, organisation, kind)
        if known not in self._holders:
            self._holders[known] = self._new_holder(_name(name, organisation), kind)
        holder = self._holders[known]
        if kind == "revoked":
            self._revoked.add(holder.certificate.serial_number)
        return holder

    def _new_holder(self, name: x509.Name, kind: Kind) -> Holder:
        # A key as nobody should have one any more.
        key = generate_rsa(65537, 1024) if kind == "weak" else generate_private_key(SECP256R1())  # noqa: S505
        is_other = kind == "not-for-signing"
        usage = _usage("key_encipherment") if is_other else _usage("digital_signature", "content_commitment")
        years = kind if kind in _YEARS else "good"
        match kind:
            case "self-signed":
                return _issue(name, key, None, usage, years=years)
            case "foreign":
                addresses = (f"{self.address}/foreign.crl", "")
                return _issue(name, key, self.foreign_root, usage, years=years, addresses=addresses)
            case _:
                addresses = (f"{self.address}/issuer.crl", f"{self.address}/ocsp")
                return _issue(name, key, self.issuer, usage, years=years, addresses=addresses)

    def chain(self, kind: Kind = "good") -> tuple[Holder, ...]:
        """The authorities over a signatory's certificate, the root last."""
        match kind:
            case "self-signed":
                return ()
            case "foreign":
                return (self.foreign_root,)
            case _:
                return (self.issuer, self.root)

    def pkcs12(
        self,
        name: str,
        kind: Kind = "good",
        organisation: str = "Erhvervshus Midtjylland",
        *,
        passphrase: str | None = PASSPHRASE,
    ) -> bytes:
        """A signatory's PKCS#12 file with the whole chain."""
        holder = self.holder(name, kind, organisation)
        return pkcs12.serialize_key_and_certificates(
            name.encode(),
            holder.key,
            holder.certificate,
            [authority.certificate for authority in self.chain(kind)],
            NoEncryption() if passphrase is None else BestAvailableEncryption(passphrase.encode()),
        )

    def timestamper(self, *, foreign: bool = False) -> Holder:
        """A time-stamp authority, under the root or under a foreign one."""
        name, issuer, crl = (
            ("Fremmed tid", self.foreign_root, "foreign.crl")
            if foreign
            else ("Prøvetid", self.root, "root.crl")
        )
        if name not in self._timestampers:
            self._timestampers[name] = _issue(
                _name(name, "Prøvetillid A/S"),
                generate_rsa(65537, 2048),
                issuer,
                _usage("digital_signature"),
                years="authority",
                extended=ExtendedKeyUsageOID.TIME_STAMPING,
                addresses=(f"{self.address}/{crl}", ""),
            )
        return self._timestampers[name]

    def crl(self, name: str) -> bytes:
        """A list of revoked certificates: of "root", "issuer" or "foreign"."""
        by = {"root": self.root, "issuer": self.issuer, "foreign": self.foreign_root}[name]
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(by.certificate.subject)
            .last_update(MOMENT - timedelta(hours=1))
            .next_update(MOMENT + timedelta(days=7))
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False
            )
        )
        for serial in sorted(self._revoked) if name == "issuer" else ():
            revoked = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(REVOKED).build()
            builder = builder.add_revoked_certificate(revoked)
        return builder.sign(by.key, SHA256()).public_bytes(Encoding.DER)

    def ocsp(self, question: bytes) -> bytes:
        """Whether a certificate of the authority's is revoked."""
        asked = ocsp.load_der_ocsp_request(question)
        [holder] = [
            each
            for each in self._holders.values()
            if each.certificate.serial_number == asked.serial_number
            and each.certificate.issuer == self.issuer.certificate.subject
        ]
        is_revoked = asked.serial_number in self._revoked
        answer = (
            ocsp.OCSPResponseBuilder()
            .add_response(
                holder.certificate,
                self.issuer.certificate,
                SHA256(),
                ocsp.OCSPCertStatus.REVOKED if is_revoked else ocsp.OCSPCertStatus.GOOD,
                MOMENT,
                MOMENT + timedelta(days=1),
                REVOKED if is_revoked else None,
                None,
            )
            .responder_id(ocsp.OCSPResponderEncoding.HASH, self.issuer.certificate)
        )
        return answer.sign(self.issuer.key, SHA256()).public_bytes(Encoding.DER)

    def timestamp(self, question: bytes, *, foreign: bool = False) -> bytes:
        """A time-stamp, always of MOMENT."""
        from asn1crypto import keys, tsp
        from asn1crypto import x509 as asn1_x509
        from pyhanko.sign.timestamps import DummyTimeStamper
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        holder = self.timestamper(foreign=foreign)
        along = SimpleCertificateStore()
        along.register(asn1_x509.Certificate.load((self.foreign_root if foreign else self.root).der))
        key = holder.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(holder.der), keys.PrivateKeyInfo.load(key), along, fixed_dt=MOMENT
        )
        answer: bytes = stamper.request_tsa_response(tsp.TimeStampReq.load(question)).dump()
        return answer


@cache
def pki() -> Pki:
    """The authority of this process."""
    return Pki()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.strip("/").removesuffix(".crl")
        self._answer(pki().crl(name), "application/pkix-crl")

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        match self.path:
            case "/ocsp":
                self._answer(pki().ocsp(question), "application/ocsp-response")
            case "/tsa" | "/foreign-tsa":
                answer = pki().timestamp(question, foreign=self.path == "/foreign-tsa")
                self._answer(answer, "application/timestamp-reply")
            case _:
                self.send_error(404)

    def _answer(self, content: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing: the output belongs to the tests."""


@dataclass(frozen=True)
class Services:
    """Where what the authority answers is to be had."""

    tsa_url: str
    foreign_tsa_url: str


@contextmanager
def services() -> Iterator[Services]:
    """The authority at work: time-stamps, OCSP and lists of revoked certificates, on the loopback."""
    made = pki()
    at = Services(f"{made.address}/tsa", f"{made.address}/foreign-tsa")
    if made.is_at_work:
        yield at
        return
    thread = Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    made.is_at_work = True
    try:
        yield at
    finally:
        made.is_at_work = False
        made.server.shutdown()
        thread.join()


def signed(  # noqa: PLR0913 - each a way in which signatures differ
    pdf: bytes,
    field: str,
    name: str,
    *,
    kind: Kind = "good",
    level: Level = "B-B",
    moment: datetime = MOMENT,
    foreign_time: bool = False,
) -> bytes:
    """The file with one more signature; nothing is asked of the certificate, so that it may be a bad one."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing.making.appearance import Appearance
    from kdnet_docs.signing.making.evidence import evidence_of
    from kdnet_docs.signing.making.pades import add_document_timestamp, add_evidence, sign_field
    from kdnet_docs.signing.making.pkcs12 import open_pkcs12
    from kdnet_docs.signing.making.timestamps import Authority

    signer = open_pkcs12(pki().pkcs12(name, kind), PASSPHRASE)
    assert not isinstance(signer, Refused), signer
    look = Appearance(signer.signing_cert, moment)
    if level == "B-B":
        return sign_field(pdf, field, signer, moment=moment, look=look)
    with services() as at:
        tsa = Authority(at.foreign_tsa_url if foreign_time else at.tsa_url)
        pdf = sign_field(pdf, field, signer, moment=moment, tsa=tsa, look=look)
        if level in ("B-LT", "B-LTA"):
            pdf = add_evidence(pdf, evidence_of(signer.signing_cert, signer.cert_registry))
        if level == "B-LTA":
            pdf = add_document_timestamp(pdf, tsa)
        return pdf
