"""All that a document says, as text: two documents say the same only if these texts are equal."""

from kdnet_docs.document.tree import Document


def canonical_text(document: Document) -> str:
    """The document as text; thin for now."""
    return repr((document.title, document.language, document.fields, document.watermark, document.blocks))
