"""Where sources come from: the commit that they are at, as git tells it, and whether they are as it has them.

Git is asked only for what it has stored: the working files are compared with that here.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from kdnet_docs.sources.git import ask_git, is_stored_as

State: TypeAlias = Literal["clean", "changed", "untracked"]
"""As the commit has it, different from that, or not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The last commit that changed a file (None if it has none, or git does not know), and its state."""

    commit: str | None
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The commit that is checked out, and each file's origin, by its path from the project's folder."""

    head: str
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOut:
    """What is checked out: the commit, and the ids of the files it has below the project's folder."""

    head: str
    is_shallow: bool
    blobs: Mapping[str, str]


def checked_out(root: Path, folders: Collection[str], at: str = "HEAD") -> CheckedOut | None:
    """The commit of the project's folder, with what it has in these folders; None where there is none."""
    found = ask_git(root, "rev-parse", "--is-shallow-repository", "--verify", f"{at}^{{commit}}")
    listed = ask_git(root, "ls-tree", "-r", "-z", at, "--", *folders) if found else None
    if not found or not listed:
        return None
    shallow, head = found.decode("ascii").split()
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    blobs = {os.fsdecode(name): data.split()[2].decode("ascii") for data, _, name in entries}
    return CheckedOut(head=head, is_shallow=shallow == "true", blobs=blobs)


def provenance(root: Path, commit: CheckedOut, contents: Mapping[str, bytes]) -> Provenance:
    """The origins of files, by path from the project's folder; `contents` is what they hold now."""
    tracked = [name for name in contents if name in commit.blobs]
    # Of a history that begins in the middle nobody can say what changed a file last.
    commits = {} if commit.is_shallow else _last_commits(root, commit.head, tracked)
    return Provenance(
        head=commit.head,
        origins={
            name: Origin(commit=commits.get(name), state=_state(commit.blobs.get(name), content))
            for name, content in contents.items()
        },
    )


def _state(blob: str | None, content: bytes) -> State:
    if blob is None:
        return "untracked"
    return "clean" if is_stored_as(content, blob) else "changed"


def _last_commits(root: Path, head: str, names: Collection[str]) -> dict[str, str]:
    """The newest commit that names each file; a merge counts where it differs from all its parents."""
    if not names:
        return {}
    ask = ("log", "-c", "--no-renames", "--name-only", "-z", "--format=%x01%H", "--relative", head, "--")
    told = ask_git(root, *ask, *names)
    commits: dict[str, str] = {}
    current = ""
    for piece in (told or b"").split(b"\0"):
        entry = piece.lstrip(b"\n")
        if entry.startswith(b"\1"):
            current = entry[1:].decode("ascii")
        elif entry:
            commits.setdefault(os.fsdecode(entry), current)
    return commits
