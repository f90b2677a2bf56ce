"""A signatory's key and certificates from a PKCS#12 file (.p12, .pfx)."""

from pyhanko.sign.signers import SimpleSigner

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg


def open_pkcs12(content: bytes, passphrase: str) -> SimpleSigner | Refused:
    """The signatory of the file; no word of the passphrase is in what is refused."""
    for word in (passphrase.encode(), None):
        if word or not passphrase:
            try:
                signer: SimpleSigner = SimpleSigner.load_pkcs12_data(content, (), word)
            except ValueError:
                continue
            return signer
    return Refused((Diagnostic(code=Code.KEY, message=msg("the passphrase does not open the file")),))
