"""Addresses outside the document that a part links to, and files that lie beside it (`./name.pdf`)."""

import re

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

# Word calls a whole file corrupt for one address that it cannot parse, so that only these become links.
_ADDRESS = re.compile(
    r"(https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,4})?([/?#][!#-;=?-Z_a-z~]*)?"
    r"|mailto:[a-z0-9._%+-]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?(\?[!#-;=?-Z_a-z~]*)?)",
    re.IGNORECASE | re.ASCII,
)
_BESIDE = re.compile(r"\./([!$&'()+,;=@_a-z0-9~%-][!$&'()+,.;=@_a-z0-9~%-]*)", re.IGNORECASE | re.ASCII)
_LONGEST = 2000  # Word's limit is 2,083


class Links:
    """Gives each address that a part links to one relationship."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def relationship(self, address: str) -> str | None:
        """The relationship's id, or None for an address that Word cannot follow."""
        target = _encoded(address)
        if beside := _BESIDE.fullmatch(target):
            target = beside[1]  # as Word itself writes a link to a file in the same folder
        elif not _ADDRESS.fullmatch(target):
            return None
        if len(target) > _LONGEST:
            return None
        if target not in self._ids:
            identity = f"rIdLink{len(self._ids) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, identity, is_external=True)
            self._ids[target] = identity
        return self._ids[target]


def _encoded(address: str) -> str:
    """The address with what a URL may not hold written as percent signs and digits."""
    return "".join(
        character if character.isascii() and character not in ' "<>[\\]^`{|}' else _percent(character)
        for character in address
    )


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
