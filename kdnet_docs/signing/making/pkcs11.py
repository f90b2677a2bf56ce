"""A signatory's key on a token or smart card, through the PKCS#11 library of whoever made that."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pkcs11
from pkcs11 import Attribute, ObjectClass
from pkcs11.exceptions import PKCS11Error
from pyhanko.sign.pkcs11 import PKCS11Signer

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.suggest import did_you_mean


@contextmanager
def opened_token(
    library: str, label: str, pin: str, key: str | None = None
) -> Iterator[PKCS11Signer | Refused]:
    """The signatory whose key, called `key` where there are several, is on the token called `label`.

    No figure of the PIN is in what is refused.
    """
    token = _token(library, label)
    if isinstance(token, Refused):
        yield token
        return
    try:
        session = token.open(user_pin=pin)
    except PKCS11Error as error:
        yield _not_opened(error, label)
        return
    with session:
        yield _signer(session, label, key)


def _token(library: str, label: str) -> Any:
    """The token, or why there is none."""
    try:
        module = pkcs11.lib(library)
        tokens = [slot.get_token() for slot in module.get_slots(token_present=True)]
    except (PKCS11Error, RuntimeError, OSError):
        return _refused(
            msg('"{name}" is no PKCS#11 library that can be used here', name=library),
            msg("it comes with the card or token, and mostly ends in .so, .dll or .dylib"),
        )
    labels = [token.label for token in tokens if token.label]
    for token in tokens:
        if token.label == label:
            return token
    there = msg("there is {names}", names=", ".join(labels)) if labels else msg("no token is plugged in")
    return _refused(msg('there is no token "{name}"', name=label), did_you_mean(label, labels) or there)


def _signer(session: Any, label: str, wanted: str | None) -> PKCS11Signer | Refused:
    """The signatory of the one key that is meant, whose certificate has the same id."""
    keys = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}))
    meant = [key for key in keys if wanted in (None, key.label)]
    if len(meant) != 1:
        return _which_key(label, wanted, sorted(key.label for key in keys))
    [key] = meant
    certificates = {Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.ID: key.id}
    if not list(session.get_objects(certificates)):
        wrong = msg('there is no certificate for the key "{key}" on "{name}"', key=key.label, name=label)
        return _refused(wrong, msg("put it there under the same id as the key"))
    return PKCS11Signer(
        session,
        key_id=key.id,
        cert_id=key.id,
        other_certs_to_pull=None,
        # Many tokens sign a digest with such a key, and do not make the digest.
        use_raw_mechanism=key.key_type == pkcs11.KeyType.EC,
    )


def _which_key(label: str, wanted: str | None, labels: Sequence[str]) -> Refused:
    there = ", ".join(labels)
    if not labels:
        return _refused(
            msg('there is no key on "{name}"', name=label),
            msg("see that it is the right token, and the right PIN"),
        )
    if wanted is None:
        return _refused(
            msg('there are several keys on "{name}"', name=label),
            msg("name one with --key: {names}", names=there),
        )
    hint = did_you_mean(wanted, labels) or msg("there is {names}", names=there)
    return _refused(msg('there is no key "{key}" on "{name}"', key=wanted, name=label), hint)


def _not_opened(error: PKCS11Error, label: str) -> Refused:
    match error:
        case pkcs11.PinLocked():
            wrong = msg('the PIN of "{name}" is locked, after too many wrong ones', name=label)
            return _refused(wrong, msg("whoever gave you the token can open it again"))
        case pkcs11.PinIncorrect() | pkcs11.PinLenRange() | pkcs11.PinInvalid() | pkcs11.ArgumentsBad():
            wrong = msg('the PIN does not open "{name}"', name=label)
            return _refused(wrong, msg("try again with care: most tokens lock after a few wrong ones"))
        case _:
            wrong = msg('"{name}" cannot be opened: {reason}', name=label, reason=type(error).__name__)
            return _refused(wrong, msg("take it out and put it in again"))


def _refused(message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=Code.KEY, message=message, hint=hint),))
