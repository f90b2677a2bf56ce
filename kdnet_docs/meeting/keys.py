"""Digests of what things are made of: the same digest, the same bytes."""

import json
import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import kdnet_docs
from kdnet_docs.meeting.engines import PdfEngine, Wish
from kdnet_docs.meeting.provenance import CheckedOut
from kdnet_docs.sources.project import SOURCES, Project

_READ = MappingProxyType(
    {"docx": ("word", "typst"), "pdf": ("word", "typst"), "html": ("word", "html"), "txt": ("word",)}
)
"""The folders of templates that a format is made with.

The house's Word file dresses them all. Typst sets a Word file too, to know the pages of its contents.
"""


def engine_key(project: Project, engine: PdfEngine) -> str:
    """A digest of what everything is made with: the program, all templates, and the engine.

    Of LibreOffice, and the fonts it prints with, it knows nothing.
    """
    made_with = [engine, program_key(), _digest_of(project.templates)]
    return sha256(json.dumps(made_with).encode()).hexdigest()


def program_key() -> str:
    """A digest of the code, Python and its libraries."""
    return sha256(json.dumps([sys.version, _libraries(), code_digest()]).encode()).hexdigest()


def templates_key(templates: Path, form: str) -> str:
    """A digest of the templates that files of this format are made with, and of no others."""
    return sha256(json.dumps([_digest_of(templates / name) for name in _READ[form]]).encode()).hexdigest()


def build_key(project: Project, wish: Wish, engine: str, commit: CheckedOut | None) -> str:
    """A digest of all that a build depends on; `engine` is as `engine_key` gives it.

    All sources count, not those of the package alone: reading them all is quick, and a build too many
    does no harm. The commit counts because the manifest names it.
    """
    outside = Path(wish.name).read_bytes() if Path(wish.name).is_file() else b""
    sources = (_digest_of(project.root / SOURCES), sha256(outside).hexdigest())
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    parts = [wish.place, wish.formats, engine, sources, commit.head if commit else None, epoch]
    return sha256(json.dumps(parts).encode()).hexdigest()


@cache
def code_digest() -> str:
    """A digest of the program itself."""
    return _digest_of(Path(kdnet_docs.__file__).parent)


def _digest_of(folder: Path) -> str:
    """A digest of the files below a folder, by their names and contents."""
    digest = sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.suffix != ".pyc":
            digest.update(f"\0{file.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _libraries() -> list[str]:
    """Every installed library with its version, as the folders beside them say it.

    Which of them have a part in a document need not be known; and reading their metadata takes longer.
    """
    return sorted({found.name for folder in sys.path for found in Path(folder).glob("*.dist-info")})
