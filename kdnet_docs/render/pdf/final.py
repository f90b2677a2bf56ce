"""Writes the PDF that signatories receive: the document with a signature field for each of them."""

from collections.abc import Mapping
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.document.tree import Document
from kdnet_docs.document.walk import signatories
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.tagged_pdf.fields import NewField, NoPlaceholderError, placing
from kdnet_docs.tagged_pdf.properties import Schema, stating
from kdnet_docs.tagged_pdf.rewriting import rewritten


def write_final_pdf(
    document: Document, templates: Path, properties: Mapping[str, str], namespace: str
) -> bytes | Refused:
    """The PDF of a document with signature fields, and with properties of a namespace in its metadata.

    It is PDF/A-3a and PDF/UA-1 as it is, and ends as an incremental update wants.
    """
    addresses = _addresses(document)
    pdf = write_pdf(document, templates, addresses)
    if isinstance(pdf, Refused):
        return pdf
    fields = {addresses[one.id]: NewField(name=one.field, label=one.label) for one in signatories(document)}
    schema = Schema(namespace=namespace, prefix="origin", title="Origin of the file")
    try:
        return rewritten(pdf, placing(fields), stating(schema, properties))
    except NoPlaceholderError:
        return Refused((_NO_PLACEHOLDER,))


_NO_PLACEHOLDER = Diagnostic(
    code=Code.TEMPLATE,
    message=msg("the template {file} has no places for signature fields", file="templates/typst/block.typ"),
    hint=msg("it is of an earlier version of the program: put in the one of now, and commit it"),
)


def _addresses(document: Document) -> Mapping[str, str]:
    """An address for the placeholder of each signatory, such as no link that can be clicked on leads to."""
    return {one.id: f"urn:signature-field:{number}" for number, one in enumerate(signatories(document))}
