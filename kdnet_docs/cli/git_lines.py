"""What git shows of a file: its clauses as lines where it is a source or a Word file, else what it holds."""

from hashlib import sha256

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.screen import text
from kdnet_docs.sources.load import decode

_ZIP = b"PK\x03\x04"


def converted(data: bytes, name: str) -> bytes:
    """The lines of a file; of a source that cannot be read, and of another file, the bytes themselves."""
    lines = _of_word(data) if data.startswith(_ZIP) else _of_source(data, name)
    if lines is None:
        return data
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _of_source(data: bytes, name: str) -> tuple[str, ...] | None:
    source = decode(data, name)
    if isinstance(source, Refused) or "kind:" not in source.text:
        return None

    from kdnet_docs.compare.lines import source_lines
    from kdnet_docs.sources.read import read

    model = read(source)
    return None if isinstance(model, Refused) else tuple(source_lines(model))


def _of_word(data: bytes) -> tuple[str, ...] | None:
    from kdnet_docs.compare.lines import sentences
    from kdnet_docs.ooxml.plain_lines import plain_lines

    lines = plain_lines(data)
    if isinstance(lines, Refused):
        digest = sha256(data).hexdigest()
        return (text(msg("a file that cannot be shown as text (SHA-256 {digest})", digest=digest)),)
    return tuple(sentence for line in lines for sentence in sentences(line))
