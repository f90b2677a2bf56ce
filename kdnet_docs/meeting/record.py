"""What a build noted of itself: a digest of what it was made from, and of each file it left."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`files` are SHA-256 digests by path from the folder that was built into."""

    key: str
    files: Mapping[str, str]

    def to_json(self) -> bytes:
        """The record as it is kept."""
        return json.dumps({"key": self.key, "files": dict(self.files)}, indent=1).encode()

    def as_left(self, out: Path) -> tuple[Path, ...]:
        """The files that nobody has touched since."""
        return tuple(out / name for name, digest in self.files.items() if _digest(out / name) == digest)


def record_of(key: str, contents: Mapping[str, bytes]) -> Record:
    """The record of a build that made these files."""
    return Record(key=key, files={name: sha256(data).hexdigest() for name, data in contents.items()})


def place_of(name: str, out: Path) -> Path:
    """Where the record of what is built under `name` is kept."""
    stem = quote(name, safe="@")
    # A path may be longer than a file's name can be.
    return out / ".kdnet" / f"{stem if len(stem) <= 200 else sha256(name.encode()).hexdigest()}.json"  # noqa: PLR2004


def read_record(place: Path) -> Record:
    """The record kept there, or an empty one where there is none that can be read."""
    try:
        kept = json.loads(place.read_bytes())
        files = {str(name): str(digest) for name, digest in kept["files"].items() if _is_within(name)}
        return Record(key=str(kept["key"]), files=files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record(key="", files={})


def _is_within(name: str) -> bool:
    """Whether a path stays in its folder: a record that came from elsewhere may not point at other files."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _digest(file: Path) -> str | None:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
