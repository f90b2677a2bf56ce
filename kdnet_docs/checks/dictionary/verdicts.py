"""What the dictionary has said of words before, kept from run to run: it takes long to load, and to ask."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from kdnet_docs.base.files import write_all


class Verdicts:
    """Words with what is thought of them, as long as the dictionary and the word list are the same.

    What cannot be read or written is no matter: then the dictionary is asked.
    """

    def __init__(self, path: Path, made_of: str) -> None:
        self._path, self._made_of = path, made_of
        kept = _read(path)
        same = kept.get("made-of") == made_of
        words, nearest, unlike = (kept.get(key) if same else None for key in ("words", "nearest", "unlike"))
        self.words: dict[str, bool] = words if isinstance(words, dict) else {}
        self.nearest: dict[str, str] = nearest if isinstance(nearest, dict) else {}
        self.unlike: list[str] | None = unlike if isinstance(unlike, list) else None
        self._count = self._size()

    def keep(self) -> None:
        """Writes what is new."""
        if self._size() == self._count:
            return
        self._count = self._size()
        kept = {
            "made-of": self._made_of,
            "words": self.words,
            "nearest": self.nearest,
            "unlike": self.unlike,
        }
        with suppress(OSError):
            write_all({self._path: json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()})

    def _size(self) -> int:
        return len(self.words) + len(self.nearest) + (self.unlike is not None)


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}
