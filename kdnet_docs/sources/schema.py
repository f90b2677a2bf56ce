"""The shape of sources as JSON Schema, for editors."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kdnet_docs.base.messages import translate
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
            shape = shapes[model.__name__]
            shape["title"] = " / ".join(map(_shortly, (_danish(shape["description"]), shape["description"])))
            shape["description"] = _in_both(shape["description"])
            _describe(model, shape["properties"])
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
                    key = model.model_fields[name].alias or name
                    properties[key]["description"] = _in_both(inspect.cleandoc(text))
                case _:
                    pass


def _in_both(text: str) -> str:
    """The Danish words and below them the English ones: an editor does not say whom it speaks to."""
    return f"{_danish(text)}\n\n{text}"


def _danish(text: str) -> str:
    return translate(text, "da")


def _shortly(text: str) -> str:
    """What stands before the first sign: "A table", of "A table: columns, rows, and perhaps a total."."""
    return re.split(r"[.,:;]", text, maxsplit=1)[0]


class _ForEditors(GenerateJsonSchema):
    """What may be left out is left out: it is not written as null."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A field's title would be its name once more."""
        del schema
        return False

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        """A value that may be of several types is one, and not several that are all described."""
        made = super().union_schema(schema)
        choices = made.get("anyOf", [])
        if choices and all(choice.keys() == {"type"} for choice in choices):
            return {"type": [choice["type"] for choice in choices]}
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}
