"""`kdnet` as people run it: a process of its own, in a folder, in their language."""

import os
import subprocess
import sys
from pathlib import Path

from python_files import ROOT

MEETING = """\
kind: meeting
id: 2022-03
title: Møde i marts
date: 2022-03-01
agenda:
  - number: 1
    title: Aftale
    bilag:
      - {title: Aftalen, document: aftale@2022}
"""

CONTRACT = """\
kind: contract
id: aftale
version: 2022
status: udkast
title: Aftale {{ version }}
date: 2022-01-01
body:
  - section: Indledning
    id: indledning
    text: Parterne er enige.
"""


def kdnet(
    *arguments: str, here: Path = ROOT, language: str = "en", **environment: str
) -> subprocess.CompletedProcess[str]:
    """What the command writes and its exit code."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "kdnet_docs", *arguments],
        cwd=here,
        env=environment_of(language, **environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def environment_of(language: str, **more: str) -> dict[str, str]:
    names = ("PATH", "HOME", "SYSTEMROOT", "KDNET_SPELLING")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, "LANG": f"{language}.UTF-8", "PYTHONPATH": str(ROOT), **more}


def project(folder: Path, contract: str = CONTRACT, meeting: str = MEETING) -> Path:
    """A project with a contract and a meeting, in the house's own style."""
    files = {"contracts/aftale/2022.yaml": contract, "meetings/2022-03.yaml": meeting}
    for name, text in files.items():
        path = folder / "contract_sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    (folder / "templates").symlink_to(ROOT / "templates")
    return folder
