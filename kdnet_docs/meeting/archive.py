"""A package as one zip file, the same for the same files."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PACKED = (".docx", ".xlsx", ".pptx", ".pdf", ".png", ".jpg", ".jpeg", ".zip")
"""What is compressed already: trying again gains next to nothing."""
_UNIX = 3
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # the years that a zip file can hold


def zip_of(files: Mapping[str, bytes], day: date) -> bytes:
    """A zip of files by their paths, sorted; every one has this date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            # Python marks names beyond ASCII as UTF-8, so that Windows shows æ, ø and å.
            entry = ZipInfo(name, _stamp(day))
            entry.compress_type = ZIP_STORED if name.lower().endswith(_PACKED) else ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _stamp(day: date) -> tuple[int, int, int, int, int, int]:
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    return (year, day.month, day.day, 0, 0, 0)
