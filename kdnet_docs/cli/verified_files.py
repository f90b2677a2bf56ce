"""The files that `kdnet verify` is given: the one to be verified, and certificates to trust."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.signing.verifying.judge import MAX_BYTES
from kdnet_docs.signing.verifying.signatures.trust import read_roots

_MAX_CERTIFICATES = 4_000_000
_PKCS12 = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
"""The object identifier of what a PKCS#12 file holds, near its beginning."""
_BLOCK = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----.*?(?:-----END \1-----|\Z)", re.DOTALL)


def read_file(name: str) -> bytes | Refused:
    """The file that is to be verified."""
    return _read(name, MAX_BYTES, Code.NOT_VERIFIABLE)


def read_trusted(names: Sequence[str]) -> tuple[bytes, ...] | Refused:
    """The files of certificates that are to be trusted, or all that is wrong with them."""
    found: list[bytes] = []
    wrong: list[Diagnostic] = []
    for name in names:
        content = _read(name, _MAX_CERTIFICATES, Code.NO_CERTIFICATE)
        if isinstance(content, Refused):
            wrong += content.diagnostics
        elif _is_sound(content):
            found.append(content)
        else:
            wrong.append(_no_certificate(name, content))
    return Refused(tuple(wrong)) if wrong else tuple(found)


def _read(name: str, most: int, code: Code) -> bytes | Refused:
    file, span = Path(name), Span(Source(name, ""), 0, 0)
    try:
        if not file.is_file():
            message = (
                msg('"{name}" is a folder; a file belongs here', name=name)
                if file.is_dir()
                else msg('there is no file "{name}"', name=name)
            )
            return _refused(code, message, span)
        if file.stat().st_size > most:
            message = msg("{name} is larger than {size} MB", name=name, size=most // 1_000_000)
            return _refused(code, message, span, msg("is this the right file?"))
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = msg("{name} cannot be read: {reason}", name=name, reason=reason)
        return _refused(code, message, span)


def _refused(code: Code, message: Message, span: Span, hint: Message | None = None) -> Refused:
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))


def _is_sound(content: bytes) -> bool:
    try:
        read_roots([content])
    except ValueError:
        return False
    return True


def _no_certificate(name: str, content: bytes) -> Diagnostic:
    """What is in a file in place of certificates, and where."""
    message, hint, place = next(_faults(Source(name, content.decode("ascii", "replace")), content))
    span = place or Span(Source(name, ""), 0, 0)
    return Diagnostic(code=Code.NO_CERTIFICATE, message=message, span=span, hint=hint)


def _faults(source: Source, content: bytes) -> Iterator[tuple[Message, Message, Span | None]]:
    for block in _BLOCK.finditer(source.text):
        first_line = Span(source, block.start(), block.start() + block[0].index("-----", 5) + 5)
        if "KEY" in block[1]:
            alone = msg("give the certificate alone, and keep the key to yourself")
            yield msg("this is a private key, and no certificate"), alone, first_line
        elif not _is_sound(block[0].encode("ascii", "replace")):
            whole = msg("copy it anew, with its first and last line")
            yield msg("this certificate cannot be read"), whole, first_line
    right = msg("give the certificate of the authority (PEM or DER), as its own site has it")
    if content.startswith(b"%PDF-"):
        yield msg("this is a PDF, and no certificate"), right, None
    if _PKCS12 in content[:64]:
        own = msg("give the certificate of the authority, and not the signatory's own key")
        yield msg("this is a key with its certificate (PKCS#12)"), own, None
    yield msg("there is no certificate in the file"), right, None
