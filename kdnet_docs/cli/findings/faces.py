"""The ways in which findings are shown."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.cli.findings import concise, editor, full, github, json, sarif
from kdnet_docs.cli.findings.page import Page

Face: TypeAlias = Callable[[Sequence[Diagnostic], Page], str]
"""Makes one text of all findings."""

FACES: Mapping[str, Face] = MappingProxyType(
    {
        "full": full.render,
        "concise": concise.render,
        "editor": editor.render,
        "json": json.render,
        "github": github.render,
        "sarif": sarif.render,
    }
)
"""Each way by the name it has for `--output-format`."""
