"""What git is told in a repository, so that it shows sources and Word files as clauses."""

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import write_all
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.sources.git import ask_git
from kdnet_docs.sources.project import SOURCES
from kdnet_docs.sources.revisions import repository

ATTRIBUTES = (f"{SOURCES}/**/*.yaml diff=kdnet", "*.docx diff=kdnet-word")
_FILE = ".gitattributes"


def set_up(root: Path) -> tuple[Message, ...] | Refused:
    """Sets git up in the repository of the project's folder; says what was done, nothing if all was there.

    Writes `.gitattributes` in that folder and the repository's own settings, and nothing else.
    """
    refused = repository(root)
    if refused:
        return refused
    done: list[Message] = []
    attributes = _attributes(root / _FILE)
    if isinstance(attributes, Refused):
        return attributes
    if attributes:
        write_all({root / _FILE: attributes})
        done.append(msg("{file} says which files are shown so; commit it", file=_FILE))
    for key, value in {**_settings(), **_tool(root)}.items():
        if _setting(root, key) == value:
            continue
        if ask_git(root, "config", "--local", "--replace-all", key, value) is None:
            return _refused(root)
        done.append(msg("git config --local {key}", key=key))
    if done:
        done.append(msg("Now `git diff`, `git log -p` and `git show` tell what was changed as clauses."))
        done.append(_on_difftool(root))
    return tuple(done)


def _attributes(file: Path) -> bytes | Refused | None:
    """The file with the lines that it lacks; None where it has them."""
    if file.is_symlink():
        message = msg('"{name}" is a link, which git does not follow', name=str(file))
        hint = msg("put a file in its place")
        return Refused((Diagnostic(code=Code.OUTPUT, message=message, hint=hint),))
    there = file.read_bytes() if file.exists() else b""
    end = b"\r\n" if b"\r\n" in there else b"\n"
    lacking = [line.encode() for line in ATTRIBUTES if line.encode() not in there.splitlines()]
    if not lacking:
        return None
    before = there if not there or there.endswith(b"\n") else there + end
    return before + b"".join(line + end for line in lacking)


def _settings() -> Mapping[str, str]:
    """Where kdnet is missing or fails, git shows the text itself, and of a Word file that it differs."""
    return {
        "diff.kdnet.textconv": _shell(f'{_kdnet("git-textconv")} -- "$1" 2>/dev/null || cat -- "$1"'),
        "diff.kdnet.xfuncname": "^#+ .*$",
        "diff.kdnet-word.textconv": _shell(
            f'{_kdnet("git-textconv")} -- "$1" 2>/dev/null || git hash-object -- "$1"'
        ),
        "difftool.kdnet.cmd": (
            f'{_kdnet("git-difftool")} "$LOCAL" "$REMOTE" "$MERGED" || diff -u "$LOCAL" "$REMOTE"'
        ),
    }


def _tool(root: Path) -> Mapping[str, str]:
    """What `git difftool` calls if nobody chose a tool of their own; then it need not ask for each file."""
    chosen = (ask_git(root, "config", "--get", "diff.tool") or b"").strip()
    return {"diff.tool": "kdnet", "difftool.prompt": "false"} if chosen in (b"", b"kdnet") else {}


def _on_difftool(root: Path) -> Message:
    if _tool(root):
        return msg("`git difftool` compares as `kdnet compare` does.")
    return msg("`git difftool --tool=kdnet` compares as `kdnet compare` does.")


def _kdnet(command: str) -> str:
    # -P: nothing is imported from the folder in which git runs it, which anybody may have put files in.
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m kdnet_docs {command}"


def _shell(words: str) -> str:
    """A function of the shell, since git puts the file's name after the words."""
    return f"f() {{ {words}; }}; f"


def _setting(root: Path, key: str) -> str | None:
    told = ask_git(root, "config", "--local", "--get", key)
    return None if told is None else told.decode("utf-8", "replace").rstrip("\n")


def _refused(root: Path) -> Refused:
    message = msg("git does not let its settings be changed in {folder}", folder=str(root))
    hint = msg("see that nobody else is working there, and try again")
    return Refused((Diagnostic(code=Code.OUTPUT, message=message, hint=hint),))
