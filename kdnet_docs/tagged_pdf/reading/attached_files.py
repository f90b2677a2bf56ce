"""The files that lie in a PDF, by their names: some would be run by the one who opens them there."""

import re

from pypdf.generic import ByteStringObject, DictionaryObject, TextStringObject

from kdnet_docs.tagged_pdf.reading.access import under, value_in

_KEYS = ("/UF", "/F", "/Unix", "/DOS", "/Mac")
# What Windows, macOS and Linux run or let in when it is opened, and office files that have macros. The name
# decides that, and not what is in the file: a program that is called something else is not run. Windows
# leaves dots and spaces at the end of a name away.
_PROGRAM = re.compile(
    r"""\.(
    exe|com|scr|pif|bat|cmd|msi|msix|msp|mst|appx|cpl|dll|hta|reg|inf|scf|url|lnk|website|msc|chm|hlp
    |js|jse|mjs|vbs|vbe|wsf|wsh|wsc|sct|ps1|psm1|psd1|jar|jnlp|class|py|pyc|pyw|pyz|rb|pl|php
    |sh|bash|csh|ksh|zsh|fish|command|workflow|action|app|scpt|applescript|terminal|dmg|pkg|mpkg
    |desktop|run|bin|elf|appimage|deb|rpm|apk|iso|img|vhd|vhdx
    |docm|dotm|xlsm|xltm|xlam|xlsb|xll|xla|pptm|potm|ppam|ppsm|sldm|mdb|mde|accdb|accde|iqy|slk
    )[.\ ]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def file_name(one: DictionaryObject) -> str | None:
    """What a file is called that lies in the PDF with this specification; None where none does."""
    return next(iter(named(one)), "?") if under(one, "/EF") else None


def program_name(one: DictionaryObject) -> str | None:
    """The name by which a file that lies in the PDF would be run; None where none is run."""
    return next(filter(is_program, named(one)), None) if under(one, "/EF") else None


def is_program(name: str) -> bool:
    """Whether a file would be run when it is opened by this name."""
    return _PROGRAM.search(name) is not None


def named(specification: object) -> list[str]:
    """The names that a file specification gives its file, which may be but a string; the best is first."""
    if isinstance(specification, DictionaryObject):
        values = [value_in(specification, key) for key in _KEYS]
    else:
        values = [specification]
    texts = [str(name) for name in values if isinstance(name, TextStringObject)]
    # A name in no encoding that a PDF knows is read as bytes.
    return texts + [name.decode("latin-1") for name in values if isinstance(name, ByteStringObject)]
