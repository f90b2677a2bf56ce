"""Git, asked for what it has stored.

The folder may be anybody's, and its `.git/config` may name programs. So git is never asked for the
state of the working files, nor for a difference that a program would show: none of the filters,
monitors, converters and hooks that a folder can name is run.
"""

import os
import shutil
import subprocess
from hashlib import sha1, sha256
from pathlib import Path

_SECONDS = 20
_SHA256_DIGITS = 64
_SETTINGS = (
    *("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.pager=cat", "log.showSignature=false"),
    *("log.follow=false", "log.mailmap=false", "color.ui=false", "diff.external="),
)


def has_git() -> bool:
    """Whether there is a git to ask."""
    return shutil.which("git") is not None


def ask_git(folder: Path, *arguments: str, reads: bytes = b"") -> bytes | None:
    """What git answers, given `reads`; None where it is missing or the folder is in no repository."""
    program = shutil.which("git")
    if program is None:
        return None
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    try:
        run = subprocess.run(  # noqa: S603 - a program that we found, with settings of ours
            [program, "--no-pager", "--no-replace-objects", *settings, *arguments],
            cwd=folder,
            env=_environment(),
            input=reads,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    # ValueError: a NUL in a name, which no program can be given
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return run.stdout if run.returncode == 0 else None


def is_shallow(folder: Path) -> bool:
    """Whether the history that is here begins in the middle."""
    return (ask_git(folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def is_stored_as(content: bytes, blob: str) -> bool:
    """Whether git stores a working file under this id.

    Git on Windows may have put other line ends into the file than it stores.
    """
    as_stored = (content, content.replace(b"\r\n", b"\n"))
    return blob in (_blob_id(one, len(blob)) for one in as_stored)


def _blob_id(content: bytes, digits: int) -> str:
    data = b"blob %d\0" % len(content) + content
    if digits == _SHA256_DIGITS:
        return sha256(data).hexdigest()
    return sha1(data, usedforsecurity=False).hexdigest()


def _environment() -> dict[str, str]:
    """Ours without what git was told for another folder; git fetches nothing, asks nobody, writes nothing."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return own | {
        "LC_ALL": "C",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
