"""What every document takes from the top of its source."""

from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.labels import Words
from kdnet_docs.assembly.values import long_date
from kdnet_docs.document.tree import Block, Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.life import LIFE, file_stem
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.comments import without_comments


def document(head: Contract | StatusTable, title: str, blocks: tuple[Block, ...], words: Words) -> Document:
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
        state=head.status,
        status=status(head, words),
        stem=file_stem(head.id, head.version, head.status),
        author=head.author,
        subject=head.subject,
        keywords=head.keywords,
        comments=head.remark,
        source_name=source.name,
        source_text=without_comments(source),
        source_digest=source.digest,
    )


def status(head: Contract | StatusTable, words: Words) -> str:
    """The line on the front page: how far it has come, since when, and whether it is not for everybody."""
    line = _standing(head, words)
    return f"{line} · {words['closed-note']}" if has_closed_parts(head) else line


def _standing(head: Contract | StatusTable, words: Words) -> str:
    word = words[LIFE[head.status].label]
    if head.adopted is None or LIFE[head.status].is_draft:
        return word
    adopted = f"{words['adopted-on']} {long_date(head.adopted, head.language)}"
    return adopted if LIFE[head.status].may_become else f"{adopted} · {word}"
