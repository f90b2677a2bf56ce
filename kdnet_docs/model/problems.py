"""What a value can be refused for while a model reads it."""

from dataclasses import dataclass

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import Message
from kdnet_docs.base.spans import Span


@dataclass(eq=False)
class FieldError(ValueError):
    """A value that does not fit its field; pydantic collects these, reading turns them into findings."""

    code: Code
    message: Message
    hint: Message | None = None
    span: Span | None = None
