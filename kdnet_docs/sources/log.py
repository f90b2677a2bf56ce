"""The commits that changed a file, also under the names that it had before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.git import ask_git
from kdnet_docs.sources.revisions import not_fetched, text_of

_FIELDS = "%x01%H%x02%as%x02%ct%x02%an%x02%s"
"""What is asked of each commit; what somebody may have put a separator into comes last."""
_ASK = ("log", "--raw", "-z", "--no-abbrev", "--find-renames", f"--format={_FIELDS}")
_SHORT = 9
"""Digits that no two commits of a project share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit: its id, the day, the second, who made it, and the first line of why."""

    id: str
    day: str
    second: int
    author: str
    subject: str

    @property
    def short(self) -> str:
        """The id as people write it; git takes it too."""
        return self.id[:_SHORT]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What a commit made of a file: its path from the repository's top then, and the id of its content."""

    commit: Commit
    path: str
    blob: str

    def load(self, folder: Path) -> Source | Refused:
        """The text of the file after the commit."""
        short = self.commit.short
        text = text_of(folder, self.blob, f"{self.path}@{short}")
        return not_fetched(short) if text is None else text


def states_of(folder: Path, path: str, at: str = "HEAD") -> tuple[Stored, ...]:
    """What the commits up to `at` made of a file, the first of them first; none where there is no history.

    `path` is from the folder. A commit that removed the file is left out.
    """
    told = ask_git(folder, *_ASK, "--follow", at, "--", path)
    return tuple(_stored(told or b""))[::-1]


@lru_cache(maxsize=4)
def lives_of(folder: Path, below: str, commit: str) -> Mapping[str, tuple[Stored, ...]]:
    """The same of every file below a folder at once, by its path from `folder`.

    Each commit changes what the one before it made: of what came with a merge, the merge is told. A file
    under another name is another. `commit` is an id, for which the answer never changes.
    """
    main_line = ("--no-renames", "--relative", "--first-parent", "--diff-merges=first-parent")
    told = ask_git(folder, *_ASK, *main_line, commit, "--", below)
    lives: dict[str, list[Stored]] = {}
    for stored in _stored(told or b""):
        lives.setdefault(stored.path, []).append(stored)
    return {path: tuple(reversed(life)) for path, life in lives.items()}


def _stored(told: bytes) -> Iterator[Stored]:
    pieces = (piece.lstrip("\n") for piece in told.decode("utf-8", "surrogateescape").split("\0"))
    commit: Commit | None = None
    for piece in pieces:
        if piece.startswith("\1"):
            commit = _commit(piece[1:])
        elif piece.startswith(":") and commit:
            *_, blob, kind = piece.split(" ")
            path = next(pieces)
            if kind[0] in "RC":
                path = next(pieces)
            if kind != "D":
                yield Stored(commit=commit, path=path, blob=blob)
            if kind[0] == "C":
                return  # of what it was copied from, which has a life of its own


def _commit(told: str) -> Commit:
    identity, day, second, author, subject = told.split("\2", 4)
    return Commit(id=identity, day=day, second=int(second), author=author, subject=subject)
