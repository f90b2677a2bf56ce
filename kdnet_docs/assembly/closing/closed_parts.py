"""Whether anything in a source is closed."""

from collections.abc import Iterator
from typing import TypeAlias

from kdnet_docs.assembly.labels import words
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.model.tables import TableSpec

Model: TypeAlias = Contract | StatusTable | Meeting


def has_closed_parts(model: Model) -> bool:
    """Whether there is anything in the source that the open version lacks."""
    label = words(model.language, model.labels)["closed-bilag"]
    return any(_has_closed(part, label) for part in within(model))


def _has_closed(part: Authored, label: str) -> bool:
    if isinstance(part, TableSpec) and part.closed_rows:
        return True
    if isinstance(part, Bilag) and not part.document and not part.file:
        # What is left of a closed bilag in the open version says that it is closed, and no more.
        named = part.closed is True and part.title.text != label
        return named or bool(set(part.closed_keys) - {"document", "file"})
    return isinstance(part, Closable) and bool(part.closed)


def within(part: Authored) -> Iterator[Authored]:
    """The part, and every part in it."""
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Authored):
                yield from within(one)
