"""Whether the holder of a certificate is the one whose field it is."""

from collections.abc import Iterator

from asn1crypto import x509

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.certificates import name_of
from kdnet_docs.signing.names import is_named
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.pdf.fields import SignatureField


def other_signatory(
    field: SignatureField, certificate: x509.Certificate, stated: str | None
) -> Iterator[Flaw]:
    """A signature in the field of somebody else, or one that shows another name than its certificate has.

    A field without a label names nobody.
    """
    name = name_of(certificate)
    if stated and not is_named(name, stated):
        message = msg(
            'the signature shows the name "{stated}", and its certificate is that of {name}',
            stated=stated,
            name=name,
        )
        yield Flaw(kind="other-signatory", message=message)
    if field.label != field.name and not is_named(name, field.label):
        message = msg('the field is for "{label}", and {name} signed in it', label=field.label, name=name)
        hint = msg("ask whether {name} may sign for the one whom the field names", name=name)
        yield Flaw(kind="other-signatory", message=message, hint=hint)
