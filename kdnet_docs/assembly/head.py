"""What every document takes from the top of its source."""

from kdnet_docs.assembly.labels import Words
from kdnet_docs.document.tree import Block, Document
from kdnet_docs.model.life import LIFE
from kdnet_docs.model.parts import Head
from kdnet_docs.sources.comments import without_comments


def document(head: Head, title: str, blocks: tuple[Block, ...], words: Words) -> Document:
    """The document around the blocks, as yet without a cover."""
    source = head.span.source
    return Document(
        id=head.id,
        version=head.version,
        title=title,
        language=head.language,
        date=head.date,
        blocks=blocks,
        fields={"labels": words},
        watermark=words["draft"] if LIFE[head.status].is_draft else None,
        author=head.author,
        subject=head.subject,
        keywords=head.keywords,
        comments=head.remark,
        source_name=source.name,
        source_text=without_comments(source),
        source_digest=source.digest,
    )
