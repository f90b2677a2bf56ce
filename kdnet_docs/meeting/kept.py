"""Documents kept from build to build, so that one is made again only when what it is made of has changed."""

from collections.abc import Callable, Collection
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.files import remove, write_all

_DIGEST = sha256().digest_size


class Kept:
    """A store of files by a digest of all that they are made of.

    `engine` is what every one of them is made with: the program and its libraries. Raises OSError where
    the store cannot be written.
    """

    def __init__(self, place: Path, engine: str) -> None:
        self.place = place
        self.engine = engine
        self.used: set[str] = set()

    def get(self, made_of: tuple[str, ...], make: Callable[[], bytes | Refused]) -> bytes | Refused:
        """What was made of the same before, or else what `make` gives now."""
        key = self._key(made_of)
        self.used.add(key)
        content = _read(self.place / key)
        if content is not None:
            return content
        made = make()
        if not isinstance(made, Refused):
            write_all({self.place / key: sha256(made).digest() + made})
        return made

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Removes what was made of other things than these keys stand for."""
        for path in sorted(self.place.glob("*")):
            if path.name not in keys:
                remove(path)

    def _key(self, made_of: tuple[str, ...]) -> str:
        digest = sha256()
        for part in (self.engine, *made_of):
            # Each with its length: ("ab", "c") is made of something else than ("a", "bc").
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()


def _read(path: Path) -> bytes | None:
    """The content of an entry; None if there is none, or if it is not what was written."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, content = data[:_DIGEST], data[_DIGEST:]
    return content if digest == sha256(content).digest() else None
