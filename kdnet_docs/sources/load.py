"""A file's bytes to text: what is refused before any YAML is read."""

import re
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span

MAX_BYTES = 4_000_000
"""Far above any contract: the real one is 40 kB. A larger file is a mistake or an attack."""

MAX_FINDINGS = 100
"""Enough for anybody to begin with; a file of another kind may have thousands."""

_FORBIDDEN = re.compile(
    # Control characters have no place in XML nor in a PDF; directional overrides make a text read
    # otherwise than it stands (CVE-2021-42574); unpaired surrogates and non-characters are no text.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def load(path: Path, name: str) -> Source | Refused:
    """The text of the file, or why it cannot be read; `name` is how findings call it."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _refused(Code.UNREADABLE, name, msg("{name} is a folder, not a file", name=name))
        if size > MAX_BYTES:
            return too_large(name, size)
        if not path.is_file():  # a pipe or a device, which may never end
            return _refused(Code.UNREADABLE, name, msg("{name} is not a file of text", name=name))
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        return _refused(
            Code.UNREADABLE, name, msg("{name} cannot be read: {reason}", name=name, reason=reason)
        )
    return decode(data, name)


def too_large(name: str, size: int) -> Refused:
    """That a file of `size` bytes is no source."""
    return _refused(
        Code.TOO_LARGE,
        name,
        msg("{name} is {size} MB; a source is at most 4 MB", name=name, size=size // 1_000_000),
        msg("is this the right file? Pictures and attachments do not go into the YAML"),
    )


def decode(data: bytes, name: str) -> Source | Refused:
    """Bytes as UTF-8 text without forbidden characters, a byte order mark left out."""
    try:
        source = Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        # The error counts in what follows a byte order mark, and `error.object` is just that.
        before = Source(name, error.object[: error.start].decode("utf-8") + "\ufffd")
        end = len(before.text)
        return Refused(
            (
                Diagnostic(
                    code=Code.ENCODING,
                    message=msg("the file is not UTF-8 text"),
                    span=Span(before, end - 1, end),
                    hint=msg("save the file again with the encoding UTF-8"),
                ),
            )
        )
    findings = tuple(
        forbidden(match.group(), Span(source, *match.span())) for match in _FORBIDDEN.finditer(source.text)
    )
    return Refused(findings[:MAX_FINDINGS]) if findings else source


def forbidden_in(text: str) -> str | None:
    """The first character of `text` that no document may hold, as an escape in quotes may bring it."""
    match = _FORBIDDEN.search(text)
    return match.group() if match else None


def forbidden(character: str, span: Span) -> Diagnostic:
    """The finding for a character that no document may hold."""
    return Diagnostic(
        code=Code.CONTROL_CHARACTER,
        message=msg(
            "the invisible character U+{number} cannot stand in a document", number=f"{ord(character):04X}"
        ),
        span=span,
        hint=msg("delete it; it often comes along when text is copied from elsewhere"),
    )


def _refused(code: Code, name: str, message: Message, hint: Message | None = None) -> Refused:
    return Refused((Diagnostic(code=code, message=message, span=Span(Source(name, ""), 0, 0), hint=hint),))
