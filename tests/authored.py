"""Sources for tests: written as an author writes them, read and assembled as a build does it."""

from pathlib import Path
from textwrap import indent

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Block, Document, Inline, Text
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import read

ROOT = Path(__file__).parents[1]
PROJECT = Project(ROOT)

HEAD = """\
kind: contract
id: aftale
version: 1
status: vedtaget
title: Aftale
date: 2022-01-01
"""

BROKEN = """\
kind: contract
id: aftale
version: 1
status: udkast
title: Aftale
date: 2022-01-01
body:
  - section: Økonomi
    text: Se [her](#findes-ikke) og <b>der</b>.
    body:
      - table: {id: t, columns: [{key: k, title: K, type: amount}], rows: [[1], [x]], total: {row: [3]}}
      - table: {id: u, columns: [{key: k, title: K, type: amount}], rows: [[1], [1]], total: {row: [3]}}
  - goals: [{group: G, goals: [{id: tom}]}]
"""
"""A contract in which assembly and several checks find something."""


def model(text: str) -> Contract | StatusTable | Meeting:
    """The model of a source that reading has nothing against."""
    made = read(Source("aftale.yaml", text))
    assert not isinstance(made, Refused), [(str(found.message), found.span) for found in made.diagnostics]
    return made


def examined(text: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a source, and what assembly and checks find."""
    return examine(model(text))


def contract(body: str, head: str = "") -> str:
    """The source of a contract with these blocks, and perhaps more keys at its top."""
    return f"{HEAD}{head}body:\n{indent(body, '  ')}"


def prose(markdown: str) -> str:
    """The source of a contract whose one section "Tekst" has this text."""
    return contract(f"- section: Tekst\n  text: |\n{indent(markdown, '    ')}\n")


def document(text: str) -> Document:
    """The document of a source in which nothing is wrong."""
    made, findings = examined(text)
    assert [(found.code.value, str(found.message)) for found in findings] == []
    return made


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of Markdown in which nothing is wrong."""
    return document(prose(markdown)).blocks[1:]


def found(text: str) -> list[tuple[str, str]]:
    """The code of each finding, and the words of the source it points at."""
    return [(one.code.value, one.span.text if one.span else "") for one in examined(text)[1]]


def hints(text: str) -> list[str]:
    return [str(one.hint) for one in examined(text)[1]]


def real(name: str) -> Contract | StatusTable | Meeting:
    """The model of a document of the project, such as "naere-psykiatri@2021-09"."""
    made = PROJECT.read(name)
    assert not isinstance(made, Refused)
    return made


def inlines(made: Document) -> list[Inline]:
    return [inline for block in blocks_within(made.blocks) for inline in own_inlines(block)]


def texts(made: Document) -> list[Text]:
    return [inline for inline in inlines(made) if isinstance(inline, Text)]
