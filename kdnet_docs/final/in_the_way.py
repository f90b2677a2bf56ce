"""Signed files in the places of those to be written: nothing ever takes their place."""

from collections.abc import Iterable
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span

_SIGNED = b"/ByteRange"
"""What every signature of a PDF has, as these characters: its place in the file must be known beforehand."""


def in_the_way(names: Iterable[str], folder: Path) -> Refused | None:
    """The signed files among those of these names in the folder."""
    signed = [folder / name for name in names if name.endswith(".pdf") and _is_signed(folder / name)]
    return Refused(tuple(map(_finding, signed))) if signed else None


def _is_signed(file: Path) -> bool:
    return file.is_file() and _SIGNED in file.read_bytes()


def _finding(file: Path) -> Diagnostic:
    return Diagnostic(
        code=Code.ALREADY_SIGNED,
        message=msg("the file is signed, and is never written over"),
        span=Span(Source(str(file.absolute()), ""), 0, 0),
        hint=msg("pass that one on; to make another beside it, name a folder with --out"),
    )
