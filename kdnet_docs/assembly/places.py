"""Where the words of Markdown stand in the file they were written in."""

from bisect import bisect_right
from operator import itemgetter

from markdown_it.tree import SyntaxTreeNode

from kdnet_docs.base.spans import Span, Wording


def line_starts(text: str) -> list[int]:
    """The offset of each line, and of the end of the text."""
    return [0, *(index + 1 for index, character in enumerate(text) if character == "\n"), len(text)]


class Places:
    """Where the inlines of one paragraph stand: its lines have lost the indentation of the file's."""

    def __init__(self, wording: Wording, starts: list[int], inline: SyntaxTreeNode) -> None:
        self._wording = wording
        self._lines: list[tuple[int, int]] = []  # where each begins, in the paragraph and in the wording
        first = (inline.map or (0, 0))[0]
        offset = 0
        for number, line in enumerate(inline.content.split("\n"), start=first):
            start = starts[min(number, len(starts) - 1)]
            raw = wording.text[start : starts[min(number + 1, len(starts) - 1)]]
            self._lines.append((offset, start + max(raw.rstrip().rfind(line.rstrip()), 0)))
            offset += len(line) + 1

    def of(self, node: SyntaxTreeNode) -> Span:
        """A single token as it is written, its signs included; what has content, by its content."""
        first, last = (node.token, node.token) if node.token else node.nester_tokens  # type: ignore[misc]
        start, end = (first.map or (0, 0))[0], (last.map or (0, 0))[1]
        return self._wording.locate(self._offset(start), self._offset(max(end, start + 1) - 1) + 1)

    def _offset(self, index: int) -> int:
        in_paragraph, in_text = self._lines[bisect_right(self._lines, index, key=itemgetter(0)) - 1]
        return in_text + index - in_paragraph
