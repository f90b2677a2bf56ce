"""The shape of sources as JSON Schema, for editors."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.read import KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str | None) -> Mapping[str, Any]:
    """The schema (draft 2020-12) of one kind of source, or of them all; `kind` is a key of KINDS."""
    any_kind = Annotated[Contract | StatusTable | Meeting, Field(title="A source of kdnet")]
    adapter: TypeAdapter[Any] = TypeAdapter(KINDS[kind] if kind else any_kind)
    return {"$schema": _DIALECT, **adapter.json_schema(mode="validation")}
