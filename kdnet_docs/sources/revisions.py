"""A state in git that a reference names, and the text that a file had there."""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.sources.git import ask_git, has_git, is_shallow
from kdnet_docs.sources.load import MAX_BYTES, decode, too_large

# The first colon, but for that of a drive of Windows.
_WITH_REVISION = re.compile(r"((?:[A-Za-z]:[\\/])?+[^:]*):(.*)", re.DOTALL)


def nearest_folder(path: Path) -> Path:
    """The folder of a file, or the nearest one above that is still there: git has what is gone, too."""
    return next(parent for parent in path.absolute().parents if parent.is_dir())


def split_reference(reference: str) -> tuple[str, str | None]:
    """What a reference names, and the state in git that it names it in, if it does: `NAME:REV`."""
    found = _WITH_REVISION.fullmatch(reference)
    if not found or os.path.lexists(reference):
        return reference, None
    return found[1], found[2].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit of the repository that `folder` lies in; `name` is what somebody called it: "HEAD~3"."""

    folder: Path
    name: str
    commit: str

    def files(self, *below: str) -> tuple[str, ...]:
        """The files it has below these folders, by their paths from the folder, in order."""
        listed = ask_git(self.folder, "ls-tree", "-r", "-z", "--name-only", self.commit, "--", *below)
        return tuple(sorted(os.fsdecode(name) for name in (listed or b"").split(b"\0") if name))

    def contents(self, *below: str) -> Mapping[str, bytes] | Refused:
        """The files it has below these folders with what they hold; links and the like are left out."""
        listed = ask_git(self.folder, "ls-tree", "-r", "-z", self.commit, "--", *below) or b""
        entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
        blobs = {os.fsdecode(name): data.split()[2] for data, _, name in entries if data.startswith(b"100")}
        # Nobody makes such names, but a repository may come from anywhere.
        inside = {name: blob for name, blob in blobs.items() if ".." not in name.split("/")}
        told = ask_git(self.folder, "cat-file", "--batch", reads=b"\n".join((*inside.values(), b"")))
        return not_fetched(self.name) if told is None else dict(zip(inside, _in_batch(told), strict=True))

    def load(self, path: str, called: str) -> Source | Refused | None:
        """The text of a file by its path from the folder, or None if the revision has none of that name.

        `called` is the file's name in findings, to which the revision is added: "2022.yaml@HEAD~3".
        """
        stored = f"{self.commit}:./{path}"
        text = text_of(self.folder, stored, f"{called}@{self.name}")
        if text is None and ask_git(self.folder, "rev-parse", "--verify", "--quiet", stored):
            return not_fetched(self.name)
        return text

    def not_there(self, name: str, path: str, known: Collection[str]) -> Refused:
        """That it has no file of this name; `known` are the names that it has."""
        hint = self._when(path) or did_you_mean(name, known)
        return _refused(
            Code.NOT_IN_REVISION,
            msg('"{name}" is not in "{revision}"', name=name, revision=self.name),
            hint or msg("there are {names}", names=", ".join(known) or "-"),
        )

    def _when(self, path: str) -> Message | None:
        """When the file came and went, as far as the history tells."""
        came, went = self._last(path, "A"), self._last(path, "D")
        match came, went:
            case None, None:
                is_here = (self.folder / path).is_file()
                return msg("the file has not been committed yet; leave out the revision") if is_here else None
            case str(), str():
                return msg("it came with {came}, and was removed with {went}", came=came, went=went)
            case _:
                return msg("it came with {came}", came=came or went)

    def _last(self, path: str, change: str) -> str | None:
        """The last commit that added or removed the file, with its day."""
        ask = ("log", "--all", "-1", "--no-renames", f"--diff-filter={change}", "--format=%h (%as)")
        told = ask_git(self.folder, *ask, "--", path)
        return told.decode("utf-8", "replace").strip() or None if told else None


def texts_of(folder: Path, blobs: Collection[str]) -> Mapping[str, bytes]:
    """What git has stored under these ids, asked for at once; without what it lacks or is too large."""
    told = ask_git(folder, "cat-file", "--batch-check", reads="".join(f"{one}\n" for one in blobs).encode())
    sizes = (line.split() for line in (told or b"").decode("ascii").splitlines())
    there = [size[0] for size in sizes if size[1] == "blob" and int(size[2]) <= MAX_BYTES]
    held = ask_git(folder, "cat-file", "--batch", reads="".join(f"{one}\n" for one in there).encode())
    return {} if held is None else dict(zip(there, _in_batch(held), strict=True))


def text_of(folder: Path, stored: str, called: str) -> Source | Refused | None:
    """The text of what git has stored under this name, `called` so in findings; None if it has nothing."""
    size = ask_git(folder, "cat-file", "-s", stored)
    if size is not None and int(size) > MAX_BYTES:
        return too_large(called, int(size))
    data = None if size is None else ask_git(folder, "cat-file", "blob", stored)
    return None if data is None else decode(data, called)


def not_fetched(name: str) -> Refused:
    """That a partial clone has the names of a revision's files alone, for nothing is fetched here."""
    return _refused(
        Code.NO_GIT,
        msg('this copy of the repository lacks files of "{revision}"', revision=name),
        msg("it was cloned in part; clone it anew without `--filter`"),
    )


def _in_batch(told: bytes) -> Iterator[bytes]:
    """The contents that git gives one after the other, each after a line that ends in its size."""
    at = 0
    while at < len(told):
        begin = told.index(b"\n", at) + 1
        at = begin + int(told[at:begin].split()[2]) + 1
        yield told[begin : at - 1]


def repository(folder: Path) -> Refused | None:
    """Why git can tell nothing of the folder, if it cannot."""
    if not has_git():
        return _refused(
            Code.NO_GIT,
            msg("git is needed for that, and it is not on this machine"),
            msg("install git, or name the files as they are now"),
        )
    if ask_git(folder, "rev-parse", "--git-dir") is None:
        if any(os.path.lexists(place / ".git") for place in (folder.absolute(), *folder.absolute().parents)):
            # Such as a folder that belongs to somebody else, which git does not trust.
            return _refused(
                Code.NO_GIT,
                msg('git does not answer for the folder "{name}"', name=str(folder)),
                msg("`git status` there tells why"),
            )
        return _refused(
            Code.NO_GIT,
            msg('the folder "{name}" is not in a git repository, and has no history', name=str(folder)),
            msg("use the folder that `git clone` made, or name the files as they are now"),
        )
    return None


def revision(folder: Path, name: str) -> Revision | Refused:
    """The commit that `name` means in the repository that the folder lies in."""
    # What begins with a dash would be an option of git's.
    ask = ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    commit = ask_git(folder, *ask) if name and not name.startswith("-") else None
    if commit:
        return Revision(folder=folder, name=name, commit=commit.decode("ascii").strip())
    return repository(folder) or _refused(
        Code.UNKNOWN_REVISION,
        msg('there is no revision "{name}"', name=name),
        _what_may_be_meant(folder, name),
    )


def _what_may_be_meant(folder: Path, name: str) -> Message:
    count = ask_git(folder, "rev-list", "--count", "HEAD")
    if not count:
        return msg("nothing has been committed yet")
    if is_shallow(folder):
        return msg("the history begins in the middle here; `git fetch --unshallow` fetches the rest of it")
    base = re.split(r"[~^@]", name)[0]
    called = list(_branches_and_tags(folder))
    if base != name and base in {"HEAD", *called}:
        return msg("the history of HEAD has {count} commits; `git log` shows them", count=int(count))
    return did_you_mean(name, ["HEAD", *called]) or msg(
        "HEAD is the last commit, HEAD~1 the one before it; a tag, a branch and the number of a commit are "
        "known too"
    )


def _branches_and_tags(folder: Path) -> Iterator[str]:
    listed = ask_git(
        folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"
    )
    yield from (listed or b"").decode("utf-8", "replace").split()


def _refused(code: Code, message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=code, message=message, hint=hint),))
