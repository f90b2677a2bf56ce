"""Builds a package on disk, and only when something it is made from has changed."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import kdnet_docs
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import write_whole
from kdnet_docs.sources.project import SOURCES, Project

_ENGINES = ("babel", "docxtpl", "markdown-it-py", "python-docx", "typst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, and where; `findings` are warnings, none where nothing had changed."""

    name: str
    folder: Path
    files: tuple[Path, ...]
    unchanged: bool
    findings: tuple[Diagnostic, ...]


def build(project: Project, name: str, out: Path, formats: tuple[str, ...], engine: str) -> Built | Refused:
    """Builds a meeting into `out/meeting-ID` or a document into `out`, all of it or nothing.

    Raises OSError where the files cannot be written.
    """
    folder = out / f"meeting-{name}" if name in project.meetings() else out
    record = out / ".kdnet" / (re.sub(r"[^\w@.-]+", "_", name) + ".json")
    key = _key(project, name, formats, engine)
    if files := _still_there(record, key, folder):
        return Built(name=name, folder=folder, files=files, unchanged=True, findings=())
    made = _make(project, name, formats, engine)
    if isinstance(made, Refused):
        return made
    contents, findings = made
    for file_name, data in contents.items():
        write_whole(folder / file_name, data)
    digests = {file_name: sha256(data).hexdigest() for file_name, data in contents.items()}
    write_whole(record, json.dumps({"key": key, "files": digests}, indent=1).encode())
    paths = tuple(folder / file_name for file_name in contents)
    return Built(name=name, folder=folder, files=paths, unchanged=False, findings=findings)


def _make(
    project: Project, name: str, formats: tuple[str, ...], engine: str
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]] | Refused:
    # Reading and writing documents loads the heavy libraries; finding that nothing changed does not.
    from kdnet_docs.meeting.package import plan, write

    package = plan(project, name)
    if isinstance(package, Refused):
        return package
    files = write(package, project, formats, "libreoffice" if engine == "libreoffice" else "typst")
    return files if isinstance(files, Refused) else (files, package.findings)


def _key(project: Project, name: str, formats: tuple[str, ...], engine: str) -> str:
    """A digest of all that a build depends on: sources, templates, the engine and its libraries."""
    digest = sha256(
        json.dumps([name, formats, engine, [metadata.version(library) for library in _ENGINES]]).encode()
    )
    code = Path(kdnet_docs.__file__).parent
    named = [Path(name)] if Path(name).is_file() else []
    for folder, pattern in ((project.root / SOURCES, "*.yaml"), (project.templates, "*"), (code, "*.py")):
        for file in sorted(path for path in folder.rglob(pattern) if path.is_file()):
            digest.update(f"\0{file.relative_to(folder)}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    for file in named:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _still_there(record: Path, key: str, folder: Path) -> tuple[Path, ...]:
    """The files of an earlier build with the same key, if every one of them is as it was left."""
    try:
        noted = json.loads(record.read_bytes())
        digests = dict(noted["files"])
        paths = tuple(folder / name for name in digests)
        same = noted["key"] == key and all(
            sha256(path.read_bytes()).hexdigest() == digests[path.name] for path in paths
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return paths if same else ()
