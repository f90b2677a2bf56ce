"""A source's text to the model of its kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import MappingNode, ScalarNode
from kdnet_docs.base.spans import Source
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.validate import validate

Authored: TypeAlias = Contract | StatusTable | Meeting

KINDS: Mapping[str, type[Authored]] = MappingProxyType(
    {"contract": Contract, "status": StatusTable, "meeting": Meeting}
)
"""The kinds of sources, by what stands in their first line."""


def read(source: Source) -> Authored | Refused:
    """The model that a source's first line names, or everything that is wrong with the source."""
    node = compose(source)
    if isinstance(node, Refused):
        return node
    kind = node.get("kind")
    if isinstance(kind, ScalarNode) and kind.text in KINDS:
        return validate(node, KINDS[kind.text], _language(node))
    return Refused((_unknown_kind(node),))


def _language(node: MappingNode) -> str:
    """The document's language as far as it can be told: it decides how amounts are read."""
    language = node.get("language")
    return "en" if isinstance(language, ScalarNode) and language.text == "en" else "da"


def _unknown_kind(node: MappingNode) -> Diagnostic:
    kind = node.get("kind")
    known = msg("the kinds are {names}", names=", ".join(KINDS))
    if kind is None:
        top = next(iter(node.keys_at.values()), node.span)
        return Diagnostic(
            code=Code.MISSING_KEY,
            message=msg('the key "{key}" is missing', key="kind"),
            span=top,
            hint=msg('add a first line "kind: contract", "kind: status" or "kind: meeting"'),
        )
    given = kind.text if isinstance(kind, ScalarNode) else ""
    return Diagnostic(
        code=Code.BAD_VALUE,
        message=msg('"{text}" is no kind of source', text=given),
        span=kind.span,
        hint=did_you_mean(given, KINDS) or known,
    )
