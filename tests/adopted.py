"""An adopted contract in a repository, ready to be made final."""

from pathlib import Path
from shutil import copytree

from repositories import commit, git

from kdnet_docs.sources.project import Project

ROOT = Path(__file__).parents[1]
PLACE = "contract_sources/contracts/aftale/2022.yaml"
CONTRACT = """\
kind: contract
id: aftale
version: 2022
status: vedtaget
title: Driftsaftale {{ version }}
date: 2022-01-01
author: Anna Holm
subject: Drift af havnen
parties:
  - id: kommunen
    name: Havneby Kommune
    signatory: {name: Anna Holm, title: Borgmester}
  - id: operatoeren
    name: Kajens Drift
    signatory: {name: Bo Lund, title: Direktør}
effective: 2022-02-01
body:
  - section: Formål
    id: formaal
    text: |
      {{ parties.operatoeren }} driver havnen fra {{ effective }}.[^1]

      [^1]: Jf. lov om havne.
  - section: Underskrifter
    id: underskrifter
    body:
      - signatures: [kommunen, operatoeren]
"""


def repository(folder: Path, contract: str = CONTRACT) -> Project:
    """A repository with this contract as its one document, in the house's style; all of it is committed."""
    folder.mkdir(parents=True, exist_ok=True)
    copytree(ROOT / "templates", folder / "templates")
    write(folder, contract)
    git(folder, "init", "--quiet")
    commit(folder, "Aftalen er vedtaget")
    return Project(folder)


def write(folder: Path, contract: str) -> Path:
    """Puts the contract into its place, and commits nothing."""
    file = folder / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(contract.encode("utf-8"))
    return file
