"""Files in places that somebody named: what a person has changed there is kept beside what is written."""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.files import write_all, write_files
from kdnet_docs.meeting.record import digest_of
from kdnet_docs.meeting.set_aside import aside, place_beside


def write_over(files: Mapping[Path, bytes], language: str, notes: Path) -> tuple[Diagnostic, ...]:
    """Writes all files or none; gives a warning for each that was there and that we have not written.

    `notes` is a file in which the digests of what we write are noted from one time to the next. What is
    in the way is kept in a folder beside the first of the files. Raises OSError.
    """
    if not files:
        return ()
    known = _read(notes)
    ours = {path: sha256(content).hexdigest() for path, content in files.items()}
    with aside(place_beside(next(iter(files)).with_suffix(""), language)) as kept:

        def look(place: Path, old: Path) -> None:
            if digest_of(old) not in (known.get(_called(place)), ours[place]):
                kept.keep({place.name: old})

        write_files(files, look)
    noted = known | {_called(path): digest for path, digest in ours.items()}
    # What is not noted counts as somebody else's the next time, and is kept.
    with suppress(OSError):
        write_all({notes: json.dumps(noted, indent=1, sort_keys=True).encode()})
    return tuple(kept.warnings)


def _called(path: Path) -> str:
    return str(path.resolve())


def _read(notes: Path) -> dict[str, str]:
    try:
        noted = json.loads(notes.read_bytes())
        return {str(path): str(digest) for path, digest in noted.items()}
    except (OSError, ValueError, AttributeError):
        return {}
