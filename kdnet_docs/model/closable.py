"""Parts of a source that may be closed (lukket): not for everybody who gets the document."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias, TypeVar, get_origin

from pydantic import ModelWrapValidatorHandler, PlainValidator, model_validator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Wording
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.notes import TO_THE_WRITERS
from kdnet_docs.model.problems import FieldError

_Part = TypeVar("_Part", bound=Authored)

YES = ("true", "ja", "yes")

_BEARING = frozenset(
    {
        *("closed", "kind", "id", "version", "status", "language", "labels", "number", "supplements"),
        *("replaces", "bilag-numbering", "signatures", "columns"),
        *TO_THE_WRITERS,
    }
)
"""Keys that hold a document together: without them it would be another one; and notes that nobody gets."""


def _read_closed(node: Node) -> bool | tuple[str, ...]:
    if isinstance(node, SequenceNode) and all(isinstance(one, ScalarNode) for one in node):
        return tuple(one.text for one in node if isinstance(one, ScalarNode))
    if isinstance(node, ScalarNode) and node.text.lower() in YES:
        return True
    if isinstance(node, ScalarNode) and node.text.lower() in ("false", "nej", "no"):
        return False
    raise FieldError(
        Code.BAD_VALUE,
        msg("this says neither that the part is closed nor what of it"),
        msg('write "closed: true", or the keys in brackets: "closed: [title, text]"'),
    )


Closed: TypeAlias = Annotated[
    bool | tuple[str, ...],
    PlainValidator(_read_closed, json_schema_input_type=bool | Literal["ja", "nej", "yes", "no"] | list[str]),
]


class Closable(Authored):
    """A part that may be closed, or single fields of it; the open version then does not show them."""

    # Whether the part may be closed as a whole.
    closes_whole: ClassVar[bool] = True
    closed: Closed = False
    """What is not for the open version: true for the whole part, or a list of its keys."""

    @property
    def closed_keys(self) -> tuple[str, ...]:
        """The keys that are closed by themselves."""
        return self.closed if isinstance(self.closed, tuple) else ()

    def closes(self, key: str) -> bool:
        """Whether what stands below a key is closed, by itself or with the whole part."""
        return self.closed is True or key in self.closed_keys

    @model_validator(mode="wrap")
    @classmethod
    def _closes_what_it_has(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        part = handler(data)
        if part.closed is True and not cls.closes_whole:
            raise FieldError(
                Code.BAD_VALUE,
                msg("this cannot be closed as a whole"),
                msg('name the keys: "closed: [...]"; a whole document is closed as a bilag of a meeting'),
                part.span_of("closed"),
            )
        known = tuple(part._closable_keys())  # noqa: SLF001 - its own class's
        listed = part._node.get("closed")  # noqa: SLF001
        for node in listed if isinstance(listed, SequenceNode) else ():
            if isinstance(node, ScalarNode) and node.text not in known:
                raise FieldError(
                    Code.UNKNOWN_KEY,
                    msg('the key "{key}" cannot be closed here', key=node.text),
                    did_you_mean(node.text, known)
                    or msg("the keys that can be closed here are {keys}", keys=", ".join(known)),
                    node.span,
                )
        return part

    def _closable_keys(self) -> Iterator[str]:
        """The keys that may stand below `closed`, and of values each by its name: `values.NAME`."""
        for name, field in type(self).model_fields.items():
            key = field.alias or name
            textual = field.annotation in (Wording, str) or get_origin(field.annotation) is tuple
            if key in _BEARING or (field.is_required() and not textual):
                continue
            yield key
            value = getattr(self, name)
            if isinstance(value, dict):
                yield from (f"{key}.{one}" for one in value)


def unmarked(part: _Part) -> _Part:
    """The part as it is where nothing in it is closed: what is shown of it has no marks."""
    changes: dict[str, object] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Authored):
            changes[name] = unmarked(value)
        elif isinstance(value, tuple):
            changes[name] = tuple(unmarked(one) if isinstance(one, Authored) else one for one in value)
    if isinstance(part, Closable):
        changes["closed"] = False
    return part.model_copy(update=changes)
