"""LibreOffice as the second PDF engine: the Word file as it prints."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg

_SECONDS = 180
_NAMES = ("soffice", "libreoffice")
# Where the installers for macOS and Windows put it without adding it to the path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)


def print_word(docx: bytes) -> bytes | Refused:
    """The PDF that LibreOffice prints from a Word file, in a profile of its own that is thrown away."""
    program = _find()
    if program is None:
        return _refused(
            Code.ENGINE_MISSING,
            msg("LibreOffice is not installed"),
            msg(
                "install it (Debian and Ubuntu: apt-get install libreoffice-writer), or use the engine typst"
            ),
        )
    with tempfile.TemporaryDirectory(prefix="kdnet-libreoffice-") as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(docx)
        reason = _convert(program, folder)
        output = folder / "document.pdf"
        if output.is_file():
            return output.read_bytes()
    return _refused(
        Code.ENGINE_FAILED, msg("LibreOffice could not make the PDF: {reason}", reason=reason), None
    )


def _find() -> str | None:
    found = (shutil.which(name) for name in (*_NAMES, *_PLACES))
    return next((path for path in found if path), None)


def _convert(program: str, folder: Path) -> str:
    """Run LibreOffice; what it said, for the finding if there is no PDF."""
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += [
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        str(folder / "document.docx"),
    ]
    try:
        run = subprocess.run(  # noqa: S603 - a program that we found, and a path of our own
            command,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "HOME": str(folder)},
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {_SECONDS} seconds"
    return (run.stderr or run.stdout).decode(errors="replace").strip()


def _refused(code: Code, message: Message, hint: Message | None) -> Refused:
    return Refused((Diagnostic(code=code, message=message, hint=hint),))
