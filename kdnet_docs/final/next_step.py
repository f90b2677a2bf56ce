"""What to do with a document so that it comes to its next state, in a sentence for whoever does it."""

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.final.standing import FinalFile, Standing
from kdnet_docs.model.life import LIFE


def next_step(here: Standing, *, shown: bool) -> Message:
    """The one thing that is to be done now; `shown` where the findings stand below it."""
    stage = LIFE[here.state]
    if here.has_errors:
        return msg("put right what is wrong: {where}", where=_where(here, shown=shown))
    if not stage.may_become:
        return msg("nothing; it is signed")
    if stage.is_frozen:
        return _adopted(here, shown=shown)
    if "til-beslutning" not in stage.suits:
        return msg('write "status: til-godkendelse" when it is ready to be decided on')
    if here.in_the_way:
        return msg("finish the text before it is adopted: {where}", where=_where(here, shown=shown))
    return msg('write "status: vedtaget" once it has been adopted, and commit that by itself')


def _adopted(here: Standing, *, shown: bool) -> Message:
    """What an adopted document waits for: its final file, signatures, or to be called signed."""
    final = here.final
    if final and (final.is_current or any(final.signed.values())):
        return _signatures(here, final)
    if not here.signatories and not here.in_the_way:
        return msg("nothing; it is adopted, and nobody is to sign it")
    if here.in_the_way:
        if here.adoption is None and all(one.code is Code.NOT_COMMITTED for one in here.in_the_way):
            return msg("commit it: it counts as adopted from then on")
        return msg("make it ready for the final file: {where}", where=_where(here, shown=shown))
    if final:
        return msg("`kdnet final {name}` makes the final file anew: something was changed", name=here.name)
    return msg("`kdnet final {name}` makes the file to be signed", name=here.name)


def _signatures(here: Standing, final: FinalFile) -> Message:
    if not here.missing:
        return msg('write "status: underskrevet", and commit that')
    names = ", ".join(one.name or one.heading for one in here.missing)
    return msg("have {file} signed by {names}", file=final.path.name, names=names)


def _where(here: Standing, *, shown: bool) -> Message:
    """What is to be put right, or where that is told."""
    if shown:
        return msg("see below")
    count = len(here.in_the_way)
    found = msg("1 thing") if count == 1 else msg("{count} things", count=count)
    return msg("{found}, which `kdnet status {name}` shows", found=found, name=here.name)
