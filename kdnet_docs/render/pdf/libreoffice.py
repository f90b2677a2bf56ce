"""LibreOffice as a PDF engine: our own Word file as it prints, and files that others have made."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias
from xml.sax.saxutils import escape

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg

Program: TypeAlias = Literal["writer", "calc", "impress"]
"""The part of LibreOffice that opens a file: texts, spreadsheets, slides."""

_SECONDS = 180.0
_NAMES = ("soffice", "libreoffice")
# Where the installers for macOS and Windows put it without adding it to the path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)

# A file that somebody sends may hold macros and point at files and addresses elsewhere: nothing of it
# is run, and nothing outside the file is read. The proxy that nobody answers at is for what slips through.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Load", "UpdateDocMode", "0"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
# How numbers and dates are written where a file leaves it to the reader's machine, as Excel's mostly do,
# and which paper it is printed on where the file does not say. A new profile would be American.
_LOCALES: Mapping[str, str] = MappingProxyType({"da": "da-DK", "en": "en-GB"})
_SCHEMA = "http://openoffice.org/2001/registry"

# Tagged, with bookmarks, fonts embedded: what a reader of the whole needs of each part.
_ACCESSIBLE = json.dumps(
    {
        "SelectPdfVersion": {"type": "long", "value": "3"},
        "PDFUACompliance": {"type": "boolean", "value": "true"},
        "UseTaggedPDF": {"type": "boolean", "value": "true"},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
    }
)


def print_word(docx: bytes, language: str) -> bytes | Refused:
    """The PDF that LibreOffice prints from our own Word file."""
    return _to_pdf(docx, ".docx", "writer_pdf_Export", language, _SECONDS)


def convert(
    content: bytes, suffix: str, program: Program, language: str, seconds: float = _SECONDS
) -> bytes | Refused:
    """A file of somebody else's as tagged PDF/A-3; no macro is run and nothing outside the file is read.

    `language` is "da" or "en": as in Denmark or Britain are numbers and dates written that the file
    leaves to the reader's machine, and its paper is A4.
    """
    return _to_pdf(content, suffix, f"{program}_pdf_Export:{_ACCESSIBLE}", language, seconds)


def _to_pdf(content: bytes, suffix: str, export: str, language: str, seconds: float) -> bytes | Refused:
    program = _find()
    if program is None:
        return _refused(
            Code.ENGINE_MISSING,
            msg("LibreOffice is not installed"),
            msg(
                "install it (Debian and Ubuntu: apt-get install libreoffice-writer), or use the engine typst"
            ),
        )
    with tempfile.TemporaryDirectory(prefix="kdnet-libreoffice-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile(_LOCALES[language]), encoding="utf-8")
        document = folder / f"document{suffix}"
        document.write_bytes(content)
        reason = _run(program, document, export, seconds)
        output = folder / "document.pdf"
        if output.is_file():
            return output.read_bytes()
    return _refused(
        Code.ENGINE_FAILED, msg("LibreOffice could not make the PDF: {reason}", reason=reason), None
    )


def _profile(locale: str) -> str:
    """The settings of a profile that is new each time and thrown away."""
    settings = (*_SETTINGS, ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", locale))
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>"
        for path, name, value in settings
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="{_SCHEMA}">{items}</oor:items>'


def _find() -> str | None:
    found = (shutil.which(name) for name in (*_NAMES, *_PLACES))
    return next((path for path in found if path), None)


def _run(program: str, document: Path, export: str, seconds: float) -> str:
    """Run LibreOffice beside the document; what it said, for the finding if there is no PDF."""
    folder = document.parent
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", f"pdf:{export}", "--outdir", str(folder), str(document)]
    with subprocess.Popen(  # noqa: S603 - a program that we found, and a path of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "HOME": str(folder)},
        start_new_session=True,
    ) as process:
        try:
            said, complained = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return f"no answer within {seconds:.0f} seconds"
        finally:
            _end(process)
    lines = (complained or said).decode(errors="replace").replace(str(folder), "").splitlines()
    # It warns of Java, which nothing here needs.
    return " ".join(line.strip() for line in lines if "javaldx" not in line).strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with all that it started: what is called `soffice` only starts the program itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _refused(code: Code, message: Message, hint: Message | None) -> Refused:
    return Refused((Diagnostic(code=code, message=message, hint=hint),))
