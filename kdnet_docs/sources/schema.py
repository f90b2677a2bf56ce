"""The shape of sources as JSON Schema, for editors."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.read import KINDS


def schema(kind: str | None) -> Mapping[str, Any]:
    """The schema (draft 2020-12) of one kind of source, or of them all; `kind` is a key of KINDS."""
    any_kind = Annotated[Contract | StatusTable | Meeting, Field(title="A source of kdnet")]
    adapter: TypeAdapter[Any] = TypeAdapter(KINDS[kind] if kind else any_kind)
    return {
        "$schema": _ForEditors.schema_dialect,
        **adapter.json_schema(mode="validation", schema_generator=_ForEditors),
    }


class _ForEditors(GenerateJsonSchema):
    """What may be left out is left out: it is not written as null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}
