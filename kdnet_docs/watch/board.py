"""What is to be seen now, for the pages that show it and wait for what is newer."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Condition
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kdnet_docs.watch.preview import Preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """How it went with the files in `build/`; `complaint` is what the build said of why there are none."""

    state: Literal["making", "made", "failed"]
    complaint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What is to be seen of one name; its numbers grow with every change, of all or of its sheets."""

    name: str
    number: int
    sheets_number: int
    preview: Preview
    files: Files | None = None


class Board:
    """The latest of every name, for threads that post and threads that read."""

    def __init__(self) -> None:
        self._posted: dict[str, Posted] = {}
        # None until we are told what there is.
        self._names: frozenset[str] | None = None
        self._number = 0
        self._readers: Counter[str] = Counter()
        self._changed = Condition()

    def post(self, name: str, preview: Preview) -> None:
        """Puts a preview up in place of the one before it."""
        with self._changed:
            before = self._posted.get(name)
            self._number += 1
            same = before and before.preview.sheets == preview.sheets
            self._posted[name] = Posted(
                name=name,
                number=self._number,
                sheets_number=before.sheets_number if before and same else self._number,
                preview=preview,
                files=before.files if before else None,
            )
            self._changed.notify_all()

    def post_files(self, name: str, files: Files) -> None:
        """Notes how it goes with the files of a name that has been posted."""
        with self._changed:
            self._number += 1
            self._posted[name] = replace(self._posted[name], number=self._number, files=files)
            self._changed.notify_all()

    def keep(self, names: tuple[str, ...]) -> None:
        """Takes down what is called otherwise; these are the names that there is or will be something of."""
        with self._changed:
            # A file may be gone for a moment while it is saved: who looks at it waits until it is back.
            self._names = (self._names or frozenset()).union(names)
            for name in self._posted.keys() - set(names):
                self._number += 1
                del self._posted[name]
            self._changed.notify_all()

    def of(self, name: str, patience: float = 0) -> Posted | None:
        """What is posted of a name, once there is something, or nothing will be, or patience ends."""
        with self._changed:
            self._changed.wait_for(lambda: name in self._posted or not self._may_come(name), patience)
            return self._posted.get(name)

    def all(self) -> tuple[int, Mapping[str, Posted]]:
        """Everything, with a number that grows with every change."""
        with self._changed:
            return self._number, dict(self._posted)

    @contextmanager
    def reader(self, name: str) -> Iterator[None]:
        """Counts somebody as looking at a name for as long as the block lasts."""
        with self._changed:
            self._readers[name] += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers[name] -= 1

    def looked_at(self) -> frozenset[str]:
        """The names that somebody looks at."""
        with self._changed:
            return frozenset(name for name, readers in self._readers.items() if readers)

    def newer(self, name: str | None, than: int, patience: float) -> int:
        """The number of a name, or of everything, as soon as it is another, or when patience ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._number_of(name) != than, patience)
            return self._number_of(name)

    def _may_come(self, name: str) -> bool:
        return self._names is None or name in self._names

    def _number_of(self, name: str | None) -> int:
        if name is None:
            return self._number
        posted = self._posted.get(name)
        return posted.number if posted else 0
