"""The manifest of a package that has just been made."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath

import kdnet_docs
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.engines import Wish
from kdnet_docs.meeting.keys import code_digest
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.manifest import FORMAT, About, Commit, File, Manifest, Says, Source, Tool
from kdnet_docs.meeting.provenance import CheckedOut, Provenance, provenance
from kdnet_docs.sources.project import Project

_LIBRARIES = (
    *("babel", "docxtpl", "font-source-sans-pro", "fonttools", "jinja2", "lxml", "markdown-it-py"),
    *("mdit-py-plugins", "pydantic", "pypdf", "python-docx", "ruamel.yaml", "typst"),
)


def describe(
    project: Project,
    front: Document,
    files: Mapping[str, MadeFile],
    wish: Wish,
    checked_out: CheckedOut | None,
) -> Manifest:
    """What the manifest says of these files; their paths begin in the folder above the package.

    Of a source that is seen without what is closed in it, it has the digest of what is seen: that of all
    would tell whoever guesses a closed word that it is right.

    Reads the sources and templates; raises OSError where one is gone again.
    """
    sources = _read(project, sorted({path for file in files.values() for path in file.sources}))
    templates = _read(
        project,
        sorted(
            path.relative_to(project.root).as_posix()
            for path in project.templates.rglob("*")
            if path.is_file()
        ),
    )
    known = provenance(project.history, checked_out, sources | templates) if checked_out else None
    shown = {path: seen(project, path, content) for path, content in sources.items()}
    return Manifest(
        format=FORMAT,
        package=About(
            id=next(iter(files)).partition("/")[0],
            title=front.title,
            date=front.date.isoformat(),
            language=front.language,
            audience=wish.audience,
        ),
        commit=_commit(known) if known else None,
        files=tuple(_file(name.partition("/")[2], file) for name, file in files.items()),
        sources=tuple(_source(path, content, known) for path, content in shown.items()),
        templates=tuple(_source(path, content, known) for path, content in templates.items()),
        tool=Tool(
            name="kdnet_docs",
            version=kdnet_docs.__version__,
            code=code_digest(),
            engine=wish.engine,
            libraries=dict(_libraries()),
        ),
    )


def seen(project: Project, path: str, content: bytes) -> bytes:
    """The source as the project sees it; somebody else's file as it is."""
    if project.view is None or not path.endswith(".yaml"):
        return content
    place = project.root / path
    source = project.load(place)
    model = source if isinstance(source, Refused) else project.model(place, source)
    return content if isinstance(model, Refused) else model.span.source.text.encode()


def _libraries() -> Iterator[tuple[str, str]]:
    """Those that can say their version; a program packed into one file may have left that out."""
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            if found := version(name):
                yield name, found


def _read(project: Project, paths: Iterable[str]) -> dict[str, bytes]:
    return {path: (project.root / path).read_bytes() for path in paths}


def _commit(known: Provenance) -> Commit:
    clean = all(origin.state == "clean" for origin in known.origins.values())
    return Commit(id=known.head, state="clean" if clean else "changed")


def _file(name: str, made: MadeFile) -> File:
    return File(
        name=name,
        role=made.role,
        title=made.title,
        bilag=made.bilag or None,
        pages=made.pages,
        claims=Says(pdf_ua=made.claims.pdf_ua, pdf_a=made.claims.pdf_a) if made.claims else None,
        size=len(made.content),
        sha256=sha256(made.content).hexdigest(),
        sources=tuple(map(_said, made.sources)),
    )


def _source(path: str, content: bytes, known: Provenance | None) -> Source:
    origin = known.origins[path] if known else None
    return Source(
        path=_said(path),
        sha256=sha256(content).hexdigest(),
        commit=origin.commit if origin else None,
        state=origin.state if origin else None,
    )


def _said(path: str) -> str:
    """The path as the manifest says it; of a source elsewhere not the folder, which may be somebody's own."""
    return PurePath(path).name if PurePath(path).is_absolute() else path
