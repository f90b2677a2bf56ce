"""The shape of sources as JSON Schema, for editors."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kdnet_docs.model.authored import Authored
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.read import KINDS


def schema(kind: str | None) -> Mapping[str, Any]:
    """The schema (draft 2020-12) of one kind of source, or of them all; `kind` is a key of KINDS."""
    any_kind = Annotated[Contract | StatusTable | Meeting, Field(title="A source of kdnet")]
    adapter: TypeAdapter[Any] = TypeAdapter(KINDS[kind] if kind else any_kind)
    made = adapter.json_schema(mode="validation", schema_generator=_ForEditors)
    shapes = {**made.get("$defs", {}), made["title"]: made}
    for model in _models(Authored):
        if model.__name__ in shapes:
            _describe(model, shapes[model.__name__]["properties"])
    return {"$schema": _ForEditors.schema_dialect, **made}


def _models(base: type[Authored]) -> Iterator[type[Authored]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _describe(model: type[Authored], properties: dict[str, Any]) -> None:
    """Adds what stands below each field in the code.

    pydantic would do it for every model when it is defined, which costs each command a tenth of a second.
    """
    for owner in reversed(model.__mro__[: model.__mro__.index(Authored)]):
        [code] = ast.parse(dedent(inspect.getsource(owner))).body
        for field, below in pairwise(getattr(code, "body", ())):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    properties[model.model_fields[name].alias or name]["description"] = inspect.cleandoc(text)
                case _:
                    pass


class _ForEditors(GenerateJsonSchema):
    """What may be left out is left out: it is not written as null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}
