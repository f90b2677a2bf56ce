"""What the faces of findings share: the reader's language, the screen, and how files are called."""

import os
from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.messages import Language, Message
from kdnet_docs.base.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """For whom and where findings are shown."""

    language: Language
    root: Path | None
    """The project's folder, from which sources are named."""
    here: Path
    """The current folder, from which people name files."""
    width: int
    colour: bool

    def text(self, message: Message) -> str:
        """The message in the reader's language."""
        return message.to(self.language)

    def file(self, span: Span) -> str:
        """The file as it is called from the current folder, with "/" between its folders."""
        return self.source(span.source.name)

    def source(self, name: str) -> str:
        """A source's file, as it is called from the current folder."""
        path = (self.root or self.here) / name
        # os's own, since pathlib's raises an error for names that no file can have.
        there = os.path.exists(path)  # noqa: PTH110
        return called_from(self.here, path) if there else name


def called_from(here: Path, path: Path) -> str:
    """A file's name for somebody in the folder `here`: the way there or the whole path, what is shorter."""
    whole = path.absolute()
    return Path(min(os.path.relpath(whole, here), str(whole), key=len)).as_posix()


def places(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the span begins and where it ends (the character after it): (line, column) from 1."""
    return span.source.position(span.start), span.source.position(span.end)
