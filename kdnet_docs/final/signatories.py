"""Whether everybody who is to sign a contract can."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.contract import Contract, SignaturesBlock
from kdnet_docs.sources.bilag import Written


def signatories(model: Written) -> Iterator[Diagnostic]:
    """What is missing of the signatures of a contract; other documents are not signed by parties."""
    if not isinstance(model, Contract):
        return
    signing = [name for block in _blocks(model) for name in block.signatures]
    if not signing:
        yield Diagnostic(
            code=Code.NO_SIGNATORY,
            message=msg("the contract has no signature block"),
            span=model.span_of("parties"),
            hint=msg(
                'write "- signatures: [{names}]" at the end of its body',
                names=", ".join(party.id for party in model.parties) or "...",
            ),
        )
        return
    for party in model.parties:
        if party.id not in signing:
            yield Diagnostic(
                code=Code.NO_SIGNATORY,
                message=msg('the party "{name}" is not in the signature block', name=party.name),
                span=party.span_of("id"),
                hint=msg('write "{name}" after "signatures:"', name=party.id),
            )
        elif party.signatory is None or not party.signatory.name.strip():
            yield Diagnostic(
                code=Code.NO_SIGNATORY,
                message=msg('nobody is named who signs for "{name}"', name=party.name),
                span=party.span_of("signatory")
                if party.signatory is None
                else party.signatory.span_of("name"),
                hint=msg('write "signatory: {{name: ..., title: ...}}" for the party'),
            )


def _blocks(part: object) -> Iterator[SignaturesBlock]:
    """Every signature block of a contract, wherever it stands."""
    match part:
        case SignaturesBlock():
            yield part
        case tuple():
            for inner in part:
                yield from _blocks(inner)
        case Authored():
            for name in type(part).model_fields:
                yield from _blocks(getattr(part, name))
        case _:
            pass
