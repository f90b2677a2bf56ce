"""What a build noted of itself: a digest of what it was made from, what it left, and what it told."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.meeting.remembered import ReadSource, from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is said of a build in a line: how many documents and pages; and the file to read first."""

    documents: int = 0
    pages: int = 0
    first: str = ""
    """Its path from the folder that was built into; empty where no file comes before the others."""
    pdf_a: str = ""
    """What that file says of itself: the part and level of PDF/A, as `3a`."""
    pdf_ua: bool = False
    """The same of PDF/UA-1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`files` are SHA-256 digests by path from the folder that was built into."""

    key: str = ""
    folder: str = ""
    """The folder that a meeting has to itself; empty for a document alone."""
    files: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[Mapping[str, str], ...] = ()
    """The files of the builds before, while it is not certain that this one's are in their place."""
    kept: tuple[str, ...] = ()
    """The keys of the documents it needs from the store."""
    summary: Summary = Summary()
    findings: tuple[Diagnostic, ...] = ()

    def to_json(self) -> bytes:
        """The record as it is written."""
        record = {
            "key": self.key,
            "folder": self.folder,
            "files": dict(self.files),
            "earlier": [dict(files) for files in self.earlier],
            "kept": sorted(self.kept),
            "summary": asdict(self.summary),
            "findings": to_json(self.findings),
        }
        return json.dumps(record, indent=1).encode()

    def begun(self, before: "Record") -> "Record":
        """What is noted before the files are put in their place: a process that is killed leaves either."""
        return replace(self, key="", earlier=(before.files, *before.earlier))

    def knows(self, name: str, digest: str | None) -> bool:
        """Whether a build left a file of this name and digest; none is left that cannot be read."""
        return digest is not None and digest in {files.get(name) for files in (self.files, *self.earlier)}

    def as_left(self, out: Path) -> tuple[Path, ...]:
        """The files that nobody has touched since."""
        return tuple(out / name for name, digest in self.files.items() if _is_left(out / name, digest))

    def left_earlier(self, out: Path) -> Iterator[Path]:
        """The files that only earlier builds left, and that nobody has touched since."""
        for files in self.earlier:
            for name, digest in files.items():
                if name not in self.files and _is_left(out / name, digest):
                    yield out / name

    def is_as_left(self, out: Path) -> bool:
        """Whether all files are there, and nobody has touched any."""
        return len(self.as_left(out)) == len(self.files)


def digests(contents: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each content, as a record has them."""
    return {name: sha256(data).hexdigest() for name, data in contents.items()}


def place_of(name: str, out: Path) -> Path:
    """Where the record of what is built under `name` is kept."""
    stem = quote(name, safe="@")
    # A path may be longer than a file's name can be.
    return out / ".kdnet" / f"{stem if len(stem) <= 200 else sha256(name.encode()).hexdigest()}.json"  # noqa: PLR2004


def read_record(place: Path, read: ReadSource) -> Record:
    """The record there, or an empty one where there is none that can be read."""
    try:
        return _record(json.loads(place.read_bytes()), read)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Record()


def _record(kept: Any, read: ReadSource) -> Record:
    summary = kept["summary"]
    return Record(
        key=str(kept["key"]),
        folder=str(kept["folder"]) if is_within(kept["folder"]) else "",
        files=_files(kept["files"]),
        # Records of former versions do not have it.
        earlier=tuple(map(_files, kept.get("earlier", ()))),
        kept=tuple(map(str, kept["kept"])),
        summary=Summary(
            documents=int(summary["documents"]),
            pages=int(summary["pages"]),
            first=str(summary["first"]),
            pdf_a=str(summary.get("pdf_a", "")),
            pdf_ua=bool(summary.get("pdf_ua", False)),
        ),
        findings=from_json(kept["findings"], read),
    )


def _files(kept: Any) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in kept.items() if is_within(name)}


def kept_keys(out: Path, read: ReadSource) -> frozenset[str]:
    """The keys that any build into `out` needs from the store."""
    places = sorted((out / ".kdnet").glob("*.json"))
    return frozenset(key for place in places for key in read_record(place, read).kept)


def is_within(name: str) -> bool:
    """Whether a path stays in its folder: a record that came from elsewhere may not point at other files."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _is_left(file: Path, digest: str) -> bool:
    """Whether a file of this digest lies there: a link is none, though it may lead to one."""
    return file.is_file() and not file.is_symlink() and digest_of(file) == digest


def digest_of(file: Path) -> str | None:
    """The digest of a file; None for what cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
