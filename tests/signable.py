"""A contract of two parties in a repository of its own, adopted, and its final file, to be signed."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

from certificates import signed
from python_files import ROOT
from repositories import commit, git

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.spans import Source
from kdnet_docs.final.make import Final, make_final, without_author
from kdnet_docs.final.origin import NAMESPACE, Origin
from kdnet_docs.model.contract import Contract
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import read
from kdnet_docs.tagged_pdf.properties import read_properties

REFERENCE = "samarbejde@2022"
FILE = "contract_sources/contracts/samarbejde/2022.yaml"
DRAFT = """\
kind: contract
id: samarbejde
version: 2022
status: udkast
language: da
title: Samarbejdsaftale {{ version }}
date: 2022-01-01
parties:
  - id: kkr
    name: KKR Midtjylland
    signatory: {name: Anders Ask, title: formand}
  - id: huset
    name: Erhvervshus Midtjylland
    signatory: {name: Birte Birk, title: direktør}
body:
  - section: Formål # hvorfor
    id: formaal
    text: Parterne er enige om at nå 40 pct. af virksomhederne i 2022.
  - section: Økonomi
    id: oekonomi
    text: |
      Tilskuddet er 1.200.000 kr. Se [loven](https://www.retsinformation.dk).

      Det betales i to rater.
  - signatures: [kkr, huset]
"""
SIGNATORIES = {"kkr": "Anders Ask", "huset": "Birte Birk"}
ADOPTED_ON = "2021-10-12"


def at(status: str, text: str = DRAFT) -> str:
    """The contract so far."""
    return text.replace("status: udkast", f"status: {status}")


def write(root: Path, text: str, subject: str, day: str = "2021-09-01") -> str:
    """Writes the contract and commits it; gives the commit's id."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return commit(root, subject, author="Ann Ås", day=day)


def drafted(root: Path) -> Path:
    """A repository with the contract as a draft, in the house's style."""
    root.mkdir(parents=True, exist_ok=True)
    copytree(ROOT / "templates", root / "templates")
    git(root, "init", "--quiet")
    write(root, DRAFT, "Begynd på aftalen")
    return root


@cache
def adopted() -> Path:
    """A repository with the contract adopted; not to be changed."""
    root = drafted(Path(mkdtemp(prefix="kdnet-")) / "mappe med æøå")
    write(root, at("til-godkendelse"), "Send til godkendelse", "2021-10-01")
    write(root, at("vedtaget"), "Vedtag aftalen", ADOPTED_ON)
    return root


def copy(folder: Path) -> Path:
    """A copy of the repository that a test may change."""
    return copytree(adopted(), folder / "kopi")


@cache
def final_of(root: Path) -> bytes:
    """The final PDF of the contract as it is in a repository."""
    made = make_final(Project(root), REFERENCE)
    assert isinstance(made, Final), made
    [pdf] = (content for name, content in made.files.items() if name.endswith(".pdf"))
    return pdf


@cache
def signed_by_both() -> bytes:
    """The final PDF with both signatures."""
    pdf = final_of(adopted())
    for field, name in SIGNATORIES.items():
        pdf = signed(pdf, field, name)
    return pdf


def origin(**changed: str) -> Origin:
    """What the final file says of itself, with what a forger would have it say."""
    stated = read_properties(final_of(adopted()), NAMESPACE)
    assert isinstance(stated, dict), stated
    found = Origin.from_properties(stated)
    assert found is not None
    return replace(found, **changed)


def forged(printed: str, attached: str | None = None, **changed: str) -> bytes:
    """A final file of one text with another in it."""
    model = read(Source(FILE, printed))
    assert isinstance(model, Contract), model
    document = without_author(assemble(model).document)
    if attached is not None:
        document = replace(document, source_text=attached)
    pdf = write_final_pdf(document, adopted() / "templates", origin(**changed).properties(), NAMESPACE)
    assert isinstance(pdf, bytes), pdf
    return pdf
