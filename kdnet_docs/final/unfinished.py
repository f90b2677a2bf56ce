"""What must not be there when a document is made final, found in its source."""

from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, is_error
from kdnet_docs.base.messages import msg
from kdnet_docs.final.signatories import signatories
from kdnet_docs.final.unfinished_words import unfinished_words
from kdnet_docs.model.life import LIFE
from kdnet_docs.sources.bilag import Written


def unfinished(model: Written, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """All that stands between a document and its final files; `found` is what the checks found in it."""
    yield from _state(model)
    yield from _unresolved(model, found)
    yield from signatories(model)
    yield from unfinished_words(model)


def is_frozen_otherwise(found: Iterable[Diagnostic]) -> bool:
    """Whether the text may not stand as it does: then nobody is to commit it."""
    return any(one.code in (Code.CHANGED_AFTER_ADOPTION, Code.SIGNED_FOR_GOOD) for one in found)


def _state(model: Written) -> Iterator[Diagnostic]:
    stage = LIFE[model.status]
    if stage.is_draft:
        yield Diagnostic(
            code=Code.NOT_FINAL,
            message=msg(
                'the status is "{status}"; only what has been adopted is made final', status=model.status
            ),
            span=model.span_of("status"),
            hint=msg('write "status: vedtaget" once it has been adopted, and commit that'),
        )
    elif not stage.may_become:
        yield Diagnostic(
            code=Code.NOT_FINAL,
            message=msg(
                'the status is "{status}": the signed file is the one that counts', status=model.status
            ),
            span=model.span_of("status"),
            hint=msg(
                "to make its final file again, name the commit: `kdnet final {name}`",
                name=f"{model.id}@{model.version}:REV",
            ),
        )


def _unresolved(model: Written, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    warnings = [one for one in found if not is_error(one)]
    if warnings:
        yield Diagnostic(
            code=Code.UNRESOLVED,
            message=msg("1 warning is not resolved")
            if len(warnings) == 1
            else msg("{count} warnings are not resolved", count=len(warnings)),
            span=warnings[0].span or model.span_of("status"),
            hint=(_SAY_WHY if all(one.code.may_be_silenced for one in warnings) else _ADOPT_ANEW)
            if LIFE[model.status].is_frozen
            else msg("put it right before the text is adopted: what is signed must have nothing left to do"),
        )


_ADOPT_ANEW = msg(
    'the text is adopted: write "status: til-godkendelse", put it right, commit that, and have '
    "it adopted anew"
)
_SAY_WHY = msg(
    'the text is adopted: where it is meant so, say why below "silence:", which may still be done; '
    'else write "status: til-godkendelse", put it right, and have it adopted anew'
)
