"""What to do with a document so that it comes to its next state, in a sentence for whoever does it."""

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.final.standing import FinalFile, Standing
from kdnet_docs.model.life import LIFE


def next_step(here: Standing) -> Message:
    """The one thing that is to be done now."""
    stage = LIFE[here.state]
    if here.has_errors:
        return msg("put right what is wrong: `kdnet check {name}` shows it", name=here.name)
    if not stage.may_become:
        return msg("nothing; it is signed")
    if stage.is_frozen:
        return _adopted(here)
    if "til-beslutning" not in stage.suits:
        return msg('write "status: til-godkendelse" when it is ready to be decided on')
    if here.in_the_way:
        return msg("finish the text before it is adopted: {found}", found=_things(here))
    return msg('write "status: vedtaget" once it has been adopted, and commit that by itself')


def _adopted(here: Standing) -> Message:
    """What an adopted document waits for: its final file, signatures, or to be called signed."""
    if here.final is None or not here.final.is_current:
        if not here.signatories and not here.unfinished:
            return msg("nothing; it is adopted, and nobody is to sign it")
        if here.final and any(here.final.signed.values()):
            return _signatures(here, here.final)
        if here.in_the_way:
            return msg("make it ready for the final file: {found}", found=_things(here))
        if here.final:
            return msg(
                "`kdnet final {name}` makes the final file anew: something was changed", name=here.name
            )
        return msg("`kdnet final {name}` makes the file to be signed", name=here.name)
    return _signatures(here, here.final)


def _signatures(here: Standing, final: FinalFile) -> Message:
    if not here.missing:
        return msg('write "status: underskrevet", and commit that')
    names = ", ".join(one.name or one.heading for one in here.missing)
    return msg("have {file} signed by {names}", file=final.path.name, names=names)


def _things(here: Standing) -> Message:
    count = len(here.in_the_way)
    found = msg("1 thing") if count == 1 else msg("{count} things", count=count)
    return msg("{found}, which `kdnet status {name}` shows", found=found, name=here.name)
