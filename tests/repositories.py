"""Real git repositories for tests, with commits whose authors and days are known."""

import os
import subprocess
from pathlib import Path

from tools import tool


def git(folder: Path, *arguments: str, author: str = "En", day: str = "2022-01-01") -> str:
    """What git says; the commits it makes are by this author, on this day."""
    me = ("-c", f"user.name={author}", "-c", "user.email=en@example.dk", "-c", "init.defaultBranch=main")
    moment = f"{day}T12:00:00+00:00"
    run = subprocess.run(
        [tool("git"), *me, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        },
    )
    return run.stdout.strip()


def commit(folder: Path, subject: str, *, author: str = "En", day: str = "2022-01-01") -> str:
    """Commits everything in the folder; gives the commit's id."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", subject, author=author, day=day)
    return git(folder, "rev-parse", "HEAD")
