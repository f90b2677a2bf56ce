"""Whether the holder of a certificate is the one whose field it is."""

import re
import unicodedata
from collections.abc import Iterator

from asn1crypto import x509

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.fields import SignatureField
from kdnet_docs.signing.verifying.signer import name_of

_WORD = re.compile(r"\w{2,}")


NEEDED = 2
"""The words of a name that must agree: first and last name, in whatever order, middle names or none."""
_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue"})


def other_signatory(
    field: SignatureField, certificate: x509.Certificate, stated: str | None
) -> Iterator[Flaw]:
    """A signature in the field of somebody else, or one that shows another name than its certificate has.

    Names vary: middle names come and go, their order turns, an organisation signs with a seal. So two words
    of the name must stand in the field's label, or its only one. A field without a label names nobody.
    """
    name = name_of(certificate.subject)
    if stated and not _agree(name, stated):
        message = msg(
            'the signature shows the name "{stated}", and its certificate is that of {name}',
            stated=stated,
            name=name,
        )
        yield Flaw(kind="other-signatory", message=message)
    if field.label != field.name and not _agree(name, field.label):
        message = msg('the field is for "{label}", and {name} signed in it', label=field.label, name=name)
        hint = msg("ask whether {name} may sign for the one whom the field names", name=name)
        yield Flaw(kind="other-signatory", message=message, hint=hint)


def _agree(name: str, text: str) -> bool:
    words = _words(name)
    return len(words & _words(text)) >= min(NEEDED, len(words))


def _words(text: str) -> set[str]:
    """The words of a text as they are compared: without case and accents, Danish letters written out."""
    written = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED)
    plain = "".join(one for one in unicodedata.normalize("NFD", written) if not unicodedata.combining(one))
    return set(_WORD.findall(plain))
