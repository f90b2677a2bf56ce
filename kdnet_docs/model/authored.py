"""What all models of sources share: they are read from nodes and remember where they stood."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from kdnet_docs.base.nodes import MappingNode
from kdnet_docs.base.spans import Span


class Authored(BaseModel):
    """A part of a source: closed, frozen, with keys written as authors write them (`new-page`)."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        # Each part would be built by itself when it is defined, and again within every kind of source.
        defer_build=True,
        arbitrary_types_allowed=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )

    _node: MappingNode = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _remember_node(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, MappingNode):
            data.shape = tuple(field.alias or name for name, field in cls.model_fields.items())
        model = handler(data)
        model._node = data  # noqa: SLF001 - its own class's
        return model

    @property
    def node(self) -> MappingNode:
        """What the part was read from."""
        return self._node

    @property
    def span(self) -> Span:
        """Where the whole part stands."""
        return self._node.span

    def span_of(self, key: str) -> Span:
        """Where the value of `key` stands, or the whole part where the key is left out."""
        node = self._node.get(key)
        return node.span if node is not None else self.span


def tagged_by_key(*keys: str) -> Any:
    """A discriminator: the first of `keys` that a mapping has says which model reads it.

    The tag is the key in angle brackets, so that an error's location never takes it for a key.
    """

    def choose(data: Any) -> str | None:
        return next((f"<{key}>" for key in keys if isinstance(data, dict) and key in data), None)

    return choose
