"""A contract in two versions with a life in git, for tests: each commit changes one thing that is known."""

from functools import cache
from pathlib import Path
from shutil import copytree

from command_line import MEETING, project
from repositories import commit, git

FOLDER = "contract_sources/contracts/aftale"

FIRST = """\
kind: contract
id: aftale
version: 2021
status: vedtaget
language: da
title: Aftale {{ version }}
date: 2021-01-01
body:
  - section: Indledning
    id: indledning
    text: |
      Parterne er enige. Aftalen gælder i 2021.
  - section: Samarbejde
    id: samarbejde
    text: Huset kan holde møder med kommunerne.
  - section: Økonomi
    id: oekonomi
    text: Beløbene fordeles efter folketal.
    body:
      - table:
          id: fordeling
          description: Fordeling på kommuner
          columns:
            - {key: kommune, title: Kommune}
            - {key: beloeb, title: 1.000 kr., type: amount, unit: 1000 DKK}
          rows:
            - [Odder, 673]
            - [Aarhus, 10.331]
          total: {row: [I alt, 11.004]}
  - goals:
      - group: Mål
        id: maal
        goals:
          - title: Kendskab
            id: kendskab
            text: Virksomhederne skal kende huset.
            targets:
              - {id: kendskab-procent, measure: kendskab til huset, value: 40, unit: pct., due: 2021}
            maal: Mindst {{ targets.kendskab-procent }} kender huset.
"""

SECOND = (
    FIRST.replace("version: 2021", "version: 2022")
    .replace("date: 2021", "date: 2022")
    .replace("i 2021", "i 2022")
    .replace("due: 2021", "due: 2022")
    .replace("kan holde", "skal holde")
)


@cache
def _made(folder: Path) -> Path:
    root = folder / "mappe med æøå"
    root.mkdir()
    project(root, meeting=MEETING)
    (root / "contract_sources/contracts/aftale/2022.yaml").unlink()
    git(root, "init", "--quiet")
    old, new = root / FOLDER / "2021.yaml", root / FOLDER / "2022.yaml"
    steps = (
        ("Begynd på aftalen", "Ann Ås", "2020-11-01", {old: FIRST}),
        (
            "Hæv beløbet til Odder",
            "Bo",
            "2020-12-02",
            {old: FIRST.replace("673", "700").replace("11.004", "11.031")},
        ),
        ("Aftalen for 2022", "Ann Ås", "2021-11-03", {new: SECOND}),
        ("Tab et tegn", "Bo", "2021-11-04", {new: SECOND.replace("body:", "body")}),
        ("Hæv målet", "Bo", "2021-11-05", {new: SECOND.replace("value: 40", "value: 45")}),
        (
            "Drop afsnittet om samarbejde",
            "Ann Ås",
            "2021-12-06",
            {
                new: SECOND.replace("value: 40", "value: 45").replace(
                    "  - section: Samarbejde\n    id: samarbejde\n"
                    "    text: Huset skal holde møder med kommunerne.\n",
                    "",
                )
            },
        ),
    )
    for subject, author, day, files in steps:
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
        commit(root, subject, author=author, day=day)
    return root


def versions(folder: Path) -> Path:
    """A project in a repository of its own in `folder`, with six commits."""
    return _made(folder)


def copy_of(root: Path, folder: Path) -> Path:
    """A copy that a test may change."""
    copytree(root, folder / "kopi", symlinks=True)
    return folder / "kopi"
