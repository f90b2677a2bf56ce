"""What a check of wording says of words in a passage."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import Message
from kdnet_docs.checks.passages import Passage


def found(
    code: Code,
    passage: Passage,
    place: tuple[int, int],
    said: tuple[Message, Message],
    fix: tuple[Edit, ...] = (),
) -> Iterator[Diagnostic]:
    """The finding at these characters, `said` what is wrong and what to do.

    None at words that the engine wrote, for no author can change them.
    """
    span = passage.span(*place)
    if span is not None:
        message, hint = said
        yield Diagnostic(code=code, message=message, span=span, hint=hint, fix=fix)
