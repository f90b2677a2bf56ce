"""Builds a package on disk, and only when something it is made from has changed."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import kdnet_docs
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import write_all
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.meeting.record import place_of, read_record, record_of
from kdnet_docs.sources.project import SOURCES, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, and where; `findings` are warnings, none where nothing had changed."""

    name: str
    files: tuple[Path, ...]
    unchanged: bool
    findings: tuple[Diagnostic, ...]


def build(
    project: Project, name: str, out: Path, formats: tuple[str, ...], engine: PdfEngine
) -> Built | Refused:
    """Builds a meeting into `out/meeting-ID` or a document into `out`, all of it or nothing.

    What an earlier build under this name left, and this one does not make, is removed if nobody has
    touched it since. Raises OSError where the files cannot be written.
    """
    name = project.called(name)
    place = place_of(name, out)
    before, key = read_record(place), _key(project, name, formats, engine)
    as_left = before.as_left(out)
    # Of LibreOffice and the fonts it prints with the key knows nothing.
    if engine != "libreoffice" and before.key == key and len(as_left) == len(before.files):
        return Built(name=name, files=as_left, unchanged=True, findings=())
    made = _make(project, name, formats, engine)
    if isinstance(made, Refused):
        return made
    contents, findings = made
    files = {out / file_name: data for file_name, data in contents.items()}
    write_all(files)
    for stale in set(as_left) - files.keys():
        stale.unlink()
    write_all({place: record_of(key, contents).to_json()})
    return Built(name=name, files=tuple(files), unchanged=False, findings=findings)


def _make(
    project: Project, name: str, formats: tuple[str, ...], engine: PdfEngine
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]] | Refused:
    # Reading and writing documents loads the heavy libraries; finding that nothing changed does not.
    from kdnet_docs.meeting.package import plan, write

    package = plan(project, name)
    if isinstance(package, Refused):
        return package
    files = write(package, project, formats, engine)
    return files if isinstance(files, Refused) else (files, package.findings)


def _key(project: Project, name: str, formats: tuple[str, ...], engine: PdfEngine) -> str:
    """A digest of all that a build depends on: sources, templates, the engine, Python and its libraries."""
    digest = sha256(json.dumps([name, formats, engine, sys.version, _libraries()]).encode())
    code = Path(kdnet_docs.__file__).parent
    for folder, pattern in ((project.root / SOURCES, "*.yaml"), (project.templates, "*"), (code, "*")):
        for file in sorted(path for path in folder.rglob(pattern) if path.is_file()):
            if file.suffix != ".pyc":
                digest.update(f"\0{file.relative_to(folder)}\0".encode())
                digest.update(sha256(file.read_bytes()).digest())
    if Path(name).is_file():
        digest.update(Path(name).read_bytes())
    return digest.hexdigest()


def _libraries() -> list[str]:
    """Every installed library with its version, as the folders beside them say it.

    Which of them have a part in a document need not be known; and reading their metadata takes longer.
    """
    return sorted({found.name for folder in sys.path for found in Path(folder).glob("*.dist-info")})
