"""A document in which words went and came, as lines of plain text: "[-før-] [+nu+]"."""

from collections.abc import Iterable

from kdnet_docs.document.tree import Block, Heading, Inline, List, Paragraph, Table
from kdnet_docs.document.walk import plain_text
from kdnet_docs.render.pdf.inlines import Changed

_SIGN = {"deleted": "-", "inserted": "+"}


def lines(blocks: Iterable[Block]) -> list[str]:
    """One line for each paragraph, heading, item and row."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"# {words(block.content)}"]
    if isinstance(block, Paragraph):
        return [words(block.content)]
    if isinstance(block, List):
        return [f"* {line}" for item in block.items for line in lines(item.blocks)]
    if isinstance(block, Table):
        rows = (" | ".join(" ".join(lines(cell.blocks)) for cell in row.cells) for row in block.rows)
        return [*([words(block.caption)] if block.caption else []), *(f"| {row}" for row in rows)]
    return []


def words(content: Iterable[Inline]) -> str:
    return "".join(_words(inline) for inline in content)


def _words(inline: Inline) -> str:
    if isinstance(inline, Changed):
        sign = _SIGN[inline.change]
        return f"[{sign}{inline.text}{sign}]"
    return plain_text((inline,))
