"""What to do with a document so that it comes to its next state, in a sentence for whoever does it."""

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.final.standing import Standing
from kdnet_docs.model.life import LIFE


def next_step(here: Standing, *, shown: bool) -> Message:
    """The one thing that is to be done now; `shown` where the findings stand below it."""
    stage = LIFE[here.state]
    if here.has_errors:
        return msg("put right what is wrong: {where}", where=_where(here, shown=shown))
    if not stage.may_become:
        return _signed(here)
    if stage.is_frozen:
        return _adopted(here, shown=shown)
    if "til-beslutning" not in stage.suits:
        return msg('write "status: til-godkendelse" when it is ready to be decided on')
    if here.in_the_way:
        return msg("finish the text before it is adopted: {where}", where=_where(here, shown=shown))
    if not here.is_committed:
        return msg("commit it: this is the text that will be decided on")
    return msg('write "status: vedtaget" once it has been adopted, and commit that by itself')


def _signed(here: Standing) -> Message:
    """What is left to do with a document that is called signed."""
    if here.final and here.missing:
        names = ", ".join(one.name or one.heading for one in here.missing)
        return msg("put the signed file into build/final: this one {names} did not sign", names=names)
    if not here.is_committed:
        return msg("commit it, if `kdnet verify` said that the signatures hold; it cannot be undone")
    if not here.signatories:
        return msg("nothing")
    if here.final is None:
        return msg("nothing; the signed file is not in build/final here")
    return msg("nothing; `kdnet verify` tells at any time whether the signatures hold")


def _adopted(here: Standing, *, shown: bool) -> Message:
    """What an adopted document waits for: its final file, signatures, or to be called signed."""
    if here.is_out_for_signing:
        return _signatures(here, shown=shown)
    if not here.signatories and not here.in_the_way:
        return msg("nothing; it is adopted, and nobody is to sign it")
    if not here.in_the_way:
        return (
            msg("`kdnet final {name}` makes the final file anew: something was changed", name=here.name)
            if here.final
            else msg("`kdnet final {name}` makes the file to be signed", name=here.name)
        )
    where = _where(here, shown=shown)
    wrong = [one for one in here.in_the_way if one.code is not Code.NOT_COMMITTED]
    if wrong and all(one.code.may_be_silenced for one in wrong):
        return msg('say below "silence:" why it is right as it stands, and commit that: {where}', where=where)
    if wrong:
        return msg(
            'write "status: til-godkendelse", put right what stands in the way, commit, and have it adopted '
            "anew: {where}",
            where=where,
        )
    if here.adoption is None:
        return msg("commit it: it counts as adopted from then on")
    return msg("commit what has been changed: {where}", where=where)


def _signatures(here: Standing, *, shown: bool) -> Message:
    """Signatures, or to be verified; `shown` where the command stands below."""
    assert here.final  # noqa: S101 - it is out for signing
    file = here.final.path.name
    if not here.missing and shown:
        return msg('verify it; only if all is well, write "status: underskrevet" and commit that')
    if not here.missing:
        return msg(
            "`kdnet verify {file} --trust CA.pem`, and only if all is well: write "
            '"status: underskrevet", and commit that',
            file=file,
        )
    names = ", ".join(one.name or one.heading for one in here.missing)
    return msg("have {file} signed by {names}", file=file, names=names)


def _where(here: Standing, *, shown: bool) -> Message:
    """What is to be put right, or where that is told."""
    if shown:
        return msg("see below")
    count = len(here.in_the_way)
    found = msg("1 thing") if count == 1 else msg("{count} things", count=count)
    return msg("{found}, which `kdnet status {name}` shows", found=found, name=here.name)
