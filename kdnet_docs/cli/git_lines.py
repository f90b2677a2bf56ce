"""What git shows of a file: its clauses as lines where it is a source or a Word file, else what it holds."""

from hashlib import file_digest
from pathlib import Path

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.findings.printable import printable
from kdnet_docs.cli.screen import text
from kdnet_docs.sources.load import MAX_BYTES, decode

_ZIP = b"PK\x03\x04"


def converted(file: Path, name: str) -> bytes:
    """The lines of a file; of another file the bytes themselves.

    So too of a source that cannot be read, after a line that says why. A file that is too large to be
    either is one line. `name` is how findings call it. Raises OSError.
    """
    with file.open("rb") as stream:
        is_word = stream.read(len(_ZIP)) == _ZIP
    if is_word:
        return _bytes(_of_word(file))
    if file.stat().st_size > MAX_BYTES:
        return _bytes((_not_shown(file),))
    data = file.read_bytes()
    lines = _of_source(data, name)
    if isinstance(lines, Diagnostic):
        return _bytes((_why(lines),)) + data
    return data if lines is None else _bytes(lines)


def _of_source(data: bytes, name: str) -> tuple[str, ...] | Diagnostic | None:
    source = decode(data, name)
    if isinstance(source, Refused):
        return source.diagnostics[0]
    if "kind:" not in source.text:
        return None

    from kdnet_docs.compare.lines import source_lines
    from kdnet_docs.sources.read import read

    model = read(source)
    return model.diagnostics[0] if isinstance(model, Refused) else tuple(source_lines(model))


def _of_word(file: Path) -> tuple[str, ...]:
    from kdnet_docs.compare.lines import sentences
    from kdnet_docs.ooxml.plain_lines import plain_lines

    lines = plain_lines(file)
    if isinstance(lines, Refused):
        return (_not_shown(file),)
    return tuple(sentence for line in lines for sentence in sentences(line))


def _not_shown(file: Path) -> str:
    with file.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return text(msg("a file that cannot be shown as text (SHA-256 {digest})", digest=digest))


def _why(finding: Diagnostic) -> str:
    reason, span = finding.message, finding.span
    said = msg(
        "shown as it is written, for it cannot be read: {reason} [{code}]",
        reason=msg("{reason}, line {line}", reason=reason, line=span.line) if span else reason,
        code=finding.code.value,
    )
    return f"# {printable(text(said))}"


def _bytes(lines: tuple[str, ...]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
