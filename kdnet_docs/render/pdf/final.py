"""Writes the PDF that signatories receive: the document with a signature field for each of them."""

from collections.abc import Mapping
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document, Link, Signatory, Signatures
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.tagged_pdf.fields import NewField, placing
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
    fields = {addresses[one.id]: NewField(name=one.field, label=one.label) for one in _signatories(document)}
    schema = Schema(namespace=namespace, prefix="origin", title="Origin of the file")
    return rewritten(pdf, placing(fields), stating(schema, properties))


def _signatories(document: Document) -> list[Signatory]:
    blocks = blocks_within(document.blocks)
    return [one for block in blocks if isinstance(block, Signatures) for one in block.signatories]


def _addresses(document: Document) -> Mapping[str, str]:
    """An address for the placeholder of each signatory, such as no link of the document leads to."""
    links = [
        inline.target
        for block in blocks_within(document.blocks)
        for inline in own_inlines(block)
        if isinstance(inline, Link)
    ]
    prefix = "urn:signature-field:"
    while any(target.startswith(prefix) for target in links):
        prefix += "-"
    return {one.id: f"{prefix}{number}" for number, one in enumerate(_signatories(document))}
